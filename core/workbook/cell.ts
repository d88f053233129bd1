import { plainText } from './neutral-text.ts';

/** A workbook as values: what `spreadsheet/` reads and every method in core takes. */

/** An error value that Excel shows in the cell, such as `#DIV/0!`. */
export interface CellError {
  readonly error: string;
}

/** A calendar date as `YYYY-MM-DD`, from a cell formatted as a date. */
export interface CellDate {
  readonly date: string;
}

/** What one cell holds. Empty cells are null; a formula counts as its stored result. */
export type Cell = string | number | boolean | CellDate | CellError | null;

export interface Row {
  /** The row number that Excel shows, from 1. */
  readonly number: number;
  /** Cells from column A on; trailing empty cells may be missing. */
  readonly cells: readonly Cell[];
}

export interface Sheet {
  readonly name: string;
  /** Rows that hold something, from top to bottom. */
  readonly rows: readonly Row[];
}

/** Column letters for a column counted from 0: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}

/** The address that Excel shows: column 1, row 3 is `B3`. */
export function cellAddress(column: number, row: number): string {
  return `${columnLetters(column)}${row}`;
}

/** What a cell says as plain text, without the apostrophe that keeps it from being run; nothing for an empty one. */
export function cellText(cell: Cell): string {
  if (cell !== null && typeof cell === 'object') return 'date' in cell ? cell.date : cell.error;
  return plainText(String(cell ?? '').trim());
}

/** A cell as a person would quote it in a message. */
export function quoteCell(cell: Cell | undefined): string {
  if (cell === null || cell === undefined || cell === '') return 'an empty cell';
  if (typeof cell === 'string') return `"${cell.length > 60 ? `${cell.slice(0, 57)}...` : cell}"`;
  if (typeof cell === 'object') return 'date' in cell ? cell.date : cell.error;
  return typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell);
}
