/**
 * Pairs of indicators, by id, that measure nearly the same under two headings: their figures must not
 * be added up. Our reading of the bank; see docs/method/indicators.md, Collecting.
 */
export const nearlyTheSame: readonly (readonly [string, string])[] = [
  ['five-a-day', 'adequate-diet'],
  ['gp-visits-reduced', 'repeat-gp'],
  ['cba-savings', 'health-cba'],
];
