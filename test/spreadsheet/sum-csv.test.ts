import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { type LinePlan, LineTally, type LineTotals, type Outcome } from '../../core/index.ts';
import { joinBytes } from '../../spreadsheet/join-bytes.ts';
import type { ReadLimits } from '../../spreadsheet/limits.ts';
import { createCsvReader } from '../../spreadsheet/read-csv.ts';
import { createCsvSummer, type SummedLines, sumCsv } from '../../spreadsheet/sum-csv.ts';

const encoder = new TextEncoder();
const seed = 20261124;

const plan: LinePlan = {
  firstRow: 2,
  supplier: 1,
  amount: 3,
  postcode: 2,
  category: 5,
  date: 0,
  dateOrder: 'dayFirst',
};
const settled = (chosen: LinePlan) => () => ({ ok: true as const, value: chosen, issues: [] });

/** By the engine, in pieces that end at the given places. */
function summed(
  bytes: Uint8Array,
  chosen: LinePlan,
  {
    cuts = [],
    ...options
  }: { cuts?: readonly number[]; delimiter?: string; limits?: Partial<ReadLimits> } = {},
): Outcome<SummedLines> {
  const summer = createCsvSummer({ ...options, plan: settled(chosen) });
  let from = 0;
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    // The engine may not rely on the buffer after the call.
    const piece = bytes.slice(from, cut);
    summer.push(piece);
    piece.fill(0x58);
    from = cut;
  }
  summer.push(bytes.slice(from));
  return summer.end();
}

/** By the reader of rows and the tally in core, which say what is meant. */
function tallied(
  bytes: Uint8Array,
  chosen: LinePlan,
  options: { delimiter?: string; limits?: Partial<ReadLimits> } = {},
): Outcome<SummedLines> {
  const tally = new LineTally(chosen);
  const reader = createCsvReader({ ...options, onRow: (row) => tally.add(row) });
  reader.push(bytes);
  const read = reader.end();
  if (!read.ok) return read;
  return { ...read, value: { ...read.value, plan: chosen, totals: tally.result(read.value.records) } };
}

function totalsOf(outcome: Outcome<SummedLines>): LineTotals {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value.totals;
}

const windowsSigns = new Map([
  ['€', 0x80],
  ['’', 0x92],
  ['–', 0x96],
]);
const windows1252 = (text: string) =>
  Uint8Array.from(text, (sign) => windowsSigns.get(sign) ?? sign.charCodeAt(0));

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
}

const encodings: Record<string, (text: string) => Uint8Array> = {
  'utf-8': (text) => encoder.encode(text),
  'utf-8 with mark': (text) => encoder.encode(`\ufeff${text}`),
  'windows-1252': windows1252,
  'utf-16le': (text) => utf16(`\ufeff${text}`, true),
  'utf-16be': (text) => utf16(`\ufeff${text}`, false),
};

describe('files of real councils', () => {
  it('come to 1,956 payments of £15,901,508.75 for Calderdale in August 2022', () => {
    const bytes = readFileSync('docs/examples/calderdale-2022-08.csv');
    const calderdale: LinePlan = {
      firstRow: 2,
      supplier: 7,
      amount: 5,
      date: 2,
      companyNumber: 8,
      category: 13,
      supplierType: 22,
      dateOrder: 'dayFirst',
    };
    const totals = totalsOf(sumCsv(bytes, { plan: settled(calderdale) }));
    expect(totals).toMatchObject({ rows: 1956, lines: 1956, faultCount: 0, undatedLines: 0 });
    expect(totals.groups.reduce((sum, { pence }) => sum + pence, 0)).toBe(1_590_150_875);
    expect(totals.groups.reduce((sum, { lines }) => sum + lines, 0)).toBe(1956);
    expect(new Set(totals.groups.map(({ month }) => month))).toEqual(new Set(['2022-08']));
    expect(totals).toEqual(totalsOf(tallied(bytes, calderdale)));
  });
});

