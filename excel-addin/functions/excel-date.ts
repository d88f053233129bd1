import { type Cell, isCalendarDate } from '../../core/index.ts';

const dayMs = 86_400_000;
/** Days from the day that Excel counts from to 1 January 1970. From March 1900 on the count is right. */
const daysBefore1970 = 25_569;
/** 1 March 1900 and 31 December 9999. */
const [firstSerial, lastSerial] = [61, 2_958_465];

/**
 * A date as `YYYY-MM-DD`, from Excel's number of days or from text as people in Britain write it:
 * `1/4/2026`, `2026-04-01`. Undefined for anything else.
 */
export function dateOf(cell: Cell): string | undefined {
  if (typeof cell === 'number') {
    if (!(cell >= firstSerial && cell <= lastSerial)) return undefined;
    return new Date((Math.floor(cell) - daysBefore1970) * dayMs).toISOString().slice(0, 10);
  }
  if (typeof cell !== 'string') return undefined;
  const text = cell.trim();
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text) ?? [];
  const iso = year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDate(iso) ? iso : undefined;
}
