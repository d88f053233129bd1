import { type Cell, cellText, type Row, type Sheet } from '../../workbook/cell.ts';
import { amountOf, isEmpty } from '../../workbook/read-table.ts';

/** Headings are often below a title and notes; no table of these begins lower than this. */
const rowsSearchedForHeadings = 40;

/** Text of a cell on one line, in small letters, without note markers such as `[note 1]`. */
export function plain(cell: Cell | undefined): string {
  return cellText(cell ?? null)
    .toLowerCase()
    .replace(/\[[^\]]*\]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The first row in which every test finds a column of its own, with those columns. */
export function findHeadings<Key extends string>(
  sheet: Sheet,
  tests: Readonly<Record<Key, RegExp>>,
): { readonly row: Row; readonly columns: Readonly<Record<Key, number>> } | undefined {
  const keys = Object.keys(tests) as Key[];
  for (const row of sheet.rows.slice(0, rowsSearchedForHeadings)) {
    const texts = row.cells.map(plain);
    const columns = keys.map((key) => texts.findIndex((text) => tests[key].test(text)));
    if (columns.includes(-1) || new Set(columns).size < keys.length) continue;
    const found = Object.fromEntries(keys.map((key, index) => [key, columns[index]]));
    return { row, columns: found as Record<Key, number> };
  }
  return undefined;
}

/** What one figure of a table is: a number, suppressed or not available, or something else. */
export type Figure = number | 'suppressed' | 'unreadable';

export function figureOf(cell: Cell | undefined): Figure {
  if (cell === undefined || isEmpty(cell)) return 'suppressed';
  const amount = amountOf(cell);
  if (amount !== undefined) return amount;
  // How ONS marks what it keeps confidential, or finds too small to print.
  const mark = cellText(cell)
    .toLowerCase()
    .replace(/[[\]\s]/g, '');
  return /^(c|low|x|z|u|\.\.?|-|:|\*)$/.test(mark) ? 'suppressed' : 'unreadable';
}

/** A year from a heading or a cell: 2022, "2022", "2022 [provisional]", "2022p". */
export function yearOf(cell: Cell | undefined): number | undefined {
  const found = /^((?:19|20)\d\d)(?!\d)/.exec(plain(cell));
  return found ? Number(found[1]) : undefined;
}

/** How many GBP million one unit of a table is, from what its headings say; undefined when they say nothing. */
export function millionsPerUnit(texts: readonly string[]): number | undefined {
  for (const text of texts) {
    if (/million|£ ?m\b/.test(text)) return 1;
    if (/thousand|£ ?000|£ ?k\b/.test(text)) return 1e-3;
    if (/billion|£ ?bn\b/.test(text)) return 1e3;
  }
  return undefined;
}