describe('the door', () => {
  const text = 'Date,Supplier,Amount\n01/08/2022,Alder,"1,000.50"\n\n02/08/2022,Birch,-2\n';
  const columns: LinePlan = { firstRow: 2, supplier: 1, amount: 2, date: 0, dateOrder: 'dayFirst' };

  it('shows the first rows to whoever plans, and says what it read', () => {
    const seen: unknown[] = [];
    const outcome = sumCsv(encoder.encode(text), {
      plan: (rows) => {
        seen.push(...rows);
        const issue = { severity: 'warning', where: {}, found: 'a', expected: 'b', mend: 'c' } as const;
        return { ok: true, value: columns, issues: [issue] };
      },
    });
    expect(seen).toEqual([
      { number: 1, cells: ['Date', 'Supplier', 'Amount'] },
      { number: 2, cells: ['01/08/2022', 'Alder', '1,000.50'] },
      { number: 4, cells: ['02/08/2022', 'Birch', '-2'] },
    ]);
    expect(outcome).toMatchObject({
      ok: true,
      value: { records: 4, encoding: 'ascii', delimiter: ',', totals: { lines: 2, blankRows: 1, rows: 3 } },
      issues: [{ found: 'a' }],
    });
  });

  it('gives the issues of a plan that cannot be made, and takes no more bytes', () => {
    const issue = { severity: 'error', where: {}, found: 'no headings', expected: 'b', mend: 'c' } as const;
    const summer = createCsvSummer({ plan: () => ({ ok: false, issues: [issue] }) });
    expect(summer.push(encoder.encode(text.repeat(10_000)))).toBe(false);
    expect(summer.push(encoder.encode(text))).toBe(false);
    expect(summer.end()).toEqual({ ok: false, issues: [issue] });
  });

  it('tells how much is done, and stops when it is told to', () => {
    const bytes = encoder.encode(text.repeat(40_000));
    const signal = { aborted: false };
    const shares: number[] = [];
    const summer = createCsvSummer({
      plan: settled(columns),
      signal,
      fileBytes: bytes.length,
      onProgress: (share) => shares.push(share),
    });
    const half = bytes.length / 2;
    expect(summer.push(bytes.subarray(0, half))).toBe(true);
    signal.aborted = true;
    expect(summer.push(bytes.subarray(half))).toBe(false);
    expect(shares).toEqual([0.5]);
    expect(summer.end().issues[0]?.found).toBe('that reading was cancelled');
  });

  it('reads a table whose columns stand in any order, rows that end early, and one column for two things', () => {
    const bytes = encoder.encode('10;Alder\n5\n;Birch\n7;Cedar;HX1 1AA\n');
    const chosen: LinePlan = {
      firstRow: 1,
      supplier: 1,
      category: 1,
      amount: 0,
      postcode: 2,
      dateOrder: 'dayFirst',
    };
    const totals = totalsOf(summed(bytes, chosen));
    expect(totals).toEqual(totalsOf(tallied(bytes, chosen)));
    expect(totals).toMatchObject({ lines: 3, faultCount: 1 });
    expect(totals.groups.map(({ supplier, category, postcode }) => [supplier, category, postcode])).toEqual([
      ['Alder', 'Alder', null],
      [null, null, null],
      ['Cedar', 'Cedar', 'HX1 1AA'],
    ]);
  });
});

