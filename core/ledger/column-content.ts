import { type Cell, cellText } from '../workbook/cell.ts';
import { amountOf, isEmpty } from '../workbook/read-table.ts';
import { lineMonth } from './line-month.ts';

/** What the cells of a column look like: shares of those that are filled in, 0 to 1. */
export interface ColumnContent {
  readonly filled: number;
  readonly money: number;
  /** Money with pence: whole numbers may as well be codes. */
  readonly pence: number;
  readonly date: number;
  readonly postcode: number;
  readonly companyNumber: number;
  /** Texts with at least one letter. */
  readonly letters: number;
  /** Texts with letters that are none of the above. */
  readonly words: number;
  /** Texts that call themselves a company, school or council. */
  readonly organisation: number;
  readonly distinct: number;
}

export const postcodeShape = /^(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})$/i;
const companyNumberShape = /^(?:(?:SC|NI|OC|SO|NC|R|IP|RC|CE|FC|RS)\d{5,6}|\d{7,8})$/i;
const organisationWords =
  /\b(?:ltd|limited|plc|llp|cic|council|school|trust|services|association|university|college|society|nhs)\b/i;

/** A date, or a text that can be read as one; numbers are as likely amounts. */
export const looksLikeDate = (cell: Cell): boolean =>
  cell !== null && typeof cell === 'object'
    ? 'date' in cell
    : typeof cell === 'string' && /\D/.test(cell.trim()) && lineMonth(cell, 'dayFirst') !== undefined;

/** Looks at the cells of one column in the first rows below the headings. */
export function columnContent(cells: readonly Cell[]): ColumnContent {
  const filled = cells.filter((cell) => !isEmpty(cell));
  const share = (is: (cell: Cell, text: string) => boolean): number =>
    filled.length === 0 ? 0 : filled.filter((cell) => is(cell, cellText(cell))).length / filled.length;
  const isMoney = (cell: Cell) => amountOf(cell) !== undefined;
  return {
    filled: cells.length === 0 ? 0 : filled.length / cells.length,
    money: share(isMoney),
    pence: share((cell, text) => isMoney(cell) && /\.\d{1,2}\D*$/.test(text)),
    date: share(looksLikeDate),
    postcode: share((_, text) => postcodeShape.test(text)),
    companyNumber: share((_, text) => companyNumberShape.test(text)),
    letters: share((_, text) => /\p{L}/u.test(text)),
    words: share((cell, text) => /[a-z]{2}/i.test(text) && !looksLikeDate(cell) && !postcodeShape.test(text)),
    organisation: share((_, text) => organisationWords.test(text)),
    distinct: new Set(filled.map(cellText)).size,
  };
}
