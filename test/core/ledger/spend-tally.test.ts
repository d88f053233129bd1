import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Cell,
  LineTally,
  netOfPair,
  type PlacingSources,
  type Row,
  readLocalList,
  readPostcodeList,
  recogniseLedger,
  type Sheet,
  type Spend,
  SpendTally,
} from '../../../core/index.ts';

const rowsOf = (table: readonly (readonly Cell[])[]): Row[] =>
  table.map((cells, index) => ({
    number: index + 1,
    cells: cells.map((cell) => (cell === '' ? null : cell)),
  }));

const sheet = (table: readonly (readonly Cell[])[]): Sheet => ({ name: 'List', rows: rowsOf(table) });

function part(table: readonly (readonly Cell[])[], file = 'a.csv') {
  const rows = rowsOf(table);
  const recognised = recogniseLedger(rows);
  if (!recognised.ok) throw new Error(JSON.stringify(recognised.issues));
  const tally = new LineTally(recognised.value.plan);
  for (const row of rows) tally.add(netOfPair(row, recognised.value));
  return { file, recognition: recognised.value, totals: tally.result() };
}

function spendOf(tables: readonly (readonly (readonly Cell[])[])[], placing: PlacingSources = {}): Spend {
  const tally = new SpendTally();
  tables.forEach((table, index) => {
    tally.add(part(table, `${index}.csv`));
  });
  return tally.result(placing);
}

const calder = [
  ['Body Name', 'Date', 'Supplier Name', 'Postcode', 'Expense Type', 'Net Amount', 'SME Supplier?'],
  ['A Council', '03/08/2022', 'Alpha Ltd', 'HX1 1UJ', 'Food', '100.00', 'Yes'],
  ['A Council', '04/08/2022', 'Alpha Limited', '', 'Food', '50.00', ''],
  ['A Council', '04/09/2022', 'Beta plc', 'LS1 4AP', 'Roads', '200.00', 'No'],
  ['A Council', '04/09/2022', 'Beta plc', 'LS1 4AP', 'Roads', '-20.00', 'No'],
  ['A Council', '05/09/2022', 'REDACTED PERSONAL DATA', '', 'Care', '30.00', ''],
  ['A Council', '05/09/2022', '', '', 'Care', '7.00', ''],
];
const plain = [
  ['Payee', 'Amount £', 'Paid date'],
  ['ALPHA LTD', '1.50', '2022-10-01'],
];

/** Halifax is local, everything else is not. */
const placeOf = (postcode: string) =>
  postcode.startsWith('HX')
    ? {
        placing: 'local' as const,
        reason: `${postcode} is in Calderdale`,
        district: { code: 'E08000033', name: 'Calderdale' },
      }
    : {
        placing: 'notLocal' as const,
        reason: `${postcode} is not`,
        district: { code: 'E08000035', name: 'Leeds' },
      };

