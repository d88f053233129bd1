import { parsePence } from '../workbook/amount.ts';
import { type Cell, cellText } from '../workbook/cell.ts';

/**
 * What a cell of a payment says, which is what payments are told apart by: without outer spaces, inner
 * ones single. Null when it says nothing.
 */
export function lineText(cell: Cell | undefined): string | null {
  const text = cellText(cell ?? null)
    .replace(/\s+/gu, ' ')
    .trim();
  return text === '' ? null : text;
}

/**
 * An amount in whole pence; undefined when the cell holds none. Numbers count as the decimal that a
 * spreadsheet shows, with 15 digits, and half a penny goes away from zero, as with texts.
 */
export function linePence(cell: Cell | undefined): number | undefined {
  if (typeof cell === 'string') return parsePence(cell);
  if (typeof cell !== 'number' || !Number.isFinite(cell)) return undefined;
  const pence = Math.round(Number((Math.abs(cell) * 100).toPrecision(15)));
  if (pence > Number.MAX_SAFE_INTEGER) return undefined;
  return cell < 0 ? 0 - pence : pence;
}

const longestFound = 60;

/** The text of a cell for a list of faults, shortened. */
export function foundText(cell: Cell | undefined): string {
  const text = cellText(cell ?? null);
  return text.length > longestFound ? `${text.slice(0, longestFound - 3)}...` : text;
}
