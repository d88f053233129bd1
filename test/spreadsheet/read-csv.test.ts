import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../core/index.ts';
import { joinBytes } from '../../spreadsheet/join-bytes.ts';
import { type CsvSummary, createCsvReader, readCsv } from '../../spreadsheet/read-csv.ts';

const encoder = new TextEncoder();

function rowsOf(text: string | Uint8Array): readonly Row[] {
  const outcome = readCsv(typeof text === 'string' ? encoder.encode(text) : text);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value.rows;
}

function cellsOf(text: string | Uint8Array) {
  return rowsOf(text).map(({ cells }) => cells);
}

/** Reads in pieces that end at the given places; summary, rows and issues together. */
function readInPieces(bytes: Uint8Array, cuts: readonly number[]) {
  const rows: Row[] = [];
  const reader = createCsvReader({ onRow: (row) => rows.push(row) });
  let from = 0;
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    // The reader may not rely on the buffer after the call.
    const piece = bytes.slice(from, cut);
    reader.push(piece);
    piece.fill(0x58);
    from = cut;
  }
  reader.push(bytes.slice(from));
  return { rows, outcome: reader.end() };
}

function summaryOf(bytes: Uint8Array): CsvSummary {
  const { outcome } = readInPieces(bytes, []);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

describe('fields and records', () => {
  it('reads quoted fields with delimiters, line ends and quotes in them', () => {
    expect(cellsOf('a,"b,c","d\r\ne","f ""g"" h"\r\n')).toEqual([['a', 'b,c', 'd\r\ne', 'f "g" h']]);
  });

  it('takes LF, CR LF and CR for the end of a record', () => {
    expect(cellsOf('a,b\nc,d\r\ne,f\rg,h')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
      ['g', 'h'],
    ]);
  });

  it('numbers records as Excel shows them, blank ones and many-lined ones included', () => {
    expect(rowsOf('a,b\n\n"c\nd",e\n,\nf,g\n')).toEqual([
      { number: 1, cells: ['a', 'b'] },
      { number: 3, cells: ['c\nd', 'e'] },
      { number: 5, cells: ['f', 'g'] },
    ]);
  });

  it('makes empty fields empty cells and leaves numbers and dates as texts', () => {
    expect(cellsOf('x,,"",007,1/2/2024, 5 \n')).toEqual([['x', null, null, '007', '1/2/2024', ' 5 ']]);
  });

  it('takes a quote inside a field, and text after a closing quote, as they stand', () => {
    expect(cellsOf('5" pipe,"a"b"c,"""",x\n')).toEqual([['5" pipe', 'ab"c', '"', 'x']]);
  });

  it('refuses a quote that is never closed and names the row it began in', () => {
    const outcome = readCsv(encoder.encode('a,b\n\n1,"two\n3,4\n5,6\n'), { fileName: 'spend.csv' });
    expect(outcome.ok).toBe(false);
    expect(outcome.issues[0]).toMatchObject({
      where: { file: 'spend.csv', row: 3 },
      found: 'a quotation mark in this row that is never closed',
    });
  });

  it('refuses it before it has swallowed a large file', () => {
    const { rows, outcome } = readInPieces(
      encoder.encode(`a,b\n1,"two\n${'3,4\n'.repeat(500_000)}`),
      [70_000, 1_500_000],
    );
    expect(rows).toEqual([{ number: 1, cells: ['a', 'b'] }]);
    expect(outcome.issues[0]).toMatchObject({
      where: { row: 2 },
      found: expect.stringContaining('never closed'),
    });
  });

  it('names the sheet after the file', () => {
    const outcome = readCsv(encoder.encode('a'), { fileName: 'Payments over £500 - March.csv' });
    expect(outcome.ok && outcome.value.name).toBe('Payments over £500 - March');
  });
});

