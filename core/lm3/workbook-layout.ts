import type { ColumnSpec } from '../workbook/read-table.ts';

/**
 * Names of the sheets, headings and settings of a Local Pound workbook for LM3: the template is
 * written from them and a workbook is read by them, so the two cannot drift apart.
 */
export const lm3Sheets = {
  project: { name: 'Project', also: ['Project details', 'About'] },
  payroll: { name: 'Payroll', also: ['Pay', 'Staff', 'Wages'] },
  otherDirectCosts: { name: 'Other direct costs', also: ['Other costs', 'Direct costs'] },
  suppliers: { name: 'Suppliers', also: ['Supplier', 'Supply chain'] },
  settings: { name: 'Settings', also: ['Choices'] },
  staffSurvey: { name: 'Staff survey', also: ['Staff answers'] },
  areas: { name: 'Other areas', also: ['Areas'] },
} as const;

/** The Project and Settings sheets are items with answers. */
export { itemColumns as projectColumns } from '../workbook/items.ts';

export const payrollColumns = [
  { key: 'group', heading: 'Staff group', also: ['Group', 'Team', 'Staff'], required: true },
  { key: 'pay', heading: 'Pay (£)', also: ['Pay', 'Payroll', 'Amount', 'Total pay'], required: true },
  { key: 'local', heading: 'Live in the area', also: ['Local', 'Lives in the area'], required: true },
  { key: 'kind', heading: 'Kind of pay', also: ['Kind'], required: false },
  {
    key: 'tax',
    heading: 'Tax and National Insurance (£)',
    also: ['Tax', 'Tax and NI', 'Tax and National Insurance'],
    required: false,
  },
] as const satisfies readonly ColumnSpec<string>[];

export const otherCostColumns = [
  { key: 'name', heading: 'Cost', also: ['Name', 'Description', 'Item'], required: true },
  { key: 'amount', heading: 'Amount (£)', also: ['Amount', 'Spend'], required: true },
  { key: 'local', heading: 'Local', also: ['Stays in the area'], required: false },
] as const satisfies readonly ColumnSpec<string>[];

export const supplierColumns = [
  { key: 'name', heading: 'Supplier', also: ['Supplier name', 'Name', 'Organisation'], required: true },
  { key: 'spend', heading: 'Spend (£)', also: ['Spend', 'Amount', 'Value', 'Total spend'], required: true },
  { key: 'local', heading: 'Local', also: ['Is local', 'Local supplier'], required: true },
  {
    key: 'respendShare',
    heading: 'Re-spend share',
    also: ['Respend share', 'Share re-spent locally', 'Re-spent in the area'],
    required: true,
  },
  { key: 'category', heading: 'Category', also: ['Supplier category'], required: false },
  { key: 'kind', heading: 'Kind of payment', also: ['Payment kind'], required: false },
  {
    key: 'headOffice',
    heading: 'Head office in the area',
    also: ['Head office local', 'Local head office'],
    required: false,
  },
] as const satisfies readonly ColumnSpec<string>[];

/** Whom the supplier survey writes to; LM3 itself does not read them. */
export const contactColumns = [
  { key: 'contactName', heading: 'Contact name', also: ['Contact'], required: false },
  {
    key: 'email',
    heading: 'E-mail',
    also: ['Email', 'Email address', 'Contact email', 'Contact e-mail'],
    required: false,
  },
] as const satisfies readonly ColumnSpec<string>[];

/** The two columns beside the suppliers for each other area of the project. */
export function areaColumns(area: string): readonly [ColumnSpec<string>, ColumnSpec<string>] {
  return [
    { key: `local:${area}`, heading: `Local: ${area}`, required: false },
    { key: `respendShare:${area}`, heading: `Re-spend share: ${area}`, required: false },
  ];
}

export const staffSurveyColumns = [
  { key: 'answer', heading: 'Answer', also: ['Answer number'], required: true },
  { key: 'local', heading: 'Live in the area', also: ['Local', 'Lives in the area'], required: true },
  { key: 'pay', heading: 'Pay (£)', also: ['Pay', 'Pay in the period'], required: false },
  { key: 'respendShare', heading: 'Re-spend share', also: ['Respend share'], required: false },
  { key: 'item', heading: 'Item', also: ['Spent on'], required: false },
  { key: 'amount', heading: 'Spent (£)', also: ['Spent', 'Amount'], required: false },
  { key: 'localShare', heading: 'Spent in the area', also: ['Share spent in the area'], required: false },
] as const satisfies readonly ColumnSpec<string>[];

export const otherAreaColumns = [
  { key: 'name', heading: 'Area', also: ['Name', 'Area name'], required: true },
  { key: 'kind', heading: 'Kind of area', also: ['Kind'], required: false },
  { key: 'population', heading: 'Population', required: false },
  { key: 'radiusKm', heading: 'Radius (km)', also: ['Radius', 'Radius in km'], required: false },
  {
    key: 'payrollLocal',
    heading: 'Pay to staff who live there (£)',
    also: ['Pay to staff who live there', 'Local pay'],
    required: true,
  },
] as const satisfies readonly ColumnSpec<string>[];

/** The lines on the Project sheet, in the order shown. */
export const projectItems = {
  name: 'Project name',
  area: 'Local area',
  period: 'Period',
  scope: 'Whole organisation or one contract',
  income: 'Income (£)',
  method: 'Method',
  nonResponse: 'Suppliers that do not answer',
  localStaff: 'Local staff re-spend share',
  nonLocalStaff: 'Non-local staff re-spend share',
} as const;

/** The lines on the Settings sheet, in the order shown. A workbook may lack the sheet: the standards hold. */
export const settingItems = {
  taxMode: 'Tax and National Insurance',
  payEntered: 'Pay was entered',
  vat: 'VAT',
  supplierPlace: 'A supplier is local by',
  meanOfAnswers: 'Mean of answers',
  largestChased: 'Largest suppliers chased',
  categoryStrata: 'Strata by category',
  leaveOut: 'Left out',
  target: 'LM3 to reach',
  areaKind: 'Kind of area',
  population: 'Population of the area',
  radiusKm: 'Radius of the area (km)',
  deadweight: 'Net: deadweight',
  displacement: 'Net: displacement',
  leakage: 'Net: leakage',
  substitution: 'Net: substitution',
} as const;