describe('bounds', () => {
  const bytes = encoder.encode('aaaa,1,c\ndd,2,f\n');
  const chosen: LinePlan = { firstRow: 1, supplier: 0, amount: 1, dateOrder: 'dayFirst' };
  for (const [limit, most, words] of [
    ['columns', 2, /more than 2 columns/],
    ['cellBytes', 3, /field of more than 3 bytes/],
    ['recordBytes', 7, /row of more than 7 bytes/],
    ['streamedRecords', 1, /more than 1 records/],
    ['lineGroups', 1, /more than 1 groups/],
    ['textCharacters', 20, /more than 20 characters/],
    ['seconds', 0, /more than 0 seconds/],
  ] as const) {
    it(`keeps to the limit on ${limit}`, () => {
      const outcome = summed(bytes, chosen, { limits: { [limit]: most } });
      expect(outcome.ok).toBe(false);
      expect(outcome.issues[0]?.found).toMatch(words);
    });
  }

  it('refuses a quote that is never closed, before it has swallowed a large file', () => {
    const start = 'a,b\nAlder,1\nBirch,"two\n';
    const short = encoder.encode(`${start}3,4\n`);
    expect(summed(short, chosen).issues).toEqual(tallied(short, chosen).issues);
    const long = encoder.encode(start + '3,4\n'.repeat(1_000_000));
    const summer = createCsvSummer({ plan: settled(chosen) });
    expect(summer.push(long)).toBe(false);
    expect(summer.end().issues[0]).toMatchObject({
      where: { row: 3 },
      found: expect.stringContaining('never closed'),
    });
  });

  it('refuses a file that changes its encoding on the way, naming the row', () => {
    const lines = 'Alder,1\r\n'.repeat(60_000);
    const bytes = joinBytes([encoder.encode(`Café,1\r\n${lines}`), windows1252('Café,1\r\n')]);
    const outcome = summed(bytes, chosen);
    expect(outcome.issues[0]).toMatchObject({ where: { row: 60_002 } });
    expect(outcome.issues).toEqual(tallied(bytes, chosen).issues);
  });
});

