import type { SurveyDesign, SurveyPlan } from '../lm3/plan/survey-plan.ts';
import { formatCount } from '../units/format.ts';
import type { CellSpec, CellStyle, PlacedCell, SheetSpec, TableSpec, WorkbookSpec } from './workbook-spec.ts';

/** A survey plan as a workbook: what to expect of each number of questionnaires, whom to ask, what it rests on. */
export function planWorkbook(plan: SurveyPlan): WorkbookSpec {
  return {
    title: `Survey plan: ${plan.name}`,
    sheets: [planSheet(plan), askSheet(plan), assumptionSheet(plan)],
    names: [],
  };
}

/** A column: its heading, how it is shown, and its value on a row. */
interface Column<Row> {
  readonly heading: string;
  readonly width: number;
  readonly style: CellStyle;
  readonly value: (row: Row) => CellSpec['value'];
}

function tableOf<Row>(
  name: string,
  row: number,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): TableSpec {
  return {
    name,
    row,
    column: 1,
    headings: columns.map(({ heading }) => ({ text: heading })),
    rows: rows.map((line) => columns.map(({ style, value }) => ({ value: value(line), style }))),
  };
}

const designColumns: readonly Column<SurveyDesign>[] = [
  { heading: 'Questionnaires', width: 16, style: 'count', value: ({ sent }) => sent },
  { heading: 'To the largest', width: 16, style: 'count', value: ({ largest }) => largest },
  { heading: 'Drawn, local', width: 14, style: 'count', value: ({ random }) => random.local },
  { heading: 'Drawn, not local', width: 16, style: 'count', value: ({ random }) => random.nonLocal },
  { heading: 'Answers expected', width: 18, style: 'number', value: ({ expected }) => expected.answers },
  { heading: 'Value answered', width: 16, style: 'share', value: ({ expected }) => expected.responseRate },
  { heading: 'LM3, plus or minus', width: 18, style: 'ratio', value: ({ expected }) => expected.halfWidth },
  {
    heading: 'Chance of an interval',
    width: 18,
    style: 'share',
    value: ({ expected }) => expected.chanceOfInterval,
  },
  {
    heading: 'Width of the bounds',
    width: 18,
    style: 'ratio',
    value: ({ expected }) => expected.boundsWidth,
  },
  {
    heading: 'Width of the bounds if all go to the largest',
    width: 20,
    style: 'ratio',
    value: ({ boundsWidthByLargestOnly }) => boundsWidthByLargestOnly,
  },
  { heading: 'Rating', width: 12, style: 'text', value: ({ expected }) => expected.rating },
  {
    heading: 'Largest suppliers chased, to enter',
    width: 20,
    style: 'count',
    value: ({ largestChased }) => largestChased,
  },
  {
    heading: 'Why no interval',
    width: 70,
    style: 'text',
    value: ({ noIntervalBecause = '' }) => noIntervalBecause,
  },
];

function planSheet({ name, area, period, reading, designs, seed }: SurveyPlan): SheetSpec {
  const lines = [
    [name, area, period].filter((part) => part !== undefined).join(', '),
    ...reading,
    `The suppliers of each column are on the next sheet. The rest was drawn with seed ${String(seed)}.`,
  ];
  const first = lines.length + 3;
  return {
    name: 'Survey plan',
    widths: designColumns.map(({ width }) => width),
    cells: [
      { address: 'A1', value: 'Survey plan', style: 'title' },
      // Sentences run on over the columns beside them: wrapped, they would stand in a narrow first column.
      ...lines.map((value, index): PlacedCell => ({ address: `A${index + 2}`, value, style: 'subtitle' })),
    ],
    tables: [tableOf('SurveyDesigns', first, designColumns, designs)],
    validations: [],
    freeze: { rows: 1, columns: 0 },
  };
}

/** Whom to ask, line by line: the same for the workbook and for a CSV file. */
export function askTable(plan: SurveyPlan, row = 1): TableSpec {
  return tableOf('WhomToAsk', row, askColumns(plan), plan.chase);
}

function askColumns({ designs }: SurveyPlan): Column<SurveyPlan['chase'][number]>[] {
  return [
    { heading: 'Order', width: 10, style: 'count', value: ({ order }) => order },
    { heading: 'Supplier', width: 44, style: 'text', value: ({ name }) => name },
    { heading: 'Spend (£)', width: 18, style: 'gbp', value: ({ spend }) => spend },
    { heading: 'Local', width: 10, style: 'text', value: ({ local }) => (local ? 'Yes' : 'No') },
    { heading: 'Narrows the bounds by', width: 16, style: 'number', value: ({ narrows }) => narrows },
    {
      heading: 'Narrowed by this and those above',
      width: 18,
      style: 'number',
      value: ({ narrowedThen }) => narrowedThen,
    },
    {
      heading: 'Width of the bounds then',
      width: 16,
      style: 'number',
      value: ({ boundsWidthThen }) => boundsWidthThen,
    },
    {
      heading: 'Value answered then',
      width: 16,
      style: 'share',
      value: ({ responseRateThen }) => responseRateThen,
    },
    { heading: 'Random number', width: 16, style: 'number', value: ({ randomNumber }) => randomNumber },
    { heading: 'Where', width: 24, style: 'text', value: ({ where = '' }) => where },
    ...designs.map(({ budget }, index) => ({
      heading: `Ask with ${formatCount(budget)}`,
      width: 14,
      style: 'text' as const,
      value: ({ asked }: SurveyPlan['chase'][number]) => asked[index] ?? null,
    })),
  ];
}

function askSheet(plan: SurveyPlan): SheetSpec {
  return {
    name: 'Whom to ask',
    widths: askColumns(plan).map(({ width }) => width),
    cells: [{ address: 'A1', value: 'Whom to ask', style: 'title' }],
    tables: [askTable(plan, 3)],
    validations: [],
    freeze: { rows: 3, columns: 2 },
  };
}

const assumptionColumns: readonly Column<SurveyPlan['assumptions'][number]>[] = [
  { heading: 'What was assumed', width: 70, style: 'text', value: ({ text }) => text },
  { heading: 'Why', width: 60, style: 'text', value: ({ because }) => because },
  { heading: 'What would change it', width: 70, style: 'text', value: ({ effect }) => effect },
  {
    heading: 'Source',
    width: 50,
    style: 'text',
    value: ({ source }) => (source ? `${source.title}, ${source.place}` : ''),
  },
];

function assumptionSheet({ assumptions }: SurveyPlan): SheetSpec {
  return {
    name: 'Assumptions',
    widths: assumptionColumns.map(({ width }) => width),
    cells: [{ address: 'A1', value: 'Assumptions', style: 'title' }],
    tables: [tableOf('PlanAssumptions', 3, assumptionColumns, assumptions)],
    validations: [],
    freeze: { rows: 3, columns: 0 },
  };
}
