import type { Spend } from '../../core/index.ts';

/** The months of payments, such as `2026-04` or `2026-04 to 2026-06`; undefined where no line has a date. */
export function monthsOf(byMonth: Spend['byMonth']): string | undefined {
  const months = byMonth.flatMap(({ month }) => (month === null ? [] : [month]));
  const [first, last] = [months[0], months.at(-1)];
  return first === undefined || last === undefined || first === last ? first : `${first} to ${last}`;
}
