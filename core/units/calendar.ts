/** Calendar dates as text: `YYYY-MM-DD`, so that they compare as they stand. */

const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const inBritain = new Intl.DateTimeFormat('en-CA', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  timeZone: 'Europe/London',
});

/** True for a date of the calendar as `YYYY-MM-DD`: 2026-02-30 is none. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/**
 * A date as people read it.
 *
 * @example formatDate('2026-02-04') // '4 February 2026'
 */
export function formatDate(date: string): string {
  return day.format(new Date(`${date}T00:00:00Z`));
}

/** The date in Britain at a moment. Faces have a clock and hand the moment over; core has none. */
export function britishDate(moment: Date): string {
  return inBritain.format(moment);
}
