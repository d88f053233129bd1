import { type Cell, isEmpty, type Row } from '../../core/index.ts';
import { invalid } from './problem.ts';

/**
 * What Excel hands over for one cell. Empty cells come as null or as an empty text; an error as an object
 * with its code; a number with a format or a data type of its own as an object with its plain value.
 */
export function cellOf(value: unknown): Cell {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  const { basicValue, code } = value as { readonly basicValue?: unknown; readonly code?: unknown };
  if (typeof basicValue === 'string' && basicValue.startsWith('#')) return { error: basicValue };
  if (basicValue !== undefined && typeof basicValue !== 'object') return cellOf(basicValue);
  return { error: typeof code === 'string' ? code : 'a value of a kind that is not read here' };
}

/** A range as rows of cells; a value that was typed in its place is a range of one cell. */
const rowsOf = (range: unknown): readonly (readonly unknown[])[] =>
  Array.isArray(range) ? range.map((row) => (Array.isArray(row) ? row : [row])) : [[range]];

const wasGiven = (range: unknown): boolean => range !== null && range !== undefined && range !== '';

/** The cells of one column, or of one row. Undefined where nothing was given. */
export function columnOf(name: string, range: unknown): readonly Cell[] | undefined {
  if (!wasGiven(range)) return undefined;
  const rows = rowsOf(range);
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (rows.length === 1 && width > 1) return (rows[0] ?? []).map(cellOf);
  if (width > 1) throw invalid(`${name}: found ${width} columns; expected one column. Choose one column.`);
  return rows.map(([value]) => cellOf(value));
}

/** The filled rows of a range, each with its place in it counted from 1. */
export function tableOf(range: unknown): Row[] {
  if (!wasGiven(range)) return [];
  return rowsOf(range)
    .map((row, index): Row => ({ number: index + 1, cells: row.map(cellOf) }))
    .filter(({ cells }) => cells.some((cell) => !isEmpty(cell)));
}

/**
 * Columns without the empty cells below all of them, so that a whole column of the sheet is as good as
 * the part of it that is used.
 */
export function usedPart<Columns extends Readonly<Record<string, readonly Cell[] | undefined>>>(
  columns: Columns,
): Columns {
  const used = Object.values(columns).reduce((most, cells) => Math.max(most, lastFilled(cells ?? [])), 0);
  const cut = Object.entries(columns).map(([name, cells]) => [name, cells?.slice(0, used)] as const);
  return Object.fromEntries(cut.filter(([, cells]) => cells !== undefined)) as Columns;
}

function lastFilled(cells: readonly Cell[]): number {
  let last = cells.length;
  while (last > 0 && isEmpty(cells[last - 1])) last -= 1;
  return last;
}

/** A text that was given for an argument; undefined where none was. */
export function textOf(value: unknown): string | undefined {
  const cell = cellOf(Array.isArray(value) ? rowsOf(value)[0]?.[0] : value);
  return cell === null || typeof cell === 'object' ? undefined : String(cell).trim() || undefined;
}
