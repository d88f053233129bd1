import { characteristicLabel } from '../../framework/assessment/assessment.ts';
import { characteristics } from '../../framework/framework.ts';
import { type ImpactPlan, inBank } from '../../framework/impact/plan.ts';
import { readingOf, readings } from '../../framework/impact/progress.ts';
import { impactSheets } from '../../framework/impact/workbook-layout.ts';
import { titleCells } from '../list-sheet.ts';
import { headingRow } from '../lm3-inputs/sheet-parts.ts';
import type { CellSpec, PlacedCell, SheetSpec } from '../workbook-spec.ts';
import { first } from './impact-rows.ts';

type Planned = ImpactPlan['indicators'][number];

/** Where the plan stands: every figure is a formula over the other sheets. */
export function summarySheet({ indicators: planned, steps }: ImpactPlan, lines: number): SheetSpec {
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
