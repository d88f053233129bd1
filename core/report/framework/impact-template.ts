import { characteristicLabel } from '../../framework/assessment/assessment.ts';
import { characteristics } from '../../framework/framework.ts';
import {
  type ImpactPlan,
  type ImpactPlanInput,
  inBank,
  parseImpactPlan,
  planUnits,
  usualUnit,
} from '../../framework/impact/plan.ts';
import { progressOf, readingOf, readings } from '../../framework/impact/progress.ts';
import { tenSteps } from '../../framework/impact/ten-steps.ts';
import {
  dataColumns,
  impactSheets,
  ownIndicator,
  type PlannedColumn,
  plannedColumns,
  stepColumns,
  theoryItems,
} from '../../framework/impact/workbook-layout.ts';
import { dataAtHand, type Indicator, indicatorName, indicators } from '../../framework/indicators.ts';
import { cellAddress } from '../../workbook/cell.ts';
import { listSheet, titleCells } from '../list-sheet.ts';
import { itemSheet } from '../lm3-inputs/item-sheet.ts';
import {
  columnsOf,
  headingRow,
  inputSheet,
  money,
  oneOf,
  share,
  shareMessage,
  yesNo,
} from '../lm3-inputs/sheet-parts.ts';
import { sourceInWords } from '../source-words.ts';
import { guideSheet } from '../start-sheet.ts';
import type {
  CellSpec,
  CellStyle,
  PlacedCell,
  SheetSpec,
  ValidationSpec,
  WorkbookSpec,
} from '../workbook-spec.ts';
import { bankFormula, progressFormula, readingFormula } from './impact-formulas.ts';
import { impactSample } from './impact-sample.ts';

type Planned = ImpactPlan['indicators'][number];
const emptyLines = 12;
const linesForOwn = 4;
const first = headingRow + 1;

export interface ImpactTemplateOptions {
  /** Numbers of characteristics to measure; all seven when left out. */
  readonly characteristics?: readonly number[];
  readonly sample?: boolean;
}

/**
 * The ten steps as a workbook to fill in: the key indicators of the chosen characteristics are there,
 * more are chosen from the whole bank, and progress follows baseline, target and actual.
 *
 * @throws RangeError for a number that is no characteristic
 */
export function impactTemplate({
  characteristics: chosen,
  sample = false,
}: ImpactTemplateOptions = {}): WorkbookSpec {
  const numbers = new Set(chosen ?? characteristics().map(({ number }) => number));
  for (const number of numbers) {
    if (!characteristics().some((each) => each.number === number)) {
      throw new RangeError(`impactTemplate: ${number} is no characteristic, they are 1 to 7`);
    }
  }
  if (sample) {
    const listed = impactSample.indicators.filter(({ name }) =>
      numbers.has(inBank(name)?.characteristic ?? 0),
    );
    return impactWorkbook(listed.length > 0 ? { ...impactSample, indicators: listed } : impactSample, true);
  }
  const key = indicators().filter(
    ({ characteristic, standing }) => standing === 'key' && numbers.has(characteristic),
  );
  return impactWorkbook({
    name: '',
    indicators: key.map((each) => ({ name: indicatorName(each), unit: usualUnit(each) })),
  });
}

/** A plan as the workbook that it is filled in on. */
export function impactWorkbook(plan: ImpactPlanInput, sample = false): WorkbookSpec {
  // An empty plan has no name yet, which is all that a plan of the template lacks.
  const parsed = parseImpactPlan({ ...plan, name: plan.name || 'x' });
  if (!parsed.ok) throw new RangeError('impactWorkbook: the plan is not valid');
  const filled = { ...parsed.value, name: plan.name };
  const lines = filled.indicators.length + emptyLines;
  return {
    title: sample ? 'Impact plan with a fictional sample' : 'Impact plan',
    sheets: [
      guideSheet(
        'What will we show, and how?',
        sample
          ? 'This is a sample. The organisation, the place and all figures are invented.'
          : 'Ten steps, a sheet at a time. The coloured cells are yours; headings can be moved but not renamed. Do not name any person.',
        guide(),
      ),
      theorySheet(filled),
      indicatorsSheet(filled, lines),
      dataSheet(filled, lines),
      stepsSheet(filled),
      summarySheet(filled, lines),
      bankSheet(),
    ],
    names: [],
  };
}

