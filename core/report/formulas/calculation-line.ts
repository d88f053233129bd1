import type { CellStyle, CellValue } from '../workbook-spec.ts';

/** One line of the report: a named cell with its formula over the input tables. */
export interface CalculationLine {
  /** Defined name of the cell, used by the formulas of other lines. */
  readonly name: string;
  readonly label: string;
  readonly formula: string;
  /** What the formula comes to, computed by the engine. */
  readonly value: CellValue;
  readonly style: CellStyle;
  readonly words: string;
  /** Shown beside the engine's own figure, to see whether anything changed since. */
  readonly checked: boolean;
}

/** One unchecked or checked line of the report. */
export function line(
  name: string,
  label: string,
  formula: string,
  value: CellValue,
  style: CellStyle,
  words: string,
  checked = false,
): CalculationLine {
  return { name, label, formula, value, style, words, checked };
}
