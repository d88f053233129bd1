import { describe, expect, it } from 'vitest';
import { type Cell, type LinePlan, LineTally, lineMonth, linePence, lineText } from '../../../core/index.ts';

const plan: LinePlan = { firstRow: 2, supplier: 0, amount: 1, date: 2, category: 3, dateOrder: 'dayFirst' };

function tally(rows: readonly (readonly Cell[])[], more: Partial<LinePlan> = {}, lastRow?: number) {
  const tallied = new LineTally({ ...plan, ...more });
  rows.forEach((cells, index) => {
    tallied.add({ number: index + 1, cells });
  });
  return tallied.result(lastRow);
}

const headings: readonly Cell[] = ['Supplier', 'Amount', 'Date', 'Category'];

describe('groups of payments', () => {
  it('are lines that agree in everything told of them, spaces aside, in order of arrival', () => {
    const { groups, lines } = tally([
      headings,
      [' Alder  Joinery ', '10.00', '01/08/2022', 'Works'],
      ['Birch', '5', '2022-08-02', 'Works'],
      ['Alder Joinery', '-2.50', '31/08/2022', 'Works'],
      ['Alder Joinery', '1', '01/09/2022', 'Works'],
      ['ALDER JOINERY', '1', '01/08/2022', 'Works'],
    ]);
    expect(lines).toBe(5);
    expect(groups).toHaveLength(4);
    expect(groups[0]).toEqual({
      supplier: 'Alder Joinery',
      postcode: null,
      companyNumber: null,
      category: 'Works',
      month: '2022-08',
      supplierType: null,
      lines: 2,
      pence: 750,
      creditLines: 1,
      creditPence: -250,
    });
    expect(groups.map(({ supplier }) => supplier)).toEqual([
      'Alder Joinery',
      'Birch',
      'Alder Joinery',
      'ALDER JOINERY',
    ]);
  });

  it('hold lines that name nobody, and lines without a date in no month', () => {
    const { groups, undatedLines } = tally([
      headings,
      ['Alder', 1, 'soon', null],
      [null, 2, null, null],
      ['Alder', 4],
    ]);
    expect(undatedLines).toBe(3);
    expect(groups.map(({ supplier, month, pence }) => [supplier, month, pence])).toEqual([
      ['Alder', null, 500],
      [null, null, 200],
    ]);
  });

  it('count no line as undated when the table has no dates', () => {
    const { date: _, ...undated } = plan;
    const tallied = new LineTally(undated);
    tallied.add({ number: 2, cells: ['Alder', 1] });
    expect(tallied.result()).toMatchObject({ undatedLines: 0, groups: [{ month: null }] });
  });
});

describe('rows that are no payments', () => {
  it('are blank ones, given or missing, also at the end', () => {
    const totals = tally([headings, ['Alder', 1], [], [null, ' ', '2022-08-01'], ['Birch', 2]], {}, 9);
    expect(totals).toMatchObject({ rows: 8, lines: 2, blankRows: 6 });
  });

  it('are totals: by name, by another cell, or by repeating the sum', () => {
    const totals = tally([
      headings,
      ['Alder', 1],
      ['Birch', 2],
      ['Sub-total', 3],
      ['Cedar', 4],
      [null, 5, null, 'Total for works'],
      [null, 6, null, 'Grand Total:'],
      [null, 12],
    ]);
    expect(totals.totalRows).toEqual([
      { row: 4, pence: 300 },
      { row: 7, pence: 600 },
      { row: 8, pence: 1200 },
    ]);
    expect(totals).toMatchObject({ rows: 7, lines: 4, totalRowCount: 3 });
  });

  it('are not suppliers with the word in their name', () => {
    expect(tally([headings, ['Total Gas & Power Ltd', 1], ['Totals Accountants', 1]]).lines).toBe(2);
  });

  it('are faults where an amount cannot be read, the first hundred listed', () => {
    const totals = tally([
      headings,
      ['Alder', 'ten'],
      ['Birch', null],
      ['Cedar', { error: '#REF!' }],
      ['Dogwood', true],
      ...Array.from({ length: 200 }, () => ['Elm', '1,5']),
    ]);
    expect(totals).toMatchObject({ lines: 0, faultCount: 204, rows: 204 });
    expect(totals.faults).toHaveLength(100);
    expect(totals.faults.slice(0, 3)).toEqual([
      { row: 2, column: 1, found: 'ten' },
      { row: 3, column: 1, found: '' },
      { row: 4, column: 1, found: '#REF!' },
    ]);
  });
});