describe('spend exports added up', () => {
  it('of mixed layouts are one result, with each file’s own reading', () => {
    const spend = spendOf([calder, plain]);
    expect(spend.total.pence).toBe(36_850);
    expect(spend.lines).toBe(7);
    expect(spend.sources.map(({ lines, pence }) => [lines, pence])).toEqual([
      [6, 36_700],
      [1, 150],
    ]);
    expect(spend.suppliers.find(({ name }) => name === 'Alpha Ltd')).toMatchObject({
      pence: 15_150,
      lines: 3,
    });
    expect(spend.byMonth.map(({ month, pence }) => [month, pence])).toEqual([
      ['2022-08', 15_000],
      ['2022-09', 21_700],
      ['2022-10', 150],
    ]);
    expect(spend.credits).toEqual({ lines: 1, pence: -2_000 });
  });

  it('warn where one file seems to be given twice', () => {
    expect(spendOf([calder, calder]).issues.map(({ found }) => found)).toContain(
      '6 payments of £367.00 in all, as many and as much as in 0.csv',
    );
    expect(spendOf([calder, plain]).issues).toEqual([]);
  });

  it('tell kinds of supplier only where the file does', () => {
    expect(spendOf([plain]).supplierTypes).toBeNull();
    expect(spendOf([calder]).supplierTypes).toMatchObject([
      { type: 'other', pence: 18_000 },
      { type: 'sme', pence: 10_000 },
      { type: null, pence: 8_700 },
    ]);
  });

  it('count how few suppliers make most of the money, names of many left out', () => {
    const { concentration } = spendOf([calder]);
    expect(concentration).toMatchObject({ suppliers: 2, pence: 33_000 });
    expect(concentration.reach.map(({ suppliers }) => suppliers)).toEqual([1, 2, 2]);
  });

  it('show lines that name nobody or hide the name, and lose none', () => {
    const { kinds } = spendOf([calder]);
    expect(kinds.map(({ kind, lines, pence }) => [kind.id, lines, pence])).toEqual([
      ['redacted', 1, 3_000],
      ['unnamed', 1, 700],
    ]);
  });

  it('place by the line’s postcode, then the supplier’s other lines, then the list of postcodes', () => {
    const postcodes = readPostcodeList(
      sheet([
        ['Vendor', 'Post Code'],
        ['BETA PLC', 'HX9 9ZZ'],
        ['Gamma', 'nowhere'],
      ]),
    );
    if (!postcodes.ok) throw new Error('not read');
    expect(postcodes.issues[0]).toMatchObject({ found: '"nowhere"', where: { cell: 'B3' } });
    const spend = spendOf(
      [
        calder,
        [
          ['Supplier', 'Amount'],
          ['Gamma', '5.00'],
        ],
      ],
      { placeOf, postcodes: postcodes.value },
    );
    expect(spend.total).toMatchObject({ local: 15_000, notLocal: 18_000, cannotTell: 4_200 });
    const alpha = spend.suppliers.find(({ name }) => name === 'Alpha Ltd');
    expect(alpha?.places.map(({ reason }) => reason)).toContain(
      'HX1 1UJ is in Calderdale (the postcode on its other lines)',
    );
    expect(spend.byDistrict.map(({ district, pence }) => [district?.name, pence])).toEqual([
      ['Leeds', 18_000],
      ['Calderdale', 15_000],
      [undefined, 4_200],
    ]);
  });

  it('believe a person’s list before any postcode, whatever the spelling', () => {
    const list = readLocalList(
      sheet([
        ['Supplier', 'Local'],
        ['Beta PLC', 'Yes'],
      ]),
    );
    if (!list.ok) throw new Error('not read');
    expect(spendOf([calder], { placeOf, list: list.value }).total).toMatchObject({
      local: 33_000,
      cannotTell: 3_700,
    });
  });

  it('do not call a name that stands for many not local because a list of names lacks it', () => {
    const list = readLocalList(sheet([['Supplier'], ['Alpha Ltd']]));
    if (!list.ok) throw new Error('not read');
    expect(spendOf([calder], { list: list.value }).total).toMatchObject({
      local: 15_000,
      notLocal: 18_000,
      cannotTell: 3_700,
    });
  });

  it('take credits in a column of their own off', () => {
    const spend = spendOf([
      [
        ['Supplier', 'Debit', 'Credit'],
        ['Alpha Ltd', '120.00', ''],
        ['Alpha Ltd', '', '20.00'],
        ['Beta Ltd', '', '-5.00'],
        ['Beta Ltd', '9.00', '0.00'],
      ],
    ]);
    expect(spend.total.pence).toBe(10_400);
    expect(spend.credits).toEqual({ lines: 2, pence: -2_500 });
  });

  it('list amounts that cannot be read with their cells, as errors', () => {
    const { issues, total } = spendOf([
      [
        ['Supplier', 'Amount'],
        ['A Ltd', '10'],
        ['B Ltd', 'ten'],
      ],
    ]);
    expect(total.pence).toBe(1_000);
    expect(issues[0]).toMatchObject({
      severity: 'error',
      where: { file: '0.csv', cell: 'B3' },
      found: '"ten"',
    });
  });
});

it('every list adds up to the total, and splitting a file in two changes nothing', () => {
  const line = fc.tuple(
    fc.constantFrom('Alpha Ltd', 'ALPHA LIMITED', 'Beta plc', 'REDACTED', 'Mr J Smith', ''),
    fc.constantFrom('HX1 1UJ', 'LS1 4AP', ''),
    fc.constantFrom('Food', 'Roads', ''),
    fc.constantFrom('03/08/2022', '04/09/2022', 'soon', ''),
    fc.integer({ min: -100_000, max: 100_000 }),
  );
  const head = ['Supplier Name', 'Postcode', 'Category', 'Date', 'Net Amount'];
  const first = ['Start Ltd', 'HX1 1UJ', 'Food', '03/08/2022', '1.00'];
  const cells = (lines: readonly (readonly [string, string, string, string, number])[]) =>
    lines.map(([name, postcode, category, date, pence]) => [
      name,
      postcode,
      category,
      date,
      (pence / 100).toFixed(2),
    ]);
  fc.assert(
    fc.property(fc.array(line, { maxLength: 14 }), fc.nat(14), (lines, cut) => {
      // A line without a name whose amount is the sum above would be taken for a total.
      const named = lines.map(([name, ...rest]) => [name || 'Nobody Ltd', ...rest] as const);
      const whole = spendOf([[head, first, ...cells(named)]], { placeOf });
      const sum = (list: readonly { pence: number }[]) => list.reduce((total, { pence }) => total + pence, 0);
      const expected = 100 + named.reduce((total, [, , , , pence]) => total + pence, 0);
      expect(whole.total.pence).toBe(expected);
      expect(whole.total.local + whole.total.notLocal + whole.total.cannotTell).toBe(expected);
      for (const list of [whole.byMonth, whole.byCategory, whole.byDistrict, whole.suppliers])
        expect(sum(list)).toBe(expected);
      for (const { pence, places } of whole.suppliers) expect(sum(places)).toBe(pence);
      const parts = spendOf(
        [
          [head, first, ...cells(named.slice(0, cut))],
          [head, first, ...cells(named.slice(cut))],
        ],
        { placeOf },
      );
      expect(parts.total.pence).toBe(expected + 100);
      expect(parts.suppliers.length).toBe(whole.suppliers.length);
    }),
    { numRuns: 60 },
  );
});
