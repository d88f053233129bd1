import { type ImpactPlan, inBank } from '../../framework/impact/plan.ts';
import { tenSteps } from '../../framework/impact/ten-steps.ts';
import { dataColumns, impactSheets, stepColumns } from '../../framework/impact/workbook-layout.ts';
import { dataAtHand } from '../../framework/indicators.ts';
import { columnsOf, headingRow, inputSheet, yesNo } from '../lm3-inputs/sheet-parts.ts';
import { sourceInWords } from '../source-words.ts';
import type { CellSpec, SheetSpec } from '../workbook-spec.ts';
import { first } from './impact-rows.ts';

/** The kinds of data that the indicators are made from, the most used first. */
export function dataSheet({ indicators: planned, data }: ImpactPlan, lines: number): SheetSpec {
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

/** The ten steps with who does each and when. */
export function stepsSheet({ steps }: ImpactPlan): SheetSpec {
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