describe('an amount in pence', () => {
  it.each<[Cell, number]>([
    ['1234.5', 123450],
    ['£1,234.50', 123450],
    ['(1,234.50)', -123450],
    ['1,234.50-', -123450],
    ['-£5', -500],
    ['£-5.00', -500],
    ['£ 5.00', 500],
    ['GBP 12', 1200],
    ['\u22125', -500],
    ['.5', 50],
    ['-0.00', 0],
    [' £-   ', 0],
    ['-', 0],
    ['1.005', 101],
    ['-1.005', -101],
    ['1.0049999999999999999', 100],
    [1.005, 101],
    [-1.005, -101],
    [0.1 + 0.2, 30],
    [-0, 0],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER],
  ])('%j is %d', (cell, pence) => {
    expect(linePence(cell)).toBe(pence);
  });

  it.each<[Cell]>([
    [''],
    ['ten'],
    ['1,5'],
    ['-(5)'],
    ['--5'],
    ['-£-5'],
    ['1e5'],
    ['£'],
    ['90071992547409.92'],
    [1e15],
    [Number.NaN],
    [null],
    [true],
    [{ date: '2022-08-01' }],
  ])('%j is none', (cell) => {
    expect(linePence(cell)).toBeUndefined();
  });

  it('is not slowed down by a cell full of blanks', () => {
    expect(linePence(`(${' '.repeat(200_000)}`)).toBeUndefined();
  });
});

describe('the month of a payment', () => {
  it.each<[Cell, string]>([
    ['2022-08-17', '2022-08'],
    ['2022-08-17T00:00:00Z', '2022-08'],
    ['2022-08-17 13:45:00.000', '2022-08'],
    ['20220817', '2022-08'],
    ['2022-08', '2022-08'],
    ['17/08/2022', '2022-08'],
    ['5/4/22', '2022-04'],
    ['05.04.2022', '2022-04'],
    ['05-04-2022 00:00', '2022-04'],
    ['04/17/2022', '2022-04'],
    ['17 Aug 2022', '2022-08'],
    ['17-Aug-22', '2022-08'],
    ['1st September 2022', '2022-09'],
    ['Sept 2022', '2022-09'],
    ['Aug-22', '2022-08'],
    ['August 17, 2022', '2022-08'],
    [' 17/08/2022 ', '2022-08'],
    [{ date: '2022-08-17' }, '2022-08'],
    [44790, '2022-08'],
    ['44790', '2022-08'],
    ['31/12/99', '1999-12'],
    [1, '1900-01'],
  ])('%j is in %s', (cell, month) => {
    expect(lineMonth(cell, 'dayFirst')).toBe(month);
  });

  it('follows the order of the file where day and month could be either', () => {
    expect(lineMonth('05/04/2022', 'monthFirst')).toBe('2022-05');
    expect(lineMonth('17/08/2022', 'monthFirst')).toBe('2022-08');
  });

  it.each<[Cell]>([
    ['31/02/2022'],
    ['2022-02-30'],
    ['00/01/2022'],
    ['13/13/2022'],
    ['32 Aug 2022'],
    ['Augustus 2022'],
    ['2022'],
    ['1 Jan 1822'],
    ['soon'],
    [60],
    [9e9],
    [true],
    [null],
    [{ error: '#N/A' }],
  ])('%j is in none', (cell) => {
    expect(lineMonth(cell, 'dayFirst')).toBeUndefined();
  });
});

describe('the text of a cell', () => {
  it('loses outer spaces, doubled ones, and the apostrophe that keeps it from being run', () => {
    expect(lineText('  A\u00a0 \tB ')).toBe('A B');
    expect(lineText("'=A")).toBe('=A');
    expect(lineText(' \u00a0 ')).toBeNull();
    expect(lineText(12)).toBe('12');
  });
});
