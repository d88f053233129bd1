import type { CalculationLine } from './formulas/calculation-line.ts';
import { same, sameOrChanged } from './formulas/same-or-changed.ts';
import type { PlacedCell, WorkbookSpec } from './workbook-spec.ts';

/** Lines of a report under one heading row, placed on a sheet. */
export interface LineBlock {
  readonly cells: readonly PlacedCell[];
  readonly names: WorkbookSpec['names'];
  /** The check cells, and how many there are. */
  readonly checks: { readonly range: string; readonly count: number };
  readonly nextRow: number;
}

const resultHeadings = ['Value', 'How it is worked out', 'When this report was made', 'Now'];

/** Widths that suit a block of lines, from column A. */
export const blockWidths = [48, 20, 84, 24, 18];

/** Places lines from a row on; where any is checked, with the engine's own figure and a check cell. */
export function lineBlock(
  sheet: string,
  row: number,
  heading: string,
  lines: readonly CalculationLine[],
): LineBlock {
  const anyChecked = lines.some((line) => line.checked);
  const headings = [heading, ...(anyChecked ? resultHeadings : resultHeadings.slice(0, 2))];
  const rowOf = (index: number) => row + 1 + index;
  const last = rowOf(lines.length - 1);
  return {
    cells: [
      ...headings.map(
        (value, index): PlacedCell => ({ address: `${'ABCDE'[index]}${row}`, value, style: 'heading' }),
      ),
      ...lines.flatMap((line, index) => lineCells(line, rowOf(index))),
    ],
    names: lines.map(({ name }, index) => ({ name, refersTo: `'${sheet}'!$B$${rowOf(index)}` })),
    checks: {
      range: `'${sheet}'!$E$${row + 1}:$E$${last}`,
      count: lines.filter((line) => line.checked).length,
    },
    nextRow: last + 2,
  };
}

function lineCells(
  { label, value, formula, style, words, checked }: CalculationLine,
  row: number,
): PlacedCell[] {
  const cells: PlacedCell[] = [
    { address: `A${row}`, value: label, style: checked ? 'label' : 'text' },
    {
      address: `B${row}`,
      value,
      ...(formula === undefined ? {} : { formula }),
      style,
    },
    { address: `C${row}`, value: words, style: 'text' },
  ];
  if (!checked) return cells;
  const kind = typeof value === 'number' ? 'number' : 'text';
  return [
    ...cells,
    // Only the result itself stands out.
    { address: `D${row}`, value, style: style === 'result' ? 'ratio' : style },
    {
      address: `E${row}`,
      value: same,
      formula: sameOrChanged(`B${row}`, `D${row}`, kind),
      style: 'check',
    },
  ];
}
