import {
  formatCount,
  formatGbp,
  formatRatio,
  formatShare,
  type Lm3Result,
  methodName,
} from '../core/index.ts';
import { columns } from './output.ts';

/** A column of a comparison: what it is called, and its LM3. */
export interface ResultColumn {
  readonly heading: string;
  readonly result: Lm3Result;
}

type Read = (result: Lm3Result) => string;
const gbp =
  (read: (result: Lm3Result) => number): Read =>
  (result) =>
    formatGbp(read(result));

const rows: readonly (readonly [string, Read])[] = [
  ['Round 1', gbp(({ round1 }) => round1)],
  ['Round 2', gbp(({ round2 }) => round2)],
  ['  local staff', gbp(({ round2Parts }) => round2Parts.localStaff)],
  ['  local suppliers', gbp(({ round2Parts }) => round2Parts.localSuppliers)],
  ['  other direct costs kept local', gbp(({ round2Parts }) => round2Parts.localOtherCosts)],
  ['Round 3', gbp(({ round3 }) => round3)],
  ['  local staff', gbp(({ round3Parts }) => round3Parts.localStaff)],
  ['  non-local staff', gbp(({ round3Parts }) => round3Parts.nonLocalStaff)],
  ['  local suppliers', gbp(({ round3Parts }) => round3Parts.localSuppliers)],
  ['  non-local suppliers', gbp(({ round3Parts }) => round3Parts.nonLocalSuppliers)],
  ['Total', gbp(({ total }) => total)],
  ['LM2', ({ lm2 }) => formatRatio(lm2)],
  ['LM3', ({ lm3 }) => formatRatio(lm3)],
  ['  certain bounds', ({ bounds }) => range(bounds)],
  ['  95% interval', ({ interval }) => (interval ? range(interval) : 'none')],
  ['Answered, by value', ({ responseRate }) => formatShare(responseRate)],
  ['Answered, suppliers', ({ answers }) => `${formatCount(answers.count)} of ${formatCount(answers.of)}`],
  ['Confidence', ({ rating }) => rating],
];

const range = ({ low, high }: { low: number; high: number }): string =>
  `${formatRatio(low)} to ${formatRatio(high)}`;

/** What an LM3 is about and how it was computed: never printed without. */
export function basisLine({ name, area, scope, ...result }: Omit<Lm3Result, 'period'>): string {
  return `${name}${scope === undefined ? '' : ` (${scope})`}, ${area ?? 'area not stated'}; ${methodName(result)}.`;
}

/** Rounds, LM2, LM3, bounds, interval and answers of several results, a column each. */
export function sideBySide(results: readonly ResultColumn[]): string {
  return columns([
    ['', ...results.map(({ heading }) => heading)],
    ...rows.map(([label, read]) => [label, ...results.map(({ result }) => read(result))]),
  ]);
}
