import { defaultProxies, type Lm3Project } from '../lm3/project.ts';
import { methodWords, nonResponseWords, scopeWords } from '../lm3/setting-words.ts';
import {
  lm3Sheets,
  otherCostColumns,
  payrollColumns,
  projectColumns,
  projectItems,
  supplierColumns,
} from '../lm3/workbook-layout.ts';
import { cellAddress } from '../workbook/cell.ts';
import type { CellSpec, PlacedCell, SheetSpec, TableSpec, ValidationSpec } from './workbook-spec.ts';

/** What goes into the input sheets: of an empty template, of the sample, or of a project reported on. */
export interface InputRows {
  readonly project: Partial<Record<keyof typeof projectItems, string | number>>;
  readonly payroll: readonly (readonly [group: string, pay: number | null, local: string])[];
  readonly otherDirectCosts: readonly (readonly [name: string, amount: number | null, local: string])[];
  readonly suppliers: readonly (readonly [
    name: string,
    spend: number | null,
    local: string,
    share: number | null,
  ])[];
}

/** Row of the headings on every input sheet; the title and a sentence stand above. */
const headingRow = 4;
/** Validation reaches this far below the last filled row, for lines added later. */
const roomBelow = 5000;

const yesNo = { kind: 'list', choices: ['Yes', 'No'] } as const;
const positive = { kind: 'decimal', from: 0, to: 1e13 } as const;
const money = { kind: 'decimal', from: -1e13, to: 1e13 } as const;
const share = { kind: 'decimal', from: 0, to: 1 } as const;

/** The address of one answer on the Project sheet, for formulas. */
export function projectAnswer(item: keyof typeof projectItems): string {
  const place = Object.keys(projectItems).indexOf(item);
  return `'${lm3Sheets.project.name}'!$B$${headingRow + 1 + place}`;
}

export function projectSheet({ project }: InputRows): SheetSpec {
  const rows = (Object.keys(projectItems) as (keyof typeof projectItems)[]).map((item): CellSpec[] => {
    const { what, style } = projectHelp[item];
    return [
      { value: projectItems[item], style: 'label' },
      { value: project[item] ?? null, style },
      { value: what, style: 'text' },
    ];
  });
  const answerAt = (item: keyof typeof projectItems) =>
    projectAnswer(item).split('!')[1]?.replaceAll('$', '') ?? '';
  return {
    ...page(
      lm3Sheets.project.name,
      'Project',
      'Fill in the coloured cells. Name, area and period are printed on every result.',
      [38, 40, 80],
    ),
    tables: [
      table(
        'ProjectDetails',
        [...projectColumns.map((column) => ({ text: column.heading })), { text: 'What to enter' }],
        rows,
      ),
    ],
    validations: [
      {
        range: answerAt('scope'),
        rule: { kind: 'list', choices: scopeWords },
        message: 'Choose one from the list.',
      },
      {
        range: answerAt('income'),
        rule: positive,
        message: 'Enter an amount in pounds, or leave the cell empty.',
      },
      {
        range: answerAt('method'),
        rule: { kind: 'list', choices: Object.values(methodWords) },
        message: 'Choose one from the list.',
      },
      {
        range: answerAt('nonResponse'),
        rule: { kind: 'list', choices: Object.values(nonResponseWords) },
        message: 'Choose one from the list.',
      },
      { range: answerAt('localStaff'), rule: share, message: shareMessage },
      { range: answerAt('nonLocalStaff'), rule: share, message: shareMessage },
    ],
  };
}

const shareMessage = 'Enter a percentage from 0% to 100%.';