describe('delimiters', () => {
  it('tells commas, semicolons and tabs apart', () => {
    expect(cellsOf('name;amount\nA;1,50\nB;2,75\n')).toEqual([
      ['name', 'amount'],
      ['A', '1,50'],
      ['B', '2,75'],
    ]);
    expect(cellsOf('name\tamount\nA, B; C\t1\n')).toEqual([
      ['name', 'amount'],
      ['A, B; C', '1'],
    ]);
    expect(cellsOf('name,note,amount\nA,x; y,1\nB,z; z,2\n')[1]).toEqual(['A', 'x; y', '1']);
  });

  it('is not fooled by a title above the headings, nor by quoted delimiters', () => {
    expect(cellsOf('Payments, all of them\n\nname;"a,b,c";amount\nA;"1,2,3";4\nB;"1,2,3";5\n')[2]).toEqual([
      'A',
      '1,2,3',
      '4',
    ]);
  });

  it('reads a single column', () => {
    expect(cellsOf('name\nA\nB\n')).toEqual([['name'], ['A'], ['B']]);
  });

  it('takes the hint that Excel takes, which is no row', () => {
    expect(rowsOf('sep=;\r\na;b,c\r\n')).toEqual([{ number: 1, cells: ['a', 'b,c'] }]);
    expect(rowsOf('sep=|\na|b\n')).toEqual([{ number: 1, cells: ['a', 'b'] }]);
  });

  it('takes the delimiter it is given', () => {
    const rows: Row[] = [];
    const reader = createCsvReader({ delimiter: '|', onRow: (row) => rows.push(row) });
    reader.push(encoder.encode('a,b|c\n'));
    expect(reader.end()).toEqual({
      ok: true,
      value: { records: 1, encoding: 'ascii', delimiter: '|' },
      issues: [],
    });
    expect(rows[0]?.cells).toEqual(['a,b', 'c']);
  });
});

describe('encodings', () => {
  const table = 'Café,£5\r\nMüller “Bau” – GmbH,€7\r\n';
  const expected = [
    ['Café', '£5'],
    ['Müller “Bau” – GmbH', '€7'],
  ];
  const windows1252 = (text: string): Uint8Array => {
    const odd = new Map([
      ['€', 0x80],
      ['“', 0x93],
      ['”', 0x94],
      ['–', 0x96],
      ['’', 0x92],
    ]);
    return Uint8Array.from(text, (sign) => odd.get(sign) ?? sign.charCodeAt(0));
  };
  const wide = (text: string, littleEndian: boolean): Uint8Array => {
    const bytes = new Uint8Array(text.length * 2);
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
    return bytes;
  };

  for (const [encoding, bytes] of [
    ['utf-8', encoder.encode(table)],
    ['utf-8', encoder.encode(`\ufeff${table}`)],
    ['windows-1252', windows1252(table)],
    ['utf-16le', wide(`\ufeff${table}`, true)],
    ['utf-16be', wide(`\ufeff${table}`, false)],
    ['utf-16le', wide('Name,Amount\r\nA,1\r\n'.repeat(20) + table, true)],
  ] as const) {
    it(`reads ${encoding} of ${bytes.length} bytes, whole and in pieces`, () => {
      expect(cellsOf(bytes).slice(-2)).toEqual(expected);
      expect(summaryOf(bytes).encoding).toBe(encoding);
      const whole = rowsOf(bytes);
      for (const step of [1, 3, 7]) {
        const cuts = Array.from({ length: Math.floor(bytes.length / step) }, (_, index) => index * step);
        expect(readInPieces(bytes, cuts).rows).toEqual(whole);
      }
    });
  }

  it('reads UTF-16 in pieces long after its beginning', () => {
    const bytes = wide(`${'Alder,1\n'.repeat(6_000)}${table}`, true);
    const cuts = Array.from({ length: 60 }, (_, index) => bytes.length - 3 * index);
    expect(
      readInPieces(bytes, cuts)
        .rows.slice(-2)
        .map(({ cells }) => cells),
    ).toEqual(expected);
  });

  const plainLines = 'Alder Joinery,100\r\n'.repeat(10_000);

  it('settles the encoding where the first other character stands, however late', () => {
    expect(cellsOf(joinBytes([encoder.encode(plainLines), windows1252('Café £,1\r\n')])).at(-1)).toEqual([
      'Café £',
      '1',
    ]);
    expect(cellsOf(joinBytes([encoder.encode(plainLines), encoder.encode('Café £,1\r\n')])).at(-1)).toEqual([
      'Café £',
      '1',
    ]);
  });

  it('refuses a file that changes its encoding on the way, naming the row', () => {
    const outcome = readCsv(
      joinBytes([encoder.encode(`Café,1\r\n${plainLines}`), windows1252('Café,1\r\n')]),
    );
    expect(outcome.ok).toBe(false);
    expect(outcome.issues[0]).toMatchObject({
      where: { row: 10_002 },
      found: expect.stringContaining('another encoding'),
    });
  });

  it('warns of bytes that mean nothing', () => {
    const outcome = readCsv(Uint8Array.from([0x61, 0x0a, 0x81, 0xe9, 0x0a]));
    expect(outcome.ok && outcome.value.rows[1]?.cells).toEqual(['\ufffdé']);
    expect(outcome.issues).toMatchObject([{ severity: 'warning', where: { row: 2 } }]);
  });

  it('refuses UTF-16 that is cut in the middle of a character', () => {
    expect(readCsv(wide(`\ufeff${table}`, true).subarray(0, 31)).issues[0]?.found).toContain('UTF-16');
  });
});

