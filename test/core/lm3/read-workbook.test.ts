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

  it('reads settings, kinds of pay, staff survey, other areas and all that may stand beside a supplier', () => {
    const outcome = readLm3Workbook([
      project,
      sheet('Settings', [
        ['Item', 'Answer'],
        ['Tax and National Insurance', 'In pay, re-spend share on pay after tax'],
        ['Pay was entered', 'Before tax and National Insurance'],
        ['VAT', 'Included in the amounts'],
        ['A supplier is local by', 'Its head office'],
        ['Mean of answers', 'Every answer alike'],
        ['Largest suppliers chased', 30],
        ['Strata by category', 'No'],
        ['Left out', 'Redacted name, Grant passed on'],
        ['LM3 to reach', 2.1],
        ['Kind of area', 'District or council area'],
        ['Population of the area', 210000],
        ['Net: deadweight', '20%'],
      ]),
      sheet('Payroll', [
        ['Staff group', 'Pay (£)', 'Live in the area', 'Kind of pay', 'Tax and National Insurance (£)'],
        ['Team', 1000, 'Yes', null, 200],
        ['Chief', 90, 'No', 'Directors', null],
        ['Pension', 50, null, 'Employer’s pension', null],
      ]),
      sheet('Staff survey', [
        ['Answer', 'Live in the area', 'Pay (£)', 'Re-spend share', 'Item', 'Spent (£)', 'Spent in the area'],
        ['1', 'Yes', 400, '50%', null, null, null],
        ['2', 'Yes', 300, null, 'Food', 100, 0.4],
        ['2', null, null, null, 'Rent or mortgage', 200, 1],
      ]),
      sheet('Other areas', [
        ['Area', 'Kind of area', 'Population', 'Radius (km)', 'Pay to staff who live there (£)'],
        ['West Yorkshire', 'County', 2_350_000, null, 950],
      ]),
      sheet('Suppliers', [
        [
          'Supplier',
          'Spend (£)',
          'Local',
          'Re-spend share',
          'Category',
          'Kind of payment',
          'Head office in the area',
          'Local: West Yorkshire',
          'Re-spend share: West Yorkshire',
        ],
        ['S', 10, 'Yes', 0.4, 'Care', null, 'No', 'Yes', '60%'],
        ['T', 20, 'No', null, null, 'Redacted name', null, null, null],
      ]),
    ]);
    expect(outcome.issues).toEqual([]);
    expect(outcome.ok && outcome.value).toMatchObject({
      settings: {
        taxMode: 'proxyOnNet',
        vat: 'included',
        supplierPlace: 'headOffice',
        meanOfAnswers: 'unweighted',
        largestChased: 30,
        categoryStrata: false,
        leaveOut: ['redacted', 'grant'],
      },
      target: 2.1,
      areaKind: 'district',
      population: 210000,
      net: { deadweight: 0.2, displacement: 0, leakage: 0, substitution: 0 },
      payroll: {
        local: 1000,
        nonLocal: 0,
        entered: 'gross',
        tax: { local: 200, nonLocal: 0 },
        extras: [
          { name: 'Chief', kind: 'directors', amount: 90, local: false },
          { name: 'Pension', kind: 'employerPension', amount: 50, local: false },
        ],
      },
      staffSurvey: [
        { answer: '1', local: true, pay: 400, respendShare: 0.5 },
        {
          answer: '2',
          local: true,
          pay: 300,
          items: [
            { item: 'food', amount: 100, localShare: 0.4 },
            { item: 'rentOrMortgage', amount: 200, localShare: 1 },
          ],
        },
      ],
      areas: [{ name: 'West Yorkshire', kind: 'county', population: 2_350_000, payrollLocal: 950 }],
      suppliers: [
        {
          category: 'Care',
          headOfficeLocal: false,
          areas: { 'West Yorkshire': { local: true, respendShare: 0.6 } },
        },
        { kind: 'redacted' },
      ],
    });
  });

  it('names the cell of a setting it does not know, and the sheet of fields that contradict each other', () => {
    const settings = (rows: Cell[][]) => sheet('Settings', [['Item', 'Answer'], ...rows]);
    const unknown = readLm3Workbook([
      project,
      payroll,
      suppliers,
      settings([
        ['Left out', 'Redacted name, Sweets'],
        ['LM3 to reach', 4],
      ]),
    ]);
    expect(unknown.issues).toMatchObject([
      { where: { sheet: 'Settings', cell: 'B2' }, found: '"Redacted name, Sweets"' },
      { where: { sheet: 'Settings', cell: 'B3' }, expected: 'an LM3 from 1 to 3' },
    ]);
    const noTax = readLm3Workbook([
      project,
      payroll,
      suppliers,
      settings([['Pay was entered', 'Before tax and National Insurance']]),
    ]);
    expect(noTax.issues).toMatchObject([{ severity: 'error', where: { sheet: 'Payroll' } }]);
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
