import type { Confidence } from './result.ts';

/** What a figure rests on: the years of its reference data, and whether all of it was read in its source. */
interface Rests {
  /** Empty where it rests on none. */
  readonly year: string;
  readonly verified: boolean;
}

/** A figure with both its ends, how it was come by and what it rests on. */
export interface Found<Value, Method extends string> extends Rests {
  readonly typical: Value;
  /** One and the same as the typical value where the ends do not differ. */
  readonly low: Value;
  readonly high: Value;
  readonly method: Method;
  readonly formula: string;
  readonly confidence: Confidence;
}

export function found<Value, Method extends string>(
  typical: Value,
  method: Method,
  formula: string,
  confidence: Confidence,
  { year, verified }: Rests,
  ends?: { readonly low: Value; readonly high: Value },
): Found<Value, Method> {
  const low = ends ? ends.low : typical;
  const high = ends ? ends.high : typical;
  return { typical, low, high, method, formula, confidence, year, verified };
}

/** Each end of a figure taken one step further. */
export function scaled<Value, Method extends string>(
  { typical: from, low, high }: Found<Value, string>,
  at: (end: Value) => Value,
  { method, formula, confidence, year, verified }: Omit<Found<Value, Method>, 'typical' | 'low' | 'high'>,
): Found<Value, Method> {
  const typical = at(from);
  return {
    typical,
    low: low === from ? typical : at(low),
    high: high === from ? typical : at(high),
    method,
    formula,
    confidence,
    year,
    verified,
  };
}

/** Rests on no reference data. */
export const primary: Rests = { year: '', verified: true };

/** Rests on a reference figure, and on something else that may be unverified. */
export const restsOn = ({ year, verified }: Rests, alsoVerified = true): Rests => ({
  year,
  verified: verified && alsoVerified,
});

/** Two statements of years as one: `density 2015`, `GVA 2022, jobs 2023`. */
export function bothYears(one: string, other: string): string {
  return one === '' || other.includes(one) ? other : `${one}, ${other}`;
}

const order: Record<Confidence, number> = { unknown: 0, low: 1, moderate: 2, high: 3 };

export const lower = (one: Confidence, other: Confidence): Confidence =>
  order[one] <= order[other] ? one : other;