function theorySheet(plan: ImpactPlan): SheetSpec {
  const { name, organisation, area, period, theory } = plan;
  const all = { name, organisation, area, period, ...theory };
  const answers = Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== undefined && value !== ''),
  );
  return itemSheet(
    {
      name: impactSheets.theory.name,
      title: 'Theory of change',
      subtitle: 'Steps 1, 6 and 9: what is to change, how, where, and what would show it.',
      table: 'TheoryOfChange',
    },
    theoryItems,
    answers as Record<string, string>,
    {
      name: { what: 'As it is to be printed.' },
      organisation: { what: 'Whose plan it is.' },
      area: { what: 'The neighbourhood or district in which the change is to take place.' },
      period: { what: 'The years that the plan is for.' },
      change: {
        what: 'In one or two sentences, with the characteristics of the framework that it belongs to.',
      },
      activities: { what: 'What you do, and with whom.' },
      shows: { what: 'What people could see, hear or count.' },
      challenger: { what: 'A role inside the organisation, such as the treasurer.' },
      lookingBack: { what: 'For step 9, once there are figures.' },
    },
  );
}

const bankAt = { sheet: impactSheets.bank.name, first: 5, last: 4 + 100 } as const;
const figureStyle: Record<Planned['unit'], CellStyle> = {
  count: 'inputRatio',
  gbp: 'inputGbp',
  share: 'inputShare',
  mark: 'inputRatio',
  ratio: 'inputRatio',
};

