import type { ColumnSpec } from '../../workbook/read-table.ts';

/** Sheets of the impact plan. */
export const impactSheets = {
  theory: { name: 'Theory of change', also: ['Plan'] },
  indicators: { name: 'Indicators', also: ['Measures'] },
  data: { name: 'Data to collect', also: ['Data'] },
  steps: { name: 'Ten steps', also: ['Steps'] },
  summary: { name: 'Summary', also: [] },
  bank: { name: 'Indicator bank', also: [] },
} as const;

export const theoryItems = {
  name: 'Name of the plan',
  organisation: 'Organisation',
  area: 'Area',
  period: 'Period',
  change: 'What is to change',
  activities: 'What we do to bring it about',
  shows: 'What would show that it came',
  challenger: 'Who challenges data and findings (a role)',
  lookingBack: 'Looking back: gaps, and what to do otherwise',
} as const;

export const plannedColumns = [
  { key: 'name', heading: 'Indicator', required: true },
  { key: 'characteristic', heading: 'Characteristic', required: false },
  { key: 'standing', heading: 'Key or other', required: false },
  { key: 'unit', heading: 'Measured in', also: ['Unit'], required: true },
  { key: 'baseline', heading: 'Baseline', required: true },
  { key: 'baselineDate', heading: 'Baseline date', required: false },
  { key: 'target', heading: 'Target', required: true },
  { key: 'targetDate', heading: 'Target date', required: false },
  { key: 'actual', heading: 'Actual', required: true },
  { key: 'actualDate', heading: 'Actual date', required: false },
  { key: 'progress', heading: 'Progress', required: false },
  { key: 'reading', heading: 'Where it stands', required: false },
  { key: 'who', heading: 'By whom', required: false },
  { key: 'note', heading: 'Note', required: false },
  { key: 'needs', heading: 'Data needed', required: false },
  { key: 'collect', heading: 'How to collect it', required: false },
  { key: 'often', heading: 'When', required: false },
  { key: 'source', heading: 'Source', required: false },
] as const satisfies readonly ColumnSpec<string>[];
export type PlannedColumn = (typeof plannedColumns)[number]['key'];

export const dataColumns = [
  { key: 'kind', heading: 'Kind of data', required: true },
  { key: 'usedBy', heading: 'Indicators that use it', required: false },
  { key: 'atHand', heading: 'Do we have it?', required: true },
  { key: 'when', heading: 'When', required: false },
  { key: 'who', heading: 'By whom', required: false },
  { key: 'note', heading: 'Note', required: false },
] as const satisfies readonly ColumnSpec<string>[];

export const stepColumns = [
  { key: 'number', heading: 'Step', required: true },
  { key: 'name', heading: 'What it is', required: false },
  { key: 'ask', heading: 'What to do', required: false },
  { key: 'sheet', heading: 'On the sheet', required: false },
  { key: 'who', heading: 'By whom', required: false },
  { key: 'when', heading: 'By when', required: false },
  { key: 'done', heading: 'Done', required: true },
  { key: 'note', heading: 'Note', required: false },
] as const satisfies readonly ColumnSpec<string>[];

/** What the workbook shows for an indicator that is not in the bank. */
export const ownIndicator = 'your own';
