import type { CellDate } from '../../core/index.ts';

const millisecondsOfDay = 86_400_000;
const lastDay = 2_958_465;
const offset1904 = 1_462;
/** 29 February 1900, a day that never was but that Excel counts. */
const phantomDay = 60;

/**
 * Turns numbers of days into the calendar dates that Excel shows; the time of day is left out. Rows
 * share their dates: a ledger holds few days many times over.
 */
export class SerialDates {
  readonly #from1904: boolean;
  readonly #known = new Map<number, CellDate>();

  /** @param from1904 days count from 1904, as old Macs did, instead of 1900 */
  constructor(from1904: boolean) {
    this.#from1904 = from1904;
  }

  /**
   * The date of a serial number. Undefined when it is none of the calendar: before 1900, after 9999,
   * or day 60, which Excel calls 29 February 1900.
   */
  date(serial: number): CellDate | undefined {
    // To the millisecond first, as Excel does: arithmetic leaves days such as 44196.99999999999.
    const day = Math.floor(Math.round(serial * millisecondsOfDay) / millisecondsOfDay);
    const known = this.#known.get(day);
    if (known !== undefined) return known;
    if (this.#from1904 && day < 0) return undefined;
    const day1900 = this.#from1904 ? day + offset1904 : day;
    if (!(day1900 >= 1 && day1900 <= lastDay) || day1900 === phantomDay) return undefined;
    const sinceEpoch = day1900 < phantomDay ? day1900 + 1 : day1900;
    const date = new Date(Date.UTC(1899, 11, 30) + sinceEpoch * millisecondsOfDay).toISOString().slice(0, 10);
    const cell: CellDate = { date };
    this.#known.set(day, cell);
    return cell;
  }
}

/** The date in a cell that holds it as text, `2024-03-01T00:00:00`; undefined when there is none. */
export function isoToDate(text: string): string | undefined {
  const date = /^(\d{4}-\d{2}-\d{2})(?:T[\d:.]*(?:Z|[+-]\d{2}:\d{2})?)?$/.exec(text)?.[1];
  if (date === undefined) return undefined;
  const time = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date ? undefined : date;
}
