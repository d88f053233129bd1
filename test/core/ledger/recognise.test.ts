import { describe, expect, it } from 'vitest';
import type { Cell, Row } from '../../../core/index.ts';
import { type ColumnMapping, recogniseLedger } from '../../../core/index.ts';
import layouts from '../../fixtures/ledger-headings/layouts.json' with { type: 'json' };

const rowsOf = (table: readonly (readonly Cell[])[]): Row[] =>
  table.map((cells, index) => ({
    number: index + 1,
    cells: cells.map((cell) => (cell === '' ? null : cell)),
  }));

function recognised(table: readonly (readonly Cell[])[], mapping: ColumnMapping = {}) {
  const outcome = recogniseLedger(rowsOf(table), mapping);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

describe('the headings of councils', () => {
  it('come from more than 60 layouts', () => {
    expect(layouts.length).toBeGreaterThan(60);
    expect(new Set(layouts.map(({ council }) => council)).size).toBe(layouts.length);
  });

  it.each(layouts.map((layout) => [layout.council, layout] as const))('of %s are known', (_, layout) => {
    const { columns, headingRow } = recognised(layout.rows);
    const found = Object.fromEntries(columns.map(({ role, heading }) => [role, heading]));
    expect(found).toMatchObject(layout.expect);
    expect(headingRow).toBe(layout.rows.length);
  });
});

describe('what the headings do not say', () => {
  const body = [
    ['03/08/2022', 'HX1 1UJ', 'Alpha Foods Ltd', '6501979', '1,250.40'],
    ['14/08/2022', 'LS1 4AP', 'Beta Services Limited', '4887730', '-20.00'],
    ['15/08/2022', 'HX2 0AA', 'Gamma Trust', '', '£99.99'],
    ['16/08/2022', 'HX2 0AB', 'Delta plc', '', '(45.10)'],
  ];

  it('is told by the cells, and said to be so', () => {
    const { columns, plan, headingRow, notes } = recognised(body);
    expect(headingRow).toBeUndefined();
    expect(plan).toMatchObject({ firstRow: 1, date: 0, postcode: 1, supplier: 2, amount: 4 });
    expect(columns.filter(({ role }) => role === 'supplier' || role === 'amount')).toMatchObject([
      { sureness: 'low', heading: null },
      { sureness: 'low', heading: null },
    ]);
    expect(notes.join(' ')).toContain('no row of headings');
    expect(notes.join(' ')).toContain('Supplier: column C was taken');
  });

  it('is told by the cells where one heading is strange', () => {
    const { plan, columns } = recognised([['Date', 'PC', 'Whom', 'Ref', 'Net Amount'], ...body]);
    expect(plan).toMatchObject({ firstRow: 2, supplier: 2, amount: 4, date: 0, postcode: 1 });
    expect(columns.find(({ role }) => role === 'amount')?.sureness).toBe('high');
    expect(columns.find(({ role }) => role === 'supplier')?.sureness).toBe('low');
  });

  it('is asked for where nothing tells it, with the headings there are', () => {
    const outcome = recogniseLedger(
      rowsOf([
        ['Colour', 'Shape'],
        ['red', 'round'],
        ['blue', 'square'],
      ]),
    );
    expect(outcome.ok).toBe(false);
    expect(outcome.issues[0]?.expected).toContain('"Supplier Name" and "Net Amount"');
    expect(outcome.issues[0]?.mend).toContain('--column supplier="HEADING"');
  });
});

describe('several columns of amounts', () => {
  it('net comes before gross, and VAT is never the amount', () => {
    const table = [
      ['Supplier', 'Gross', 'VAT', 'Net'],
      ['A Ltd', '120.00', '20.00', '100.00'],
    ];
    expect(recognised(table).plan.amount).toBe(3);
    expect(recognised(table).amountBasis).toBe('net');
    const gross = recognised([
      ['Supplier', 'VAT Amount', 'Gross'],
      ['A Ltd', '20.00', '120.00'],
    ]);
    expect(gross.plan.amount).toBe(2);
    expect(gross.notes.join(' ')).toContain('include VAT');
  });

  it('debits and credits in columns of their own are a pair', () => {
    const { plan, creditColumn } = recognised([
      ['Supplier', 'Debit', 'Credit'],
      ['A Ltd', '120.00', ''],
      ['B Ltd', '', '20.00'],
    ]);
    expect([plan.amount, creditColumn]).toEqual([1, 2]);
  });

  it('a column of codes headed Total is not money beside one of pounds', () => {
    const { plan } = recognised([
      ['Supplier', 'Value', 'Amount'],
      ['A Ltd', 'high', '120.00'],
      ['B Ltd', 'low', '5.00'],
    ]);
    expect(plan.amount).toBe(2);
  });
});

describe('Welsh headings', () => {
  // Words that we expect; no Welsh file was at hand.
  it('are known alone and beside English ones', () => {
    const welsh = recognised([
      ['Enw Cyflenwr', 'Dyddiad Talu', 'Swm Net', 'Gwasanaeth'],
      ['Cwmni Bwyd Cyf', '03/08/2022', '100.00', 'Addysg'],
    ]);
    expect(welsh.plan).toMatchObject({ supplier: 0, date: 1, amount: 2, category: 3 });
    const both = recognised([
      ["Enw'r Cyflenwr / Supplier Name", 'Dyddiad Talu / Payment Date', 'Swm Net / Net Amount'],
      ['Cwmni Bwyd Cyf', '03/08/2022', '100.00'],
    ]);
    expect(both.plan).toMatchObject({ supplier: 0, date: 1, amount: 2 });
    expect(both.columns.every(({ sureness }) => sureness === 'high')).toBe(true);
  });
});

describe('where the table begins', () => {
  it('titles above the headings are passed over and counted', () => {
    const { plan, titleRows } = recognised([
      ['A council'],
      ['Payments over £500, August 2022'],
      ['Supplier Name', 'Net Amount'],
      ['A Ltd', '600.00'],
    ]);
    expect([plan.firstRow, titleRows]).toEqual([4, 2]);
  });

  it('headings over two rows are read together', () => {
    const { plan, headings } = recognised([
      ['Payment', '', 'Supplier', '', 'Invoice amount', ''],
      ['Date', 'Number', 'Name', 'Postcode', 'inc VAT', 'exc VAT'],
      ['03/08/2022', '17', 'A Ltd', 'HX1 1UJ', '120.00', '100.00'],
    ]);
    expect(plan).toMatchObject({ firstRow: 3, date: 0, supplier: 2, postcode: 3, amount: 5 });
    expect(headings[5]).toBe('Invoice amount exc VAT');
  });
});

describe('dates', () => {
  const dated = (...dates: string[]) =>
    recognised([['Date', 'Supplier', 'Amount'], ...dates.map((date) => [date, 'A Ltd', '1.00'])]);

  it('have the day first unless one proves otherwise', () => {
    expect(dated('03/08/2022', '04/08/2022').plan.dateOrder).toBe('dayFirst');
    expect(dated('08/03/2022', '08/25/2022').plan.dateOrder).toBe('monthFirst');
    expect(dated('25/08/2022', '08/25/2022').notes.join(' ')).toContain('do not agree');
  });

  it.each(['Paid on', 'When paid', 'Posted on'])('stand below "%s" too', (heading) => {
    const { plan } = recognised([
      ['Supplier', heading, 'Amount'],
      ['A Ltd', '03/08/2022', '1.00'],
    ]);
    expect(plan.date).toBe(1);
  });
});

describe('what a person says', () => {
  const table = [
    ['Paid to', 'Agreed with', 'Sum A', 'Sum B'],
    ['A Ltd', 'B Ltd', '1.00', '2.00'],
    ['C Ltd', 'D Ltd', '3.00', '4.00'],
  ];

  it('overrides what the headings say', () => {
    const { plan, columns } = recognised(table, { supplier: 'agreed with', amount: 'D' });
    expect([plan.supplier, plan.amount]).toEqual([1, 3]);
    expect(columns.find(({ role }) => role === 'amount')?.sureness).toBe('said');
  });

  it('is refused with the headings and the nearest where it is misspelt', () => {
    const outcome = recogniseLedger(rowsOf(table), { supplier: 'Agreed wth', amount: 'Sum A' });
    expect(outcome.issues).toHaveLength(1);
    expect(outcome.issues[0]?.expected).toContain('"Paid to", "Agreed with", "Sum A", "Sum B"');
    expect(outcome.issues[0]?.mend).toContain('supplier="Agreed with"');
  });

  it('is refused where one column is to be two things', () => {
    const outcome = recogniseLedger(rowsOf(table), {
      supplier: 'Paid to',
      category: 'Paid to',
      amount: 'Sum A',
    });
    expect(outcome.issues[0]?.found).toContain('both');
  });
});
