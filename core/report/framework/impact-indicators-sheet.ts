import { characteristicLabel } from '../../framework/assessment/assessment.ts';
import { type ImpactPlan, inBank, planUnits } from '../../framework/impact/plan.ts';
import { progressOf, readingOf } from '../../framework/impact/progress.ts';
import {
  impactSheets,
  ownIndicator,
  type PlannedColumn,
  plannedColumns,
} from '../../framework/impact/workbook-layout.ts';
import { indicatorName } from '../../framework/indicators.ts';
import { cellAddress } from '../../workbook/cell.ts';
import { titleCells } from '../list-sheet.ts';
import { headingRow, money, oneOf, share, shareMessage } from '../lm3-inputs/sheet-parts.ts';
import type { CellSpec, CellStyle, SheetSpec, ValidationSpec } from '../workbook-spec.ts';
import { bankAt, needsOf, sourceOf } from './impact-bank-sheet.ts';
import { bankFormula, progressFormula, readingFormula } from './impact-formulas.ts';
import { first } from './impact-rows.ts';

type Planned = ImpactPlan['indicators'][number];
const linesForOwn = 4;

const figureStyle: Record<Planned['unit'], CellStyle> = {
  count: 'inputRatio',
  gbp: 'inputGbp',
  share: 'inputShare',
  mark: 'inputRatio',
  ratio: 'inputRatio',
};

/** The chosen indicators with baseline, target and actual; progress and what the bank says are formulas. */
export function indicatorsSheet({ indicators: planned }: ImpactPlan, lines: number): SheetSpec {
  const rows = Array.from({ length: lines }, (_, index) => indicatorLine(planned[index], first + index));
  const last = headingRow + lines;
  const at = (key: PlannedColumn): number => plannedColumns.findIndex((each) => each.key === key);
  const range = (key: PlannedColumn, from = first, to = last): string =>
    `${cellAddress(at(key), from)}:${cellAddress(at(key), to)}`;
  const figures = (['baseline', 'target', 'actual'] as const).flatMap((key): ValidationSpec[] => [
    { range: range(key), rule: money, message: 'Enter a number; a percentage as 40%.' },
  ]);
  // The last lines and lines of one's own take any name.
  const fromBank = [
    ...planned.flatMap(({ name }, index): [number, number][] =>
      inBank(name) ? [[first + index, first + index]] : [],
    ),
    [first + planned.length, last - linesForOwn] as [number, number],
  ];
  // A line that is in percent gets a rule of its own, which Excel applies in place of the general one.
  const shares = planned.some(({ unit }) => unit === 'share')
    ? planned.flatMap(({ unit }, index): ValidationSpec[] =>
        (['baseline', 'target', 'actual'] as const).map((key) => ({
          range: range(key, first + index, first + index),
          ...(unit === 'share'
            ? { rule: share, message: shareMessage }
            : { rule: money, message: 'Enter a number.' }),
        })),
      )
    : [];
  const rest = figures.map((rule, index) => ({
    ...rule,
    range: range(
      (['baseline', 'target', 'actual'] as const)[index] ?? 'actual',
      first + planned.length,
      last,
    ),
  }));
  const widths: Record<PlannedColumn, number> = {
    name: 52,
    characteristic: 52,
    standing: 11,
    unit: 13,
    baseline: 14,
    baselineDate: 13,
    target: 14,
    targetDate: 13,
    actual: 14,
    actualDate: 13,
    progress: 11,
    reading: 18,
    who: 22,
    note: 34,
    needs: 80,
    collect: 110,
    often: 26,
    source: 110,
  };
  return {
    name: impactSheets.indicators.name,
    widths: plannedColumns.map(({ key }) => widths[key]),
    cells: titleCells(
      'Indicators',
      'Steps 3, 5 and 7. Choose from the list; the last four lines are for your own, with their characteristic. Clear the lines that you do not need. What is to fall has a target below its baseline.',
    ),
    tables: [
      {
        name: 'PlannedIndicators',
        row: headingRow,
        column: 1,
        headings: plannedColumns.map(({ key, heading }) => ({
          text: heading,
          ...(notes[key] ? { note: notes[key] } : {}),
        })),
        rows,
      },
    ],
    validations: [
      ...fromBank.map(
        ([from, to]): ValidationSpec => ({
          range: range('name', from, to),
          rule: { kind: 'listFrom', range: `'${bankAt.sheet}'!$A$${bankAt.first}:$A$${bankAt.last}` },
          message: 'Choose one from the list. Your own go into the last lines.',
        }),
      ),
      { range: range('unit'), rule: oneOf(planUnits), message: 'Choose one from the list.' },
      ...(shares.length > 0 ? [...shares, ...rest] : figures),
    ],
    looks: [
      { range: range('reading'), says: 'reached', look: 'high' },
      { range: range('reading'), says: 'on the way', look: 'moderate' },
      { range: range('reading'), says: 'moving away', look: 'low' },
    ],
    freeze: { rows: headingRow, columns: 1 },
  };
}

const notes: Partial<Record<PlannedColumn, string>> = {
  name: 'Choose from the list, which is the sheet Indicator bank. The last four lines take your own.',
  characteristic: 'Follows from the bank. Type it over for an indicator of your own.',
  baseline: 'The figure before. A percentage as 40%.',
  target: 'What you aim at.',
  actual: 'The latest figure.',
  progress: '(actual - baseline) / (target - baseline)',
  who: 'A role, not a person.',
};

function indicatorLine(planned: Planned | undefined, row: number): CellSpec[] {
  const bank = planned && inBank(planned.name);
  const from = (letter: string, value: string, otherwise = ''): CellSpec => ({
    value: planned ? value : '',
    formula: bankFormula(row, bankAt, letter, otherwise),
    style: 'text',
  });
  const own = planned && bank === undefined;
  const number = figureStyle[planned?.unit ?? 'count'];
  const cells: Record<PlannedColumn, CellSpec> = {
    name: { value: planned ? (bank ? indicatorName(bank) : planned.name) : null, style: 'input' },
    characteristic: own
      ? { value: characteristicLabel(planned.characteristic ?? 0), style: 'input' }
      : from('B', bank ? characteristicLabel(bank.characteristic) : '', ownIndicator),
    standing: from('C', bank?.standing ?? ownIndicator, ownIndicator),
    unit: { value: planned ? planUnits[planned.unit] : null, style: 'input' },
    baseline: { value: planned?.baseline ?? null, style: number },
    baselineDate: { value: planned?.baselineDate ?? null, style: 'input' },
    target: { value: planned?.target ?? null, style: number },
    targetDate: { value: planned?.targetDate ?? null, style: 'input' },
    actual: { value: planned?.actual ?? null, style: number },
    actualDate: { value: planned?.actualDate ?? null, style: 'input' },
    progress: {
      value: (planned && progressOf(planned)?.value) ?? '',
      formula: progressFormula(row),
      style: 'share',
    },
    reading: { value: planned ? readingOf(planned) : '', formula: readingFormula(row), style: 'check' },
    who: { value: planned?.who ?? null, style: 'input' },
    note: { value: planned?.note ?? null, style: 'input' },
    needs: from('E', bank ? needsOf(bank) : ''),
    collect: from('F', bank?.collect ?? ''),
    often: from('G', bank?.often ?? ''),
    source: from('H', bank ? sourceOf(bank) : ''),
  };
  return plannedColumns.map(({ key }) => cells[key]);
}
