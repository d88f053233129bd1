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
} as const;

export const projectColumns = [
  { key: 'item', heading: 'Item', required: true },
  { key: 'answer', heading: 'Answer', also: ['Value', 'Entry'], required: true },
] as const satisfies readonly ColumnSpec<string>[];

export const payrollColumns = [
  { key: 'group', heading: 'Staff group', also: ['Group', 'Team', 'Staff'], required: true },
  { key: 'pay', heading: 'Pay (£)', also: ['Pay', 'Payroll', 'Amount', 'Total pay'], required: true },
  { key: 'local', heading: 'Live in the area', also: ['Local', 'Lives in the area'], required: true },
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
] as const satisfies readonly ColumnSpec<string>[];

/** The settings on the Project sheet, in the order shown. */
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