describe('agreement with the tally of rows', () => {
  const supplier = fc.constantFrom(
    'Alder',
    'Alder ',
    '  Alder',
    'Alder  & Son',
    'Alder & Son',
    'Alder\u00a0& Son',
    'Smith, J; "Joe" | Co\tLtd',
    '"Alder"',
    "'=Alder",
    '=Alder',
    'Müller’s – Café',
    'A\nB',
    'A B',
    'Total',
    'Grand total:',
    'Total Gas Ltd',
    '',
    '   ',
    'Ä'.repeat(40),
  );
  const amount = fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: -1e7, max: 1e9 }).map((pence) => (pence / 100).toFixed(2)) },
    fc.integer({ min: 0, max: 3 }).map(String),
    fc
      .tuple(
        fc.integer({ min: 0, max: 1e11 }),
        fc.constantFrom('£#', '-£#', '£-#', '(#)', '( £ # )', '#-', ' GBP # ', '# -', '-(#)', 'gbp#'),
      )
      .map(([pence, form]) =>
        form.replace('#', (pence / 100).toLocaleString('en-GB', { minimumFractionDigits: 2 })),
      ),
    fc.constantFrom(
      '',
      ' ',
      '-',
      ' £-   ',
      'n/a',
      '1.005',
      '-0',
      '.5',
      '5.',
      '1,5',
      '12,34,567.00',
      '9'.repeat(20),
      '1e5',
      '1 000',
      '0012',
      '-',
      '.',
      '--1',
      '1-1',
      '12.3.4',
      '"1"',
      '£',
      '+5',
      '1,234',
    ),
  );
  const date = fc.constantFrom(
    '01/08/2022',
    '31/08/2022',
    '2022-09-01',
    '1 Sep 2022',
    '',
    'soon',
    '31/02/2022',
    '2022-08-01T00:00:00',
    '44790',
  );
  const postcode = fc.constantFrom('HX1 1AA', 'hx1 1aa', '', 'LS1  4AP');
  const category = fc.constantFrom('', 'Works', 'Bits "and" bobs', 'Total', 'Sub-total', 'Wörks');
  const record = fc.oneof(
    {
      weight: 12,
      arbitrary: fc.tuple(date, supplier, postcode, amount, fc.constantFrom('', 'x"y', 'a,b;c'), category),
    },
    fc.constantFrom([''], ['', '', '', '', '', ''], ['01/08/2022'], ['01/08/2022', 'Alder', 'HX1 1AA', '5']),
  );
  const layout = fc.record({
    rows: fc.array(record, { minLength: 1, maxLength: 40 }),
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    newline: fc.constantFrom('\n', '\r\n', '\r'),
    quotes: fc.boolean(),
    ended: fc.boolean(),
    encoding: fc.constantFrom(...Object.keys(encodings)),
    cuts: fc.array(fc.nat(4000), { maxLength: 8 }),
  });

  interface Layout {
    readonly rows: readonly (readonly string[])[];
    readonly delimiter: string;
    readonly newline: string;
    readonly quotes: boolean;
    readonly ended: boolean;
    readonly encoding: string;
  }
  const fileOf = ({ rows, delimiter, newline, quotes, ended, encoding }: Layout) => {
    const table = [['a', 'b', 'c', 'd', 'e', 'f'], ...rows.map((row) => [...row])];
    const text = Papa.unparse(table, { delimiter, newline, quotes });
    return encodings[encoding]?.(text + (ended ? newline : '')) ?? new Uint8Array();
  };

  it('holds for every delimiter, line end, quoting, encoding and piece', () => {
    fc.assert(
      fc.property(layout, ({ cuts, ...file }) => {
        const bytes = fileOf(file);
        const { delimiter } = file;
        const inPieces = summed(bytes, plan, { delimiter, cuts: cuts.map((cut) => cut % bytes.length) });
        expect(inPieces).toEqual(tallied(bytes, plan, { delimiter }));
      }),
      { numRuns: 1500, seed },
    );
  });

  it('holds where the blocks of the engine end, wherever that is in a record', () => {
    const filler = (length: number) => {
      const line = 'x,Filler,HX1 1AA,0,,\n';
      const head = `a,b,c,d,e,f\n${line.repeat(Math.floor((length - 60) / line.length))}`;
      return `${head}x,Filler,HX1 1AA,0,,${'y'.repeat(length - head.length - 21)}\n`;
    };
    const tail = layout.map((file) => ({ ...file, delimiter: ',', encoding: 'utf-8', cuts: [] }));
    fc.assert(
      fc.property(tail, fc.integer({ min: 1, max: 1500 }), ({ cuts: _, ...file }, before) => {
        const bytes = joinBytes([encoder.encode(filler(256 * 1024 - before)), fileOf(file)]);
        expect(summed(bytes, plan, { delimiter: ',' })).toEqual(tallied(bytes, plan, { delimiter: ',' }));
      }),
      { numRuns: 30, seed },
    );
  });

  it('holds where a block ends between the two signs of a line end', () => {
    const line = 'x,Filler,HX1 1AA,1.25,,\r\n';
    for (let before = 0; before <= line.length; before += 1) {
      const bytes = encoder.encode(`a,${'b'.repeat(before)}\r\n${line.repeat(11_000)}`);
      const totals = totalsOf(summed(bytes, plan));
      expect(totals).toMatchObject({ rows: 11_000, lines: 11_000, groups: [{ pence: 11_000 * 125 }] });
    }
  });

  it('holds for thousands of names, quoted or not, that come back again', () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => {
      const name = `Supplier ${(index * 7919) % 6000}`;
      return `01/08/2022,${index % 3 === 0 ? `"${name}"` : index % 3 === 1 ? `${name} ` : name},,${index}.01,,`;
    });
    const bytes = encoder.encode(`a,b,c,d,e,f\n${lines.join('\n')}`);
    const totals = totalsOf(summed(bytes, plan));
    expect(totals.groups).toHaveLength(6000);
    expect(totals).toEqual(totalsOf(tallied(bytes, plan)));
  });

  it('holds for names that look in the file as others read', () => {
    const chosen: LinePlan = { firstRow: 1, supplier: 0, amount: 1, dateOrder: 'dayFirst' };
    const namesOf = (bytes: Uint8Array) => {
      const outcome = summed(bytes, chosen);
      expect(outcome).toEqual(tallied(bytes, chosen));
      return totalsOf(outcome).groups.map(({ supplier, pence }) => [supplier, pence / 100]);
    };
    expect(namesOf(encoder.encode('"""A""",1\n"A",2\nA,4\n'))).toEqual([
      ['"A"', 1],
      ['A', 6],
    ]);
    expect(namesOf(encoder.encode("''=A,1\n'=A,2\n=A,4\n"))).toEqual([
      ["'=A", 1],
      ['=A', 6],
    ]);
    expect(namesOf(windows1252('Café,1\nCafÃ©,2\nCafé ,4\n'))).toEqual([
      ['Café', 5],
      ['CafÃ©', 2],
    ]);
  });

  it('holds for what is UTF-8 and what is not', () => {
    const chosen: LinePlan = { firstRow: 1, supplier: 0, amount: 1, dateOrder: 'dayFirst' };
    let refused = 0;
    // The mark settles the encoding, so that nothing but the record itself is asked.
    const start = encoder.encode('\ufeffAlder,1\n');
    for (const lead of [
      0x80, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xed, 0xef, 0xf0, 0xf1, 0xf4, 0xf5, 0xff,
    ]) {
      for (const second of [0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0]) {
        for (const more of [[], [0x80], [0xbf, 0x80], [0x80, 0x41]]) {
          const bytes = joinBytes([start, Uint8Array.of(lead, second, ...more, 0x2c, 0x31)]);
          const outcome = summed(bytes, chosen);
          expect(outcome.issues).toEqual(tallied(bytes, chosen).issues);
          if (!outcome.ok) refused += 1;
        }
      }
    }
    expect(refused).toBeGreaterThan(100);
  });

  it('holds for any bytes, refusals included', () => {
    const noise = fc
      .array(
        fc.oneof(
          fc.constantFrom(0x61, 0x31, 0x2c, 0x22, 0x0a, 0x0d, 0x3b, 0x20, 0x2d, 0x2e, 0x27, 0x30),
          fc.constantFrom(0xc3, 0xa9, 0xe9, 0xc2, 0xa0, 0xa3, 0xe2, 0x80, 0x81, 0xed, 0xf0, 0xff, 0),
        ),
        { maxLength: 120 },
      )
      .map((codes) => Uint8Array.from(codes));
    const columns = fc.record({
      firstRow: fc.integer({ min: 1, max: 3 }),
      supplier: fc.nat(3),
      amount: fc.nat(3),
      postcode: fc.nat(3),
      date: fc.nat(3),
      dateOrder: fc.constantFrom('dayFirst' as const, 'monthFirst' as const),
    });
    let refused = 0;
    fc.assert(
      fc.property(noise, columns, fc.array(fc.nat(119), { maxLength: 4 }), (bytes, chosen, cuts) => {
        const places = cuts.map((cut) => Math.min(cut, bytes.length));
        const outcome = summed(bytes, chosen, { cuts: places });
        expect(outcome).toEqual(tallied(bytes, chosen));
        if (!outcome.ok) refused += 1;
      }),
      { numRuns: 4000, seed },
    );
    expect(refused).toBeGreaterThan(100);
  });
});

