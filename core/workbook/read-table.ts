import { parseAmount } from './amount.ts';
import { type Cell, cellAddress, quoteCell, type Row, type Sheet } from './cell.ts';
import type { Issue } from './issue.ts';

/** A column of a table: its heading and other headings that mean the same. */
export interface ColumnSpec<Key extends string> {
  readonly key: Key;
  readonly heading: string;
  readonly also?: readonly string[];
  readonly required: boolean;
}

/** One row of a table that was found by its headings. */
export interface TableRow<Key extends string> {
  /** The name of the sheet, as the workbook has it. */
  readonly sheet: string;
  readonly row: Row;
  cell(key: Key): Cell;
  /** The address of the cell: `D14`. */
  address(key: Key): string;
}

/** Headings are compared by letters and digits alone: `Pay (£)` and `pay` are the same. */
export function comparable(text: string): string {
  return text
    .toLowerCase()
    .replace(/\(.*?\)/g, '')
    .replace(/[^a-z0-9]/g, '');
}

/** The sheet with one of these names, compared loosely. */
export function findSheet(sheets: readonly Sheet[], names: readonly string[]): Sheet | undefined {
  const wanted = new Set(names.map(comparable));
  return sheets.find((sheet) => wanted.has(comparable(sheet.name)));
}

const rowsSearchedForHeadings = 30;

/**
 * The rows below the headings, wherever the headings stand. Issues say which columns are missing
 * and what headings were found instead. Rows whose named columns are all empty are passed over.
 */
export function readTable<Key extends string>(
  sheet: Sheet,
  columns: readonly ColumnSpec<Key>[],
): { rows: TableRow<Key>[]; issues: Issue[] } {
  const found = sheet.rows
    .slice(0, rowsSearchedForHeadings)
    .map((row) => ({ row, places: placesOf(row, columns) }))
    .reduce<Found<Key> | undefined>(
      (best, next) => (best === undefined || next.places.size > best.places.size ? next : best),
      undefined,
    );
  const missing = columns.filter((column) => column.required && !found?.places.has(column.key));
  if (!found || missing.length > 0) return { rows: [], issues: missingIssue(sheet, missing, found) };

  const { places, row: heading } = found;
  const rows = sheet.rows
    .filter((row) => row.number > heading.number)
    .filter((row) => [...places.values()].some((place) => !isEmpty(row.cells[place])))
    .map((row) => ({
      sheet: sheet.name,
      row,
      cell: (key: Key): Cell => {
        const place = places.get(key);
        return place === undefined ? null : (row.cells[place] ?? null);
      },
      address: (key: Key) => cellAddress(places.get(key) ?? 0, row.number),
    }));
  return { rows, issues: [] };
}

interface Found<Key> {
  readonly row: Row;
  readonly places: Map<Key, number>;
}

function placesOf<Key extends string>(row: Row, columns: readonly ColumnSpec<Key>[]): Map<Key, number> {
  const headings = row.cells.map((cell) => (typeof cell === 'string' ? comparable(cell) : ''));
  const places = new Map<Key, number>();
  for (const { key, heading, also = [] } of columns) {
    const place = headings.findIndex(
      (text) => text !== '' && [heading, ...also].map(comparable).includes(text),
    );
    if (place !== -1) places.set(key, place);
  }
  return places;
}

function missingIssue<Key extends string>(
  sheet: Sheet,
  missing: readonly ColumnSpec<Key>[],
  found: Found<Key> | undefined,
): Issue[] {
  const headings = found && found.places.size > 0 ? found.row.cells : (sheet.rows[0]?.cells ?? []);
  const seen = headings.filter((cell) => !isEmpty(cell)).map((cell) => quoteCell(cell));
  return missing.map((column) => ({
    severity: 'error',
    where: { sheet: sheet.name, column: column.heading },
    found: seen.length > 0 ? `the headings ${seen.slice(0, 12).join(', ')}` : 'no headings',
    expected: `a column headed "${column.heading}"`,
    mend: 'Add the column or correct its heading.',
  }));
}

export const isEmpty = (cell: Cell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

/** A number from a cell that holds one, or text that is plainly an amount. */
export function amountOf(cell: Cell): number | undefined {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : undefined;
  return typeof cell === 'string' ? parseAmount(cell) : undefined;
}

/** A share from 0 to 1: `0.4`, `40%`. Undefined when the cell holds anything else. */
export function shareOf(cell: Cell): number | undefined {
  const percent = typeof cell === 'string' ? /^(\d+(?:\.\d+)?)\s*%$/.exec(cell.trim()) : null;
  const share = percent ? Number(percent[1]) / 100 : amountOf(cell);
  return share !== undefined && share >= 0 && share <= 1 ? share : undefined;
}

/** True or false from the ways people say yes and no. */
export function yesOrNo(cell: Cell): boolean | undefined {
  if (typeof cell === 'boolean') return cell;
  if (typeof cell !== 'string') return undefined;
  const word = comparable(cell);
  if (['yes', 'y', 'true', 'local'].includes(word)) return true;
  if (['no', 'n', 'false', 'nonlocal', 'notlocal'].includes(word)) return false;
  return undefined;
}
