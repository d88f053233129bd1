import { otherAreasSheet } from './lm3-inputs/other-areas-sheet.ts';
import { otherCostsSheet } from './lm3-inputs/other-costs-sheet.ts';
import { payrollSheet } from './lm3-inputs/payroll-sheet.ts';
import { projectSheet } from './lm3-inputs/project-sheet.ts';
import { type InputRows, standardProject, standardSettingAnswers } from './lm3-inputs/rows.ts';
import { settingsSheet } from './lm3-inputs/settings-sheet.ts';
import { staffSurveySheet } from './lm3-inputs/staff-survey-sheet.ts';
import { suppliersSheet } from './lm3-inputs/suppliers-sheet.ts';
import { lm3SampleRows } from './lm3-sample.ts';
import type { PlacedCell, SheetSpec, WorkbookSpec } from './workbook-spec.ts';

/**
 * An empty workbook for LM3, or one filled with the fictional sample. The four sheets that everyone
 * needs stand first; those behind them may stay as they are.
 */
export function lm3Template(options: { readonly sample: boolean }): WorkbookSpec {
  const rows = options.sample ? lm3SampleRows : emptyRows;
  return {
    title: options.sample ? 'LM3 workbook with a fictional sample' : 'LM3 workbook',
    sheets: [
      startSheet(options.sample),
      projectSheet(rows),
      payrollSheet(rows),
      otherCostsSheet(rows),
      suppliersSheet(rows, undefined, true),
      settingsSheet(rows),
      staffSurveySheet(rows),
      otherAreasSheet(rows),
    ],
    names: [],
  };
}

const emptyRows: InputRows = {
  project: standardProject,
  settings: standardSettingAnswers,
  payroll: emptyLines(12),
  otherDirectCosts: emptyLines(12),
  suppliers: emptyLines(300),
  staffSurvey: emptyLines(20),
  areas: emptyLines(4),
};

function emptyLines(count: number): readonly Record<string, never>[] {
  return Array.from({ length: count }, () => ({}));
}

const guide = [
  ['1. Project', 'Name, local area, period and method. The standard choices are filled in.'],
  ['2. Payroll', 'Pay by groups of staff, and whether they live in the area. No names of people.'],
  ['3. Other direct costs', 'Costs that are neither pay nor a supplier. May stay empty.'],
  [
    '4. Suppliers',
    'Each supplier, what you paid it, and whether it is local. Add its re-spend share when it answers.',
  ],
  [
    'These may stay as they are',
    'Settings hold the standard choices. The Staff survey and Other areas may stay empty; so may category, kind of payment and head office of a supplier.',
  ],
  [
    '5. Compute',
    'Open this file in the Local Pound pane, attach it to a message to the Slack bot, or run: localpound lm3 FILE.xlsx',
  ],
] as const;

const terms = [
  ['Round 1', 'What the organisation or contract spends.'],
  [
    'Round 2',
    'The part of it that is spent with people who live, and organisations that work, in the local area.',
  ],
  ['Round 3', 'What all those people and organisations spend again in the local area.'],
  ['LM3', '(Round 1 + round 2 + round 3) / round 1. It lies between 1 and 3.'],
  ['Re-spend share', 'Of what you paid a supplier, the share that it spent again in the local area.'],
  ['Source', 'LM3 as published by Locality in Powerful Communities, Strong Economies (2017), Appendix 1.'],
] as const;

function startSheet(sample: boolean): SheetSpec {
  const cells: PlacedCell[] = [
    { address: 'A1', value: 'How much of each pound stays in our place?', style: 'title' },
    {
      address: 'A2',
      value: sample
        ? 'This is a sample. The organisation, its suppliers and all figures are invented.'
        : 'Fill in the sheets in order. The coloured cells are yours; headings can be moved but not renamed.',
      style: 'subtitle',
    },
    ...block(4, 'What to fill in', guide),
    ...block(6 + guide.length, 'Words used', terms),
  ];
  return {
    name: 'Start here',
    widths: [30, 110],
    cells,
    tables: [],
    validations: [],
    freeze: { rows: 1, columns: 0 },
  };
}

function block(row: number, heading: string, lines: readonly (readonly [string, string])[]): PlacedCell[] {
  return [
    { address: `A${row}`, value: heading, style: 'heading' },
    { address: `B${row}`, value: '', style: 'heading' },
    ...lines.flatMap(([name, text], index): PlacedCell[] => [
      { address: `A${row + 1 + index}`, value: name, style: 'label' },
      { address: `B${row + 1 + index}`, value: text, style: 'text' },
    ]),
  ];
}
