import { type Cell, cellText, type Sheet } from '../../workbook/cell.ts';
import type { Issue, Outcome } from '../../workbook/issue.ts';
import { Items, itemColumns } from '../../workbook/items.ts';
import { amountOf, isEmpty, shareOf, type TableRow, yesOrNo } from '../../workbook/read-table.ts';
import { shortText, shortTextExpected } from '../../workbook/short-text.ts';
import { choice, oneOf, shareExpected, WorkbookReading } from '../../workbook/workbook-reading.ts';
import { calendarDate, characteristicNumber, dateExpected } from '../assessment/read-workbook.ts';
import {
  type ImpactPlan,
  inBank,
  largestFigure,
  longestPlanText,
  type Planned,
  planUnits,
  usualUnit,
} from './plan.ts';
import {
  dataColumns,
  impactSheets,
  type PlannedColumn,
  plannedColumns,
  stepColumns,
  theoryItems,
} from './workbook-layout.ts';

/** Reads an impact plan from its workbook. Everything wrong is listed at once, each with sheet and cell. */
export function readImpactWorkbook(sheets: readonly Sheet[]): Outcome<ImpactPlan> {
  const reading = new WorkbookReading(sheets, 'indicators', 'one line for each indicator');
  const items = new Items(reading, reading.table(impactSheets.theory, itemColumns, true));
  const short = (item: string) => items.value(item, shortText, shortTextExpected);
  const long = (item: string) => items.value(item, planText, planTextExpected);
  const theory = {
    change: long(theoryItems.change),
    activities: long(theoryItems.activities),
    shows: long(theoryItems.shows),
    challenger: short(theoryItems.challenger),
    lookingBack: long(theoryItems.lookingBack),
  };
  const head = {
    name: short(theoryItems.name),
    organisation: short(theoryItems.organisation),
    area: short(theoryItems.area),
    period: short(theoryItems.period),
  };
  const planned = reading
    .table(impactSheets.indicators, plannedColumns, true)
    .flatMap((row) => readPlanned(reading, row));
  const data = readData(reading);
  const steps = readSteps(reading);
  if (reading.issues.length === 0) reading.issues.push(...missing(head.name, planned));
  const { issues } = reading;
  if (head.name === undefined || issues.length > 0) return { ok: false, issues };
  return { ok: true, value: { ...head, name: head.name, theory, indicators: planned, data, steps }, issues };
}

function missing(name: string | undefined, planned: readonly Planned[]): Issue[] {
  const issue = (sheet: string, found: string, expected: string): Issue => ({
    severity: 'error',
    where: { sheet },
    found,
    expected,
    mend: 'Fill it in.',
  });
  return [
    ...(name === undefined
      ? [issue(impactSheets.theory.name, `no "${theoryItems.name}"`, 'a name for the plan')]
      : []),
    ...(planned.length === 0
      ? [issue(impactSheets.indicators.name, 'no indicators', 'a line for each indicator')]
      : []),
  ];
}

const planTextExpected = `a text of at most ${longestPlanText} characters`;

function planText(cell: Cell): string | undefined {
  const text = cellText(cell);
  return text.length > 0 && text.length <= longestPlanText ? text : undefined;
}

/** The columns that formulas fill say nothing by themselves. */
const typed: readonly PlannedColumn[] = ['unit', 'baseline', 'target', 'actual', 'who', 'note'];

function readPlanned(reading: WorkbookReading, row: TableRow<PlannedColumn>): Planned[] {
  if (isEmpty(row.cell('name')) && typed.every((key) => isEmpty(row.cell(key)))) return [];
  if (!reading.isLine(row, 'name')) return [];
  const name = cellText(row.cell('name'));
  const bank = inBank(name);
  const unit = reading.optional(row, 'unit', (cell) => choice(cell, planUnits), oneOf(planUnits));
  const measured = unit ?? (bank ? usualUnit(bank) : 'count');
  const [read, expected] =
    measured === 'share'
      ? [shareOf, shareExpected]
      : [figureOf, measured === 'gbp' ? 'an amount in GBP' : 'a number'];
  const figure = (key: 'baseline' | 'target' | 'actual') => reading.optional(row, key, read, expected);
  const date = (key: 'baselineDate' | 'targetDate' | 'actualDate') =>
    reading.optional(row, key, calendarDate, dateExpected);
  return [
    {
      name,
      characteristic: bank
        ? bank.characteristic
        : reading.expect(
            row,
            'characteristic',
            characteristicNumber,
            'a characteristic, 1 to 7, for an indicator of your own',
          ),
      unit: measured,
      baseline: figure('baseline'),
      baselineDate: date('baselineDate'),
      target: figure('target'),
      targetDate: date('targetDate'),
      actual: figure('actual'),
      actualDate: date('actualDate'),
      who: reading.optional(row, 'who', shortText, shortTextExpected),
      note: reading.optional(row, 'note', planText, planTextExpected),
      where: `sheet ${row.sheet}, row ${row.row.number}`,
    },
  ];
}

function figureOf(cell: Cell): number | undefined {
  const amount = amountOf(cell);
  return amount !== undefined && Math.abs(amount) <= largestFigure ? amount : undefined;
}

function readData(reading: WorkbookReading): ImpactPlan['data'] {
  return reading.table(impactSheets.data, dataColumns, false).flatMap((row) => {
    if (!reading.isLine(row, 'kind')) return [];
    return [
      {
        kind: cellText(row.cell('kind')),
        atHand: reading.optional(row, 'atHand', yesOrNo, '"Yes" or "No"'),
        when: reading.optional(row, 'when', shortText, shortTextExpected),
        who: reading.optional(row, 'who', shortText, shortTextExpected),
        note: reading.optional(row, 'note', planText, planTextExpected),
      },
    ];
  });
}

function readSteps(reading: WorkbookReading): ImpactPlan['steps'] {
  return reading.table(impactSheets.steps, stepColumns, false).flatMap((row) => {
    const number = reading.expect(row, 'number', stepNumber, 'the number of a step, 1 to 10');
    if (number === undefined) return [];
    return [
      {
        number,
        done: reading.optional(row, 'done', yesOrNo, '"Yes" or "No"') ?? false,
        who: reading.optional(row, 'who', shortText, shortTextExpected),
        when: reading.optional(row, 'when', shortText, shortTextExpected),
        note: reading.optional(row, 'note', planText, planTextExpected),
      },
    ];
  });
}

function stepNumber(cell: Cell): number | undefined {
  const number = amountOf(cell);
  return number !== undefined && Number.isInteger(number) && number >= 1 && number <= 10 ? number : undefined;
}