function indicatorsSheet({ indicators: planned }: ImpactPlan, lines: number): SheetSpec {
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
    characteristic: 34,
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
    needs: 46,
    collect: 60,
    often: 26,
    source: 60,
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

const needsOf = ({ needs }: Indicator): string => needs.map(({ name }) => name).join('; ');
const sourceOf = ({ sources }: Indicator): string => sourceInWords(sources[0]);

function dataSheet({ indicators: planned, data }: ImpactPlan, lines: number): SheetSpec {
  const used = (name: string): number =>
    planned.filter((each) => inBank(each.name)?.needs.some((need) => need.name === name)).length;
  const kinds = [...dataAtHand()].sort((a, b) => used(b.name) - used(a.name));
  const needed = `'${impactSheets.indicators.name}'!$O$${first}:$O$${headingRow + lines}`;
  const rows = kinds.map((kind, index) => ({
    ...data.find((each) => each.kind === kind.name || each.kind === kind.id),
    kind: kind.name,
    row: first + index,
  }));
  type Row = Partial<ImpactPlan['data'][number]> & { readonly kind: string; readonly row: number };
  const sheet = inputSheet<Row>(
    {
      name: impactSheets.data.name,
      title: 'Data to collect',
      subtitle:
        'Steps 2 and 4: what the indicators are made from, whether you have it, and who collects it when. Several kinds for one indicator may be alternatives.',
      table: 'DataToCollect',
    },
    columnsOf(dataColumns, {
      kind: {
        note: 'The kinds of data that indicators are made from.',
        style: 'label',
        width: 60,
        value: ({ kind }) => kind,
      },
      usedBy: {
        note: 'Of those on the Indicators sheet.',
        style: 'count',
        width: 14,
        value: ({ kind }) => used(kind),
      },
      atHand: {
        note: 'Yes or No.',
        style: 'input',
        width: 14,
        value: ({ atHand }) => (atHand === undefined ? undefined : atHand ? 'Yes' : 'No'),
        rule: yesNo,
      },
      when: { note: 'For example: each March.', style: 'input', width: 26, value: ({ when }) => when },
      who: { note: 'A role, not a person.', style: 'input', width: 26, value: ({ who }) => who },
      note: {
        note: 'Where it is kept, and what to mind.',
        style: 'input',
        width: 50,
        value: ({ note }) => note,
      },
    }),
    rows,
  );
  return {
    ...sheet,
    tables: sheet.tables.map((table) => ({
      ...table,
      rows: table.rows.map((cells, index) => withCount(cells, index)),
    })),
  };

  function withCount(cells: readonly CellSpec[], index: number): CellSpec[] {
    const formula = `SUMPRODUCT(--ISNUMBER(SEARCH($A${first + index},${needed})))`;
    return cells.map((cell, at) => (at === 1 ? { ...cell, formula } : cell));
  }
}

function stepsSheet({ steps }: ImpactPlan): SheetSpec {
  const { steps: all } = tenSteps();
  type Row = (typeof all)[number] & Partial<ImpactPlan['steps'][number]>;
  const rows: Row[] = all.map((step) => ({ ...step, ...steps.find(({ number }) => number === step.number) }));
  return inputSheet<Row>(
    {
      name: impactSheets.steps.name,
      title: 'Ten steps',
      subtitle: `The report's process, in our words. Source: ${sourceInWords(tenSteps().source)}.`,
      table: 'TenSteps',
    },
    columnsOf(stepColumns, {
      number: { note: 'From 1 to 10.', style: 'count', width: 8, value: ({ number }) => number },
      name: { note: 'In our words.', style: 'label', width: 30, value: ({ name }) => name },
      ask: { note: 'In our words.', style: 'text', width: 70, value: ({ ask }) => ask },
      sheet: {
        note: 'Where this workbook has room for it.',
        style: 'text',
        width: 20,
        value: ({ sheet }) => sheet,
      },
      who: { note: 'A role, not a person.', style: 'input', width: 24, value: ({ who }) => who },
      when: { note: 'A month or a date.', style: 'input', width: 18, value: ({ when }) => when },
      done: {
        note: 'Yes or No.',
        style: 'input',
        width: 10,
        value: ({ done }) => (done === undefined ? undefined : done ? 'Yes' : 'No'),
        rule: yesNo,
      },
      note: { note: 'What came of it.', style: 'input', width: 50, value: ({ note }) => note },
    }),
    rows,
  );
}

function summarySheet({ indicators: planned, steps }: ImpactPlan, lines: number): SheetSpec {
  const range = (letter: string): string =>
    `'${impactSheets.indicators.name}'!$${letter}$${first}:$${letter}$${headingRow + lines}`;
  const done = `'${impactSheets.steps.name}'!$G$${first}:$G$${headingRow + 10}`;
  const counted: [label: string, value: number, formula: string][] = [
    ['Indicators', planned.length, `SUMPRODUCT(--(${range('A')}<>""))`],
    ['With a baseline', planned.filter((each) => each.baseline !== undefined).length, `COUNT(${range('E')})`],
    ['With a target', planned.filter((each) => each.target !== undefined).length, `COUNT(${range('G')})`],
    ['Measured since', planned.filter((each) => each.actual !== undefined).length, `COUNT(${range('I')})`],
    ...readings.map((reading): [string, number, string] => [
      `Where it stands: ${reading}`,
      planned.filter((each) => readingOf(each) === reading).length,
      `COUNTIF(${range('L')},"${reading}")`,
    ]),
    ['Steps done, of ten', steps.filter((step) => step.done).length, `COUNTIF(${done},"Yes")`],
  ];
  const cells: PlacedCell[] = counted.flatMap(([label, value, formula], index): PlacedCell[] => [
    { address: `A${4 + index}`, value: label, style: 'label' },
    { address: `B${4 + index}`, value, formula, style: 'count' },
  ]);
  const of = (number: number): Planned[] =>
    planned.filter((each) => (inBank(each.name)?.characteristic ?? each.characteristic) === number);
  const row = 6 + counted.length;
  return {
    name: impactSheets.summary.name,
    widths: [58, 14, 14],
    cells: [
      ...titleCells(
        'Summary',
        'Steps 7 and 8. Figures support the story: say what you contributed, not that you alone did it.',
      ),
      ...cells,
    ],
    tables: [
      {
        name: 'ByCharacteristic',
        row,
        column: 1,
        headings: [{ text: 'Characteristic' }, { text: 'Indicators' }, { text: 'Reached' }],
        rows: characteristics().map(({ number }, index): CellSpec[] => {
          const label = `$A${row + 1 + index}`;
          return [
            { value: characteristicLabel(number), style: 'label' },
            { value: of(number).length, formula: `COUNTIF(${range('B')},${label})`, style: 'count' },
            {
              value: of(number).filter((each) => readingOf(each) === 'reached').length,
              formula: `COUNTIFS(${range('B')},${label},${range('L')},"reached")`,
              style: 'count',
            },
          ];
        }),
      },
    ],
    validations: [],
    freeze: { rows: 2, columns: 1 },
  };
}

function bankSheet(): SheetSpec {
  return listSheet(
    impactSheets.bank.name,
    'IndicatorBank',
    [
      { heading: 'Indicator', width: 60 },
      { heading: 'Characteristic', width: 46 },
      { heading: 'Key or other', width: 12 },
      { heading: 'Usually measured in', width: 16 },
      { heading: 'Data needed', width: 50 },
      { heading: 'How to collect it', width: 70 },
      { heading: 'When', width: 26 },
      { heading: 'Source', width: 70 },
    ],
    indicators().map((each) => [
      indicatorName(each),
      characteristicLabel(each.characteristic),
      each.standing,
      planUnits[usualUnit(each)],
      needsOf(each),
      each.collect,
      each.often,
      sourceOf(each),
    ]),
    'All 100 indicators of the report. Names, order and standing are the report’s; data, collecting and when are Local Pound’s advice.',
  );
}

function guide() {
  return [
    {
      heading: 'The ten steps',
      lines: tenSteps().steps.map(
        ({ number, name, sheet }) => [`${number}. ${name}`, `Sheet ${sheet}`] as const,
      ),
    },
    {
      heading: 'Then',
      lines: [
        [
          'Read it back',
          'Run: localpound impact FILE.xlsx. It checks the plan and says where each indicator stands.',
        ],
        [
          'Find an indicator',
          'Run: localpound indicator "lonely pensioners", or look through the sheet Indicator bank.',
        ],
        [
          'Few are enough',
          'Choose what fits your purpose, your size and your place: the key indicators stand ready, and every other one can be added.',
        ],
        ['Source', `Ten steps and indicators: ${sourceInWords(tenSteps().source)}.`],
      ],
    },
  ] as const;
}