describe('bounds', () => {
  const bytes = encoder.encode('aaaa,b,c\nd,e,f\n');
  for (const [limit, most, words] of [
    ['fileBytes', 5, /file of 15 bytes/],
    ['rows', 1, /more than 1 rows/],
    ['columns', 2, /more than 2 columns/],
    ['cells', 5, /more than 5 cells/],
    ['cellBytes', 3, /field of more than 3 bytes/],
    ['recordBytes', 7, /row of more than 7 bytes/],
    ['streamedRecords', 1, /more than 1 records/],
    ['seconds', 0, /more than 0 seconds/],
  ] as const) {
    it(`keeps to the limit on ${limit}`, () => {
      const outcome = readCsv(bytes, { limits: { [limit]: most } });
      expect(outcome.ok).toBe(false);
      expect(outcome.issues[0]?.found).toMatch(words);
    });
  }

  it('stops when it is told to, and push says so', () => {
    const signal = { aborted: false };
    const reader = createCsvReader({ signal, onRow: () => {} });
    expect(reader.push(bytes)).toBe(true);
    signal.aborted = true;
    expect(reader.push(bytes)).toBe(false);
    expect(reader.end().issues[0]?.found).toBe('that reading was cancelled');
  });
});

describe('agreement with papaparse', () => {
  const field = fc.string({ unit: fc.constantFrom(...'ab1 £é漢.-"\',;\t\n'), maxLength: 8 });
  const layout = fc.record({
    rows: fc.array(fc.array(field, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 12 }),
    delimiter: fc.constantFrom(',', ';', '\t'),
    newline: fc.constantFrom('\n', '\r\n'),
    quoteAll: fc.boolean(),
    mark: fc.boolean(),
  });

  it('reads what papaparse writes as papaparse reads it', () => {
    fc.assert(
      fc.property(layout, ({ rows, delimiter, newline, quoteAll, mark }) => {
        const text = Papa.unparse(rows, { delimiter, newline, quotes: quoteAll });
        const parsed = Papa.parse<string[]>(text, { delimiter, newline }).data;
        const read: Row[] = [];
        const reader = createCsvReader({ delimiter, onRow: (row) => read.push(row) });
        reader.push(encoder.encode((mark ? '\ufeff' : '') + text));
        expect(reader.end().ok).toBe(true);
        const expected = parsed
          .map((cells, index) => ({
            number: index + 1,
            cells: cells.map((cell) => (cell === '' ? null : cell)),
          }))
          .filter(({ cells }) => cells.some((cell) => cell !== null));
        expect(read).toEqual(expected);
      }),
      { numRuns: 400, seed: 20261124 },
    );
  });

  it('reads any bytes alike in one piece and in many', () => {
    const noise = fc
      .array(fc.constantFrom(0x61, 0x62, 0x2c, 0x22, 0x0a, 0x0d, 0x3b, 0xc3, 0xa9, 0xe9, 0x20), {
        maxLength: 200,
      })
      .map((codes) => Uint8Array.from(codes));
    // A line longer than the sample comes first, so that the pieces are cut where nothing is gathered any more.
    const long = encoder.encode(`${' '.repeat(66_000)}\n`);
    fc.assert(
      fc.property(noise, fc.array(fc.nat(200), { maxLength: 12 }), (bytes, cuts) => {
        const all = joinBytes([long, bytes]);
        const places = cuts.map((cut) => long.length + Math.min(cut, bytes.length));
        expect(readInPieces(all, [long.length, ...places])).toEqual(readInPieces(all, []));
        expect(readInPieces(bytes, cuts)).toEqual(readInPieces(bytes, []));
      }),
      { numRuns: 400, seed: 20261124 },
    );
  });
});
