import type { Cell } from '../workbook/cell.ts';
import type { LinePlan } from './line-group.ts';

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const firstYear = 1900;
const lastYear = 2199;
const millisecondsOfDay = 86_400_000;

/** A time of day after a date, as databases and spreadsheets export it. */
const time = String.raw`(?:[T\s]\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[AP]M|Z|[+-]\d{2}:?\d{2})?)?`;
const form = (body: string) => new RegExp(`^${body}${time}$`, 'i');

const yearFirst = form(String.raw`(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?`);
const compact = form(String.raw`(\d{4})(\d{2})(\d{2})`);
const numbers = form(String.raw`(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})`);
const dayAndName = form(String.raw`(?:(\d{1,2})(?:st|nd|rd|th)?[-/.\s]*)?([a-z]{3,9})[-/.,\s]*(\d{4}|\d{2})`);
const nameAndDay = form(String.raw`([a-z]{3,9})\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})`);
const serialDay = /^\d{5}(?:\.\d+)?$/;

/**
 * The month of a payment, such as "2022-08"; undefined when the cell holds no date of the calendar
 * between 1900 and 2199. Reads dates and day numbers of Excel, `2022-08-17` and `20220817`,
 * `17/08/2022` with slashes, dashes or points, `17 Aug 2022`, `17-Aug-22`, `Aug 17, 2022`, months alone
 * such as `Aug-22` or `2022-08`, all with or without a time of day. Years of two digits are 1970 to 2069.
 *
 * @param order which number is the day where both could be; one over 12 is the day anyway
 */
export function lineMonth(cell: Cell | undefined, order: LinePlan['dateOrder']): string | undefined {
  if (cell === null || cell === undefined || typeof cell === 'boolean') return undefined;
  if (typeof cell === 'number') return monthOfSerial(cell);
  if (typeof cell === 'object') return 'date' in cell ? lineMonth(cell.date, order) : undefined;
  return monthOfText(cell.trim(), order);
}

function monthOfText(text: string, order: LinePlan['dateOrder']): string | undefined {
  const iso = yearFirst.exec(text) ?? compact.exec(text);
  if (iso) return month(Number(iso[1]), Number(iso[2]), Number(iso[3] ?? 1));
  const both = numbers.exec(text);
  if (both) {
    const [first, second, year] = [Number(both[1]), Number(both[2]), fullYear(both[3])];
    const dayFirst = second > 12 ? false : first > 12 || order === 'dayFirst';
    return dayFirst ? month(year, second, first) : month(year, first, second);
  }
  const named = dayAndName.exec(text);
  if (named) return month(fullYear(named[3]), monthNumber(named[2]), Number(named[1] ?? 1));
  const american = nameAndDay.exec(text);
  if (american) return month(Number(american[3]), monthNumber(american[1]), Number(american[2]));
  return serialDay.test(text) ? monthOfSerial(Number(text)) : undefined;
}

const fullYear = (digits = ''): number => {
  const year = Number(digits);
  return digits.length === 4 ? year : year < 70 ? 2000 + year : 1900 + year;
};

/** 1 to 12 for a name or its first letters from three on; 0 for any other word. */
function monthNumber(word = ''): number {
  const name = word.toLowerCase();
  if (name === 'sept') return 9;
  const number = monthNames.indexOf(name.slice(0, 3)) + 1;
  const whole = fullNames[number - 1];
  return name.length === 3 || name === whole ? number : 0;
}

const fullNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** Excel's day numbers, counted from 1900 with the 29 February that never was. */
function monthOfSerial(serial: number): string | undefined {
  const day = Math.floor(serial);
  if (!(day >= 1 && day < 200_000) || day === 60) return undefined;
  const date = new Date(Date.UTC(1899, 11, day < 60 ? 31 : 30) + day * millisecondsOfDay);
  return month(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

function month(year: number, number: number, day: number): string | undefined {
  if (year < firstYear || year > lastYear || number < 1 || number > 12) return undefined;
  if (day < 1 || day > new Date(Date.UTC(year, number, 0)).getUTCDate()) return undefined;
  return `${year}-${String(number).padStart(2, '0')}`;
}
