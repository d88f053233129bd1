import type { ColumnSpec } from '../../workbook/read-table.ts';

/** Sheets of the assessment workbook. */
export const assessmentSheets = {
  about: { name: 'About', also: ['Organisation'] },
  assessment: { name: 'Assessment', also: ['Self-assessment'] },
  socialValue: { name: 'Social value', also: ['Social value check'] },
} as const;

export const aboutItems = {
  organisation: 'Organisation',
  kind: 'Kind of organisation',
  area: 'Area',
  date: 'Date of the assessment',
} as const;

export const viewColumns = [
  { key: 'characteristic', heading: 'Characteristic', required: true },
  { key: 'stage', heading: 'Where we are', also: ['Stage', 'Score'], required: true },
  { key: 'evidence', heading: 'Evidence', required: false },
  { key: 'strength', heading: 'Strength', required: false },
  { key: 'gap', heading: 'Gap', required: false },
  { key: 'nextStep', heading: 'Next step', required: false },
] as const satisfies readonly ColumnSpec<string>[];

export const socialValueItems = {
  policy: 'Does the council have a social value policy?',
  applied: 'Where is social value applied in tenders?',
  weight: 'What weight does social value usually have in scoring?',
} as const;
