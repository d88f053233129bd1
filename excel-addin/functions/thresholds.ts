import {
  cellText,
  describeRow,
  formatDate,
  formatPounds,
  thresholdOn,
  thresholdsHeldUntil,
  vatWords,
} from '../../core/index.ts';
import { cellOf, textOf } from './cells.ts';
import { dateOf } from './excel-date.ts';
import { invalid, notAvailable } from './problem.ts';
import { authorityOf, contractTypeOf } from './threshold-words.ts';

/**
 * The procurement threshold on a date, in pounds. It never looks at today's date: give the date of the first notice.
 * @customfunction THRESHOLD
 * @param contract The kind of contract: goods, services, light touch, works, concession or light touch concession.
 * @param date The date on which the first notice or approach goes out.
 * @param authority "council", or left out: councils and other sub-central bodies. "central": central government and the NHS.
 * @param show "amount", or left out: pounds. "vat": whether they include VAT. "law": where it stands, and whether it was read there.
 * @returns The amount in pounds, or a text.
 */
export function threshold(contract: string, date: unknown, authority?: string, show?: string): unknown {
  const day = dateOf(cellOf(date));
  if (day === undefined)
    throw invalid(`date: found ${cellText(cellOf(date))}; expected a date such as 1/4/2026.`);
  const held = thresholdOn(day, authorityOf(textOf(authority)), contractTypeOf(textOf(contract)));
  if (!held) throw notAvailable(`No threshold is held for ${formatDate(day)}.`);
  const { row, expired } = held;
  if (expired) {
    throw notAvailable(
      `Thresholds are held until ${formatDate(thresholdsHeldUntil)}; the last one was ${formatPounds(row.amount_gbp)}.`,
    );
  }
  switch ((textOf(show) ?? 'amount').toLowerCase()) {
    case 'amount':
      if (row.verified !== 'unverified') return row.amount_gbp;
      throw notAvailable(
        `${formatPounds(row.amount_gbp)} is held and was not read in its source (${row.source}). Check it there and type it in.`,
      );
    case 'vat':
      return vatWords[row.vat_basis];
    case 'law':
      return `${describeRow(row)}; ${row.source} (${row.verified})`;
    default:
      throw invalid(`show: found "${textOf(show)}"; expected "amount", "vat" or "law".`);
  }
}
