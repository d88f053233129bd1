import type { Explained } from '../explain/explained.ts';
import type { Confidence, Estimate } from './result.ts';

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

type Trees = () => Found<Explained, string> | undefined;

/**
 * A figure as the result holds it. Its workings are made when somebody looks at them, by the same
 * calculation: of ten thousand tenants few are looked at.
 */
class LazyEstimate<Method extends string> implements Estimate<Method> {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly method: Method;
  readonly formula: string;
  readonly confidence: Confidence;
  readonly dataYear: string | undefined;
  readonly verified: boolean;
  // Private, so that a copy of the figure is a copy of its values.
  readonly #trees: Trees;

  constructor(
    { typical, low, high, method, formula, confidence, year, verified }: Found<number, Method>,
    trees: Trees,
  ) {
    this.value = typical;
    this.low = low;
    this.high = high;
    this.method = method;
    this.formula = formula;
    this.confidence = confidence;
    this.dataYear = year === '' ? undefined : year;
    this.verified = verified;
    this.#trees = trees;
  }

  get workings(): Explained | undefined {
    return this.#trees()?.typical;
  }

  get lowWorkings(): Explained | undefined {
    const trees = this.#trees();
    return trees && trees.low !== trees.typical ? trees.low : undefined;
  }

  get highWorkings(): Explained | undefined {
    const trees = this.#trees();
    return trees && trees.high !== trees.typical ? trees.high : undefined;
  }

  /** JSON holds the workings as well. */
  toJSON(): object {
    const { workings, lowWorkings, highWorkings } = this;
    return { ...this, workings, lowWorkings, highWorkings };
  }
}

/** A figure of the result, or that there is nothing to work it out from. */
export function estimateOf<Method extends string>(
  figure: Found<number, Method> | undefined,
  trees: Trees,
): Estimate<Method | 'unknown'> {
  return figure ? new LazyEstimate(figure, trees) : unknown;
}

const unknown: Estimate<'unknown'> = {
  value: null,
  low: null,
  high: null,
  method: 'unknown',
  confidence: 'unknown',
  verified: true,
};

const order: Record<Confidence, number> = { unknown: 0, low: 1, moderate: 2, high: 3 };

export const lower = (one: Confidence, other: Confidence): Confidence =>
  order[one] <= order[other] ? one : other;