const projectHelp: Record<keyof typeof projectItems, { what: string; style: CellSpec['style'] & string }> = {
  name: { what: 'A name that means something to you and to your suppliers.', style: 'input' },
  area: { what: 'What counts as local: a council area, or a distance round a point.', style: 'input' },
  period: {
    what: 'The months that the figures cover, for example April 2025 to March 2026.',
    style: 'input',
  },
  scope: { what: 'Whether the figures cover everything you spend or one contract.', style: 'input' },
  income: {
    what: 'Leave empty to let round 1 be the spending. If you enter an income, what was not spent counts as not local.',
    style: 'inputGbp',
  },
  method: {
    what: 'All recipients counts what everyone you paid re-spends in the area (as LM3 Online does). Chain follows only money that was local.',
    style: 'input',
  },
  nonResponse: {
    what: 'How suppliers without an answer are counted in LM3. The bounds never depend on this.',
    style: 'input',
  },
  localStaff: {
    what: 'Share of their pay that staff who live in the area spend in it. Standard: 66%.',
    style: 'inputShare',
  },
  nonLocalStaff: {
    what: 'Share of their pay that staff who live elsewhere spend in the area. Standard: 33%.',
    style: 'inputShare',
  },
};

export function payrollSheet({ payroll }: InputRows): SheetSpec {
  const rows = payroll.map(([group, pay, local]) =>
    cells(['input', group], ['inputGbp', pay], ['input', local], ['input', null], ['inputGbp', null]),
  );
  const end = lastRow(rows.length);
  return {
    ...page(
      lm3Sheets.payroll.name,
      'Payroll',
      'Pay after tax and National Insurance in the period, split by where staff live.',
      [44, 18, 18],
    ),
    tables: [table('Payroll', headings(payrollColumns, payrollNotes), rows)],
    validations: [
      column(1, end, positive, 'Enter pay in pounds, 0 or more.'),
      column(2, end, yesNo, 'Choose Yes if these staff live in the area, No if they do not.'),
    ],
  };
}

const payrollNotes = {
  group: 'Any groups will do, as long as each lives either in or outside the area. Do not name people.',
  pay: 'Pounds in the period. Use one basis throughout: after tax and National Insurance is the standard.',
  local: 'Yes if they live in the local area, No if not.',
  kind: 'Leave empty for staff. Directors, employer’s pension, employer’s National Insurance and agency staff stand on lines of their own.',
  tax: 'Pounds of tax and National Insurance of this group. Needed only where the Settings sheet counts tax, or where pay was entered before tax.',
};

export function otherCostsSheet({ otherDirectCosts }: InputRows): SheetSpec {
  const rows = otherDirectCosts.map(([name, amount, local]) =>
    cells(['input', name], ['inputGbp', amount], ['input', local]),
  );
  const end = lastRow(rows.length);
  return {
    ...page(
      lm3Sheets.otherDirectCosts.name,
      'Other direct costs',
      'Costs that are neither pay nor a supplier: utilities, finance charges, business rates. This sheet may stay empty.',
      [44, 18, 18],
    ),
    tables: [table('OtherDirectCosts', headings(otherCostColumns, otherCostNotes), rows)],
    validations: [
      column(1, end, positive, 'Enter an amount in pounds, 0 or more.'),
      column(2, end, yesNo, 'Choose Yes only if this money stays in the area.'),
    ],
  };
}

const otherCostNotes = {
  name: 'For example: electricity, telephones, bank charges, business rates.',
  amount: 'Pounds in the period, without VAT that you get back.',
  local: 'Leave empty for No. Other direct costs count as leaving the area unless you say Yes.',
};

export function suppliersSheet({ suppliers }: InputRows, more: Partial<TableSpec> = {}): SheetSpec {
  const rows = suppliers.map(([name, spend, local, respendShare]) =>
    cells(
      ['input', name],
      ['inputGbp', spend],
      ['input', local],
      ['inputShare', respendShare],
      ['input', null],
      ['input', null],
      ['input', null],
    ),
  );
  const end = lastRow(rows.length);
  return {
    ...page(
      lm3Sheets.suppliers.name,
      'Suppliers',
      'One line for each supplier. Leave the re-spend share empty until the supplier has answered.',
      [44, 18, 12, 18, 22, 20, 14],
    ),
    tables: [{ ...table('Suppliers', headings(supplierColumns, supplierNotes), rows), ...more }],
    validations: [
      column(1, end, money, 'Enter an amount in pounds. A net credit has a minus.'),
      column(2, end, yesNo, 'Choose Yes if the work is done from the local area, No if not.'),
      column(3, end, share, `${shareMessage} Leave empty if the supplier has not answered.`),
    ],
  };
}

