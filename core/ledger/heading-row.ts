import { type Cell, cellText, type Row } from '../workbook/cell.ts';
import { amountOf, isEmpty } from '../workbook/read-table.ts';
import { looksLikeDate } from './column-content.ts';
import { matchHeading } from './heading-match.ts';

/** The headings of a table: one row, or two whose words belong together. */
export interface HeadingRow {
  readonly texts: readonly string[];
  /** Row number of the last row of headings. */
  readonly number: number;
  /** Place of the first row below in what was searched. */
  readonly next: number;
  readonly score: number;
}

const rowsSearched = 40;
/** A row that names nothing in its first columns is no row of headings, however wide it is. */
const columnsSearched = 300;

/**
 * The row, or two rows, that name most of what we look for; else a row of words right above figures or
 * dates, whatever the words. Undefined where the table begins with its first payment.
 */
export function findHeadingRow(rows: readonly Row[]): HeadingRow | undefined {
  let best: HeadingRow | undefined;
  rows.slice(0, rowsSearched).forEach((row, place) => {
    for (const found of candidates(row, rows[place + 1], place)) {
      if (found.score > (best?.score ?? 0)) best = found;
    }
  });
  return best ?? wordsAboveFigures(rows);
}

/** A full row of words above one that has figures or dates: headings in words that we do not know. */
function wordsAboveFigures(rows: readonly Row[]): HeadingRow | undefined {
  const next = rows.slice(0, rowsSearched).findIndex(isData);
  const [above, first] = [rows[next - 1], rows[next]];
  if (!above || !first || above.number !== first.number - 1) return undefined;
  const filled = (row: Row) => row.cells.filter((cell) => !isEmpty(cell)).length;
  // A title stands alone; headings stand over nearly every column.
  if (filled(above) < 2 || filled(above) < filled(first) - 1) return undefined;
  return { texts: above.cells.map(cellText), number: above.number, next, score: 0 };
}

function candidates(row: Row, below: Row | undefined, place: number): HeadingRow[] {
  if (isData(row)) return [];
  const single = row.cells.map(cellText);
  const found = [{ texts: single, number: row.number, next: place + 1, score: scoreOf(single) }];
  if (below && !isData(below) && below.number === row.number + 1) {
    const double = joined(single, below.cells.map(cellText));
    // Two rows have to say clearly more than one does.
    const score = scoreOf(double) - 30;
    found.push({ texts: double, number: below.number, next: place + 2, score });
  }
  return found;
}

/** A heading over several columns stands in the first of them only. */
function joined(upper: readonly string[], lower: readonly string[]): string[] {
  let over = '';
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => {
    over = upper[column] || over;
    const under = lower[column] ?? '';
    return under === '' ? (upper[column] ?? '') : `${over} ${under}`.trim();
  });
}

/** The best score of each role that the headings name, added up. */
function scoreOf(texts: readonly string[]): number {
  const best = new Map<string, number>();
  for (const text of texts.slice(0, columnsSearched)) {
    for (const { role, score } of matchHeading(text)) {
      if (score > (best.get(role) ?? 0)) best.set(role, score);
    }
  }
  const money = best.has('amount') || best.has('debit');
  // One word that could be a heading is not a row of headings.
  if (best.size < 2 || !(money || best.has('supplier') || best.has('date'))) return 0;
  return [...best.values()].reduce((sum, score) => sum + score, 0);
}

const isData = ({ cells }: Row): boolean =>
  cells.some((cell: Cell) => !isEmpty(cell) && (looksLikeDate(cell) || isAmount(cell)));

const isAmount = (cell: Cell): boolean =>
  typeof cell === 'number' || (typeof cell === 'string' && /\d/.test(cell) && amountOf(cell) !== undefined);
