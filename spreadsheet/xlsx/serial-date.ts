const millisecondsOfDay = 86_400_000;
const lastDay = 2_958_465;
const offset1904 = 1_462;
/** 29 February 1900, a day that never was but that Excel counts. */
const phantomDay = 60;

/**
 * The calendar date that Excel shows for a number of days, as `YYYY-MM-DD`; the time of day is left
 * out. Undefined when it is no date of the calendar: before 1900, after 9999, or day 60, which Excel
 * calls 29 February 1900.
 */
export function serialToDate(serial: number, from1904: boolean): string | undefined {
  // To the millisecond first, as Excel does: arithmetic leaves days such as 44196.99999999999.
  const day = Math.floor(Math.round(serial * millisecondsOfDay) / millisecondsOfDay);
  if (from1904 && day < 0) return undefined;
  const day1900 = from1904 ? day + offset1904 : day;
  if (day1900 < 1 || day1900 > lastDay || day1900 === phantomDay) return undefined;
  const sinceEpoch =
    Date.UTC(1899, 11, 30) + (day1900 < phantomDay ? day1900 + 1 : day1900) * millisecondsOfDay;
  return new Date(sinceEpoch).toISOString().slice(0, 10);
}

/** The date in a cell that holds it as text, `2024-03-01T00:00:00`; undefined when there is none. */
export function isoToDate(text: string): string | undefined {
  const date = /^(\d{4}-\d{2}-\d{2})(?:T[\d:.]*(?:Z|[+-]\d{2}:\d{2})?)?$/.exec(text)?.[1];
  if (date === undefined) return undefined;
  const time = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date ? undefined : date;
}
