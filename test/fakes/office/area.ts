import { invalidArgument } from './host-error.ts';

/** A block of cells, counted from 0. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export const mostRows = 1_048_576;
export const mostColumns = 16_384;
export const wholeSheet: Area = { row: 0, column: 0, rows: mostRows, columns: mostColumns };

const columnOf = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

export function lettersOf(column: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}

/** `'My sheet'!$A$1:B2` as a sheet, where one is named, and an area. Knows `A:C` and `2:5` too. */
export function parseAddress(address: string): { readonly sheet?: string; readonly area: Area } {
  const parts = /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?([^!]+)$/.exec(address.trim());
  const [, quoted, plain, cells = ''] = parts ?? [];
  const sheet = quoted?.replaceAll("''", "'") ?? plain;
  return { ...(sheet === undefined ? {} : { sheet }), area: parseCells(cells.replaceAll('$', ''), address) };
}

function parseCells(cells: string, address: string): Area {
  const block = /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/i.exec(cells);
  if (block) {
    const [, left = '', top = '', right = left, bottom = top] = block;
    return between(Number(top) - 1, columnOf(left), Number(bottom) - 1, columnOf(right));
  }
  const columns = /^([A-Z]{1,3}):([A-Z]{1,3})$/i.exec(cells);
  if (columns) return between(0, columnOf(columns[1] ?? ''), mostRows - 1, columnOf(columns[2] ?? ''));
  const rows = /^(\d{1,7}):(\d{1,7})$/.exec(cells);
  if (rows) return between(Number(rows[1]) - 1, 0, Number(rows[2]) - 1, mostColumns - 1);
  throw invalidArgument(`"${address}" is no address.`);
}

function between(top: number, left: number, bottom: number, right: number): Area {
  const area = { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  if (top < 0 || left < 0 || area.rows < 1 || area.columns < 1 || bottom >= mostRows || right >= mostColumns)
    throw invalidArgument('The area lies outside the sheet.');
  return area;
}

export function addressOf({ row, column, rows, columns }: Area): string {
  if (rows === mostRows && columns === mostColumns) return `1:${mostRows}`;
  if (rows === mostRows) return `${lettersOf(column)}:${lettersOf(column + columns - 1)}`;
  if (columns === mostColumns) return `${row + 1}:${row + rows}`;
  const first = `${lettersOf(column)}${row + 1}`;
  const last = `${lettersOf(column + columns - 1)}${row + rows}`;
  return first === last ? first : `${first}:${last}`;
}

/** With the sheet before it, quoted where Excel quotes it. */
export const fullAddress = (sheet: string, area: Area): string =>
  `${/^[A-Za-z_][\w.]*$/.test(sheet) && !looksLikeCell(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`}!${addressOf(area)}`;

export const overlap = (a: Area, b: Area): boolean =>
  a.row < b.row + b.rows &&
  b.row < a.row + a.rows &&
  a.column < b.column + b.columns &&
  b.column < a.column + a.columns;

/** What Excel takes for a cell and therefore refuses as a name: `LM3`, `R1C1`. */
export const looksLikeCell = (name: string): boolean => /^([A-Z]{1,3}\d{1,7}|R\d*C\d*)$/i.test(name);
