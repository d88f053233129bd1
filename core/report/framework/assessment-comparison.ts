import {
  characteristicLabel,
  organisationKinds,
  stageMeanings,
  stages,
  stageWords,
} from '../../framework/assessment/assessment.ts';
import type { AssessmentComparison, SideBySide } from '../../framework/assessment/compare-assessments.ts';
import { formatDate } from '../../units/calendar.ts';
import { cellAddress } from '../../workbook/cell.ts';
import { listSheet, titleCells } from '../list-sheet.ts';
import { type RunStamp, stampSheet } from '../run-stamp.ts';
import { sourceInWords } from '../source-words.ts';
import type { CellSpec, SheetSpec, TableSpec, WorkbookSpec } from '../workbook-spec.ts';

/** Assessments side by side as a workbook: how far views are apart is a live formula over the stages. */
export function assessmentComparisonWorkbook(
  comparison: AssessmentComparison,
  stamp?: RunStamp,
): WorkbookSpec {
  return {
    title: 'Self-assessments side by side',
    sheets: [
      sideBySideSheet(comparison),
      remarksSheet(comparison),
      ...(comparison.overTime.length > 0 ? [overTimeSheet(comparison)] : []),
      ...(comparison.socialValue.length > 0 ? [socialValueSheet(comparison)] : []),
      scaleSheet(comparison),
      ...(stamp ? [stampSheet(stamp)] : []),
    ],
    names: [],
  };
}

function sideBySideSheet({ organisations, sideBySide, sentences }: AssessmentComparison): SheetSpec {
  const row = 5 + sentences.length;
  const table: TableSpec = {
    name: 'SideBySide',
    row,
    column: 1,
    headings: [
      { text: 'Characteristic' },
      ...organisations.map(({ organisation, kind, date }) => ({
        // The date keeps headings apart: a table cannot have two that are alike.
        text: `${organisation}, ${formatDate(date)}`,
        note: organisationKinds[kind],
      })),
      {
        text: 'Steps apart',
        note: 'Between the furthest views. Follows the stages as they are changed here.',
      },
      { text: 'To talk about' },
    ],
    rows: sideBySide.map((each, index) => line(each, organisations.length, row + 1 + index)),
  };
  return {
    name: 'Side by side',
    widths: [46, ...organisations.map(() => 24), 12, 80],
    cells: [
      ...titleCells(
        'How organisations see the same place',
        'Not a league table: every view is one organisation’s, from where it stands.',
      ),
      ...sentences.map((sentence, index) => ({
        address: `A${4 + index}`,
        value: sentence,
        style: 'subtitle' as const,
      })),
    ],
    tables: [table],
    validations: [
      {
        range: `B${row + 1}:${cellAddress(organisations.length, row + sideBySide.length)}`,
        rule: { kind: 'list', choices: [...stages] },
        message: 'Choose one from the list, or leave the cell empty.',
      },
    ],
    freeze: { rows: row, columns: 1 },
  };
}

function line(
  { characteristic, views, apart, sentence }: SideBySide,
  count: number,
  row: number,
): CellSpec[] {
  const range = `B${row}:${cellAddress(count, row)}`;
  const nested = (order: readonly number[]): string =>
    order.reduceRight(
      (rest, stage) => `IF(COUNTIF(${range},"${stages[stage - 1]}")>0,${stage},${rest})`,
      '0',
    );
  const known = stages.map((stage) => `COUNTIF(${range},"${stage}")`).join('+');
  return [
    { value: characteristicLabel(characteristic.number), style: 'label' },
    ...views.map(
      (view): CellSpec => ({ value: view?.stage == null ? null : stageWords(view.stage), style: 'input' }),
    ),
    {
      value: apart ?? '',
      formula: `IF(${known}<2,"",${nested([5, 4, 3, 2, 1])}-${nested([1, 2, 3, 4, 5])})`,
      style: 'count',
    },
    { value: sentence, style: 'text' },
  ];
}

function remarksSheet({ organisations, sideBySide }: AssessmentComparison): SheetSpec {
  return listSheet(
    'What each says',
    'WhatEachSays',
    ['Characteristic', 'Organisation', 'Where we are', 'Evidence', 'Strength', 'Gap', 'Next step'].map(
      (heading, index) => ({
        heading,
        width: index < 2 ? 34 : index === 2 ? 20 : 44,
      }),
    ),
    sideBySide.flatMap(({ characteristic, views }) =>
      views.flatMap((view, index) =>
        view === undefined
          ? []
          : [
              [
                characteristicLabel(characteristic.number),
                organisations[index]?.organisation ?? '',
                stageWords(view.stage),
                view.evidence ?? null,
                view.strength ?? null,
                view.gap ?? null,
                view.nextStep ?? null,
              ],
            ],
      ),
    ),
    'In their own words. An empty cell is a question to ask.',
  );
}

function overTimeSheet({ overTime }: AssessmentComparison): SheetSpec {
  const rows = overTime.flatMap(({ organisation, from, to, moves }) =>
    moves.map(({ characteristic, before, after, steps }) => [
      organisation,
      characteristicLabel(characteristic),
      `${stageWords(before)} (${formatDate(from)})`,
      `${stageWords(after)} (${formatDate(to)})`,
      steps,
    ]),
  );
  return listSheet(
    'Over time',
    'OverTime',
    [
      { heading: 'Organisation', width: 40 },
      { heading: 'Characteristic', width: 50 },
      { heading: 'First', width: 42 },
      { heading: 'Last', width: 42 },
      { heading: 'Steps', width: 10, style: 'count' },
    ],
    rows,
    overTime
      .flatMap(({ organisation, sentences }) => sentences.map((each) => `${organisation}: ${each}`))
      .join(' '),
  );
}

function socialValueSheet({ socialValue }: AssessmentComparison): SheetSpec {
  return listSheet(
    'Social value',
    'SocialValueTypes',
    [
      { heading: 'Organisation', width: 36 },
      { heading: 'Type of council', width: 18 },
      { heading: 'Share of councils', width: 16, style: 'share' },
      { heading: 'What the report says of the type', width: 70 },
      { heading: 'Answers that are its marks', width: 60 },
      { heading: 'Answers that are not', width: 60 },
    ],
    socialValue.flatMap(({ organisation, check }) =>
      check.types.map(({ name, share, says, met, notMet }) => [
        organisation,
        check.nearest.includes(name) ? `${name} (nearest)` : name,
        share,
        says,
        met.join('; ') || null,
        notMet.join('; ') || null,
      ]),
    ),
    `${socialValue.flatMap(({ check }) => check.sentences).join(' ')} Source: ${sourceInWords(socialValue[0]?.check.source)}.`,
  );
}

function scaleSheet({ sources }: AssessmentComparison): SheetSpec {
  return listSheet(
    'Scale and sources',
    'ScaleAndSources',
    [
      { heading: 'Stage or source', width: 30 },
      { heading: 'Meaning', width: 110 },
    ],
    [
      ...stages.map((stage) => [stage, stageMeanings[stage]]),
      ...sources.map((source) => ['Source', sourceInWords(source)]),
    ],
    'The scale is Local Pound’s own.',
  );
}
