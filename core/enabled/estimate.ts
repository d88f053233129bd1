import { type Explained, product, quotient } from '../explain/explained.ts';
import type { Ratio } from './ratios.ts';
import type { Confidence, Estimate } from './result.ts';

/** Typical value and both ends; one and the same tree where they do not differ. */
export interface Ends {
  readonly typical: Explained;
  readonly low: Explained;
  readonly high: Explained;
}

export const sameEnds = (node: Explained): Ends => ({ typical: node, low: node, high: node });

type Naming = Parameters<typeof product>[0];

/** Each end times, or divided by, a ratio. */
export function scaled(naming: Naming, ends: Ends, by: 'product' | 'quotient', ratio: Ratio): Ends {
  const at = (end: Explained): Explained =>
    by === 'product' ? product(naming, [end, ratio.node]) : quotient(naming, end, ratio.node);
  const typical = at(ends.typical);
  return {
    typical,
    low: ends.low === ends.typical ? typical : at(ends.low),
    high: ends.high === ends.typical ? typical : at(ends.high),
  };
}

/** A figure with its workings, how it was come by and what reference data it rests on. */
export function estimate<Method extends string>(
  ends: Ends,
  method: Method,
  confidence: Confidence,
  rests: { readonly year: string; readonly verified: boolean },
): Estimate<Method> {
  const { typical, low, high } = ends;
  return {
    value: typical.value,
    low: low.value,
    high: high.value,
    method,
    formula: typical.formula,
    confidence,
    dataYear: rests.year === '' ? undefined : rests.year,
    verified: rests.verified,
    workings: typical,
    lowWorkings: low === typical ? undefined : low,
    highWorkings: high === typical ? undefined : high,
  };
}

/** A figure that there is nothing to work out from. */
export const unknown: Estimate<'unknown'> = {
  value: null,
  low: null,
  high: null,
  method: 'unknown',
  confidence: 'unknown',
  verified: true,
};

/** Rests on no reference data. */
export const primary = { year: '', verified: true } as const;

/** Two statements of years as one: `density 2015`, `GVA 2022, jobs 2023`. */
export function bothYears(one: string | undefined, other: string): string {
  if (one === undefined || one === '' || other.includes(one)) return other;
  return `${one}, ${other}`;
}

/** The ends of an estimate that is known. */
export function endsOf({ workings, lowWorkings, highWorkings }: Estimate<string>): Ends | undefined {
  return workings && { typical: workings, low: lowWorkings ?? workings, high: highWorkings ?? workings };
}

const order: Record<Confidence, number> = { unknown: 0, low: 1, moderate: 2, high: 3 };

export const lower = (one: Confidence, other: Confidence): Confidence =>
  order[one] <= order[other] ? one : other;