const supplierNotes = {
  name: 'Merge different spellings of one supplier before you count.',
  spend: 'Pounds paid in the period, without VAT that you get back.',
  local: 'Yes if the place that the work is done from is in the local area.',
  respendShare:
    'Of every £100 you paid, the share that the supplier spent again in the area, on people who live there and firms that work from there. Empty means not answered; that is not the same as 0%.',
  category: 'What the supplier sells, in the words of your ledger. May stay empty.',
  kind: 'Leave empty for an ordinary payment. Redacted names, payments to people, benefits, grants passed on, internal recharges and other public bodies can be left out on the Settings sheet.',
  headOffice: 'Yes or No where you know it, for branches of national chains. May stay empty.',
};

/** The rows of the input sheets for a project, so that a report can be read back as a workbook. */
export function inputRowsOf(project: Lm3Project): InputRows {
  const said = (local: boolean) => (local ? 'Yes' : 'No');
  return {
    project: {
      name: project.name,
      ...(project.area === undefined ? {} : { area: project.area }),
      ...(project.period === undefined ? {} : { period: project.period }),
      ...(project.scope === undefined ? {} : { scope: project.scope }),
      ...(project.income === undefined ? {} : { income: project.income }),
      method: methodWords[project.method],
      nonResponse: nonResponseWords[project.nonResponse],
      localStaff: project.proxies.localStaff,
      nonLocalStaff: project.proxies.nonLocalStaff,
    },
    payroll: [
      ['Staff who live in the area', project.payroll.local, 'Yes'],
      ['Staff who live outside the area', project.payroll.nonLocal, 'No'],
    ],
    otherDirectCosts: project.otherDirectCosts.map(({ name, amount, local }) => [name, amount, said(local)]),
    suppliers: project.suppliers.map(({ name, spend, local, respendShare }) => [
      name,
      spend,
      said(local),
      respendShare,
    ]),
  };
}

/** Settings of an empty template. */
export const standardSettings: InputRows['project'] = {
  method: methodWords.allRecipients,
  nonResponse: nonResponseWords.extrapolate,
  ...defaultProxies,
};

function page(name: string, title: string, subtitle: string, widths: number[]) {
  const placed: PlacedCell[] = [
    { address: 'A1', value: title, style: 'title' },
    { address: 'A2', value: subtitle, style: 'subtitle' },
  ];
  return { name, widths, cells: placed, freeze: { rows: headingRow, columns: 1 } };
}

function table(name: string, headingCells: TableSpec['headings'], rows: TableSpec['rows']): TableSpec {
  return { name, row: headingRow, column: 1, headings: headingCells, rows };
}

function headings<Key extends string>(
  columns: readonly { key: Key; heading: string }[],
  notes: Record<Key, string>,
): TableSpec['headings'] {
  return columns.map(({ key, heading }) => ({ text: heading, note: notes[key] }));
}

const cells = (...pairs: [CellSpec['style'] & string, CellSpec['value']][]): CellSpec[] =>
  pairs.map(([style, value]) => ({ style, value: value === '' ? null : value }));

const lastRow = (rows: number): number => headingRow + rows + roomBelow;

function column(index: number, end: number, rule: ValidationSpec['rule'], message: string): ValidationSpec {
  return { range: `${cellAddress(index, headingRow + 1)}:${cellAddress(index, end)}`, rule, message };
}
