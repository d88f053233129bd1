import { describe, expect, it } from 'vitest';
import { type Cell, readLm3Workbook, type Sheet } from '../../../core/index.ts';

const sheet = (name: string, rows: readonly Cell[][]): Sheet => ({
  name,
  rows: rows.map((cells, index) => ({ number: index + 1, cells })),
});

const project = sheet('Project', [
  ['Item', 'Answer'],
  ['Project name', 'P'],
  ['Local area', 'A'],
]);
const payroll = sheet('Payroll', [
  ['Staff group', 'Pay (£)', 'Live in the area'],
  ['Team', 100, 'Yes'],
  ['Office', '£1,000.50', 'No'],
]);
const suppliers = sheet('Suppliers', [
  ['Supplier', 'Spend (£)', 'Local', 'Re-spend share'],
  ['S', 10, 'Yes', 0.4],
  ['T', 20, 'no', null],
]);

describe('reading an LM3 workbook', () => {
  it('takes sheets and columns in any order, other headings and rows above them', () => {
    const moved = sheet('supply chain', [
      ['Our suppliers'],
      [],
      [null, 'Local?', 'Re-spent in the area', 'Amount', 'Supplier name'],
      [null, true, '40%', '1,000', 'S'],
    ]);
    const outcome = readLm3Workbook([moved, payroll, project]);
    expect(outcome.ok && outcome.value.suppliers).toEqual([
      { name: 'S', spend: 1000, local: true, respendShare: 0.4, where: 'supply chain row 4' },
    ]);
  });

  it('adds up payroll, passes over blank rows, and takes "do not know" for silence', () => {
    const outcome = readLm3Workbook([
      project,
      payroll,
      sheet('Suppliers', [
        ...suppliers.rows.map((row) => [...row.cells]),
        [null, null, null, null],
        ['U', 5, 'Yes', "Don't know"],
      ]),
    ]);
    expect(outcome.ok && outcome.value.payroll).toMatchObject({ local: 100, nonLocal: 1000.5 });
    expect(outcome.ok && outcome.value.suppliers.map((supplier) => supplier.respendShare)).toEqual([
      0.4,
      null,
      null,
    ]);
  });

  it('keeps the standard choices when settings are left empty, and names a choice it does not know', () => {
    const outcome = readLm3Workbook([project, payroll, suppliers]);
    expect(outcome.ok && [outcome.value.method, outcome.value.nonResponse, outcome.value.proxies]).toEqual([
      'allRecipients',
      'extrapolate',
      { localStaff: 0.66, nonLocalStaff: 0.33 },
    ]);
    const wrong = sheet('Project', [
      ['Item', 'Answer'],
      ['Project name', 'P'],
      ['Method', 'Guesswork'],
    ]);
    const refused = readLm3Workbook([wrong, payroll, suppliers]);
    expect(refused.issues[0]).toMatchObject({
      where: { sheet: 'Project', cell: 'B3' },
      found: '"Guesswork"',
      expected: '"All recipients" or "Chain"',
    });
  });

  it('names every missing sheet and column at once', () => {
    const outcome = readLm3Workbook([sheet('Payroll', [['Staff group', 'Pay (£)']])]);
    expect(outcome.ok).toBe(false);
    expect(outcome.issues.map((issue) => issue.expected)).toEqual([
      'a sheet named "Project"',
      'a column headed "Live in the area"',
      'a sheet named "Suppliers"',
    ]);
  });

  it('gives the place of a name that is too long', () => {
    const long = 'x'.repeat(201);
    const outcome = readLm3Workbook([
      project,
      payroll,
      sheet('Suppliers', [
        ['Supplier', 'Spend (£)', 'Local', 'Re-spend share'],
        [long, 1, 'Yes', null],
      ]),
    ]);
    expect(outcome.issues).toMatchObject([
      { where: { sheet: 'Suppliers', cell: 'A2' }, expected: 'a text of at most 200 characters' },
    ]);
  });

  it('finds nothing in no workbook', () => {
    expect(readLm3Workbook([]).ok).toBe(false);
  });
});
