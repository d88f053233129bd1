import type { CellStyle, CellValue } from '../workbook-spec.ts';

/** One line of the report: a named cell with its formula over the input tables. */
export interface CalculationLine {
  /** Defined name of the cell, used by the formulas of other lines. */
  readonly name: string;
  readonly label: string;
  /** Left out for a cell that the reader may change. */
  readonly formula?: string;
  /** What the formula comes to, computed by the engine. */
  readonly value: CellValue;
  readonly style: CellStyle;
  readonly words: string;
  /** Shown beside the engine's own figure, to see whether anything changed since. */
  readonly checked: boolean;
}

type LineParts = readonly [
  name: string,
  label: string,
  formula: string,
  value: CellValue,
  style: CellStyle,
  words: string,
];

/** A step on the way to a result. */
export function line(...[name, label, formula, value, style, words]: LineParts): CalculationLine {
  return { name, label, formula, value, style, words, checked: false };
}

/** A result: its formula is held against the engine's own figure. */
export function checked(...parts: LineParts): CalculationLine {
  return { ...line(...parts), checked: true };
}