describe('agreement with papaparse', () => {
  it('holds to the penny on honest files', () => {
    const line = fc.record({
      supplier: fc.string({ unit: fc.constantFrom(...'abc é,"&\''), minLength: 1, maxLength: 6 }),
      pence: fc.integer({ min: -1e9, max: 1e9 }),
    });
    const honest = fc.record({
      lines: fc.array(line, { minLength: 1, maxLength: 60 }),
      delimiter: fc.constantFrom(',', ';', '\t'),
      quotes: fc.boolean(),
    });
    const chosen: LinePlan = { firstRow: 2, supplier: 0, amount: 1, dateOrder: 'dayFirst' };
    fc.assert(
      fc.property(honest, ({ lines, delimiter, quotes }) => {
        const named = lines.map(({ supplier, pence }) => [`x${supplier}x`, (pence / 100).toFixed(2)]);
        const text = Papa.unparse([['Supplier', 'Amount'], ...named], { delimiter, quotes });
        const sums = new Map<string, bigint>();
        for (const [name = '', amount = ''] of Papa.parse<string[]>(text, { delimiter }).data.slice(1)) {
          const key = name.replace(/ +/g, ' ');
          sums.set(key, (sums.get(key) ?? 0n) + BigInt(amount.replace('.', '')));
        }
        const expected = [...sums].map(([supplier, pence]) => ({ supplier, pence: Number(pence) }));
        for (const read of [summed, tallied]) {
          const totals = totalsOf(read(encoder.encode(text), chosen, { delimiter }));
          expect(totals.groups.map(({ supplier, pence }) => ({ supplier, pence }))).toEqual(expected);
        }
      }),
      { numRuns: 300, seed },
    );
  });
});
