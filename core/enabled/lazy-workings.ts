import type { Explained } from '../explain/explained.ts';
import type { TenantFacts } from './enabled-employment.ts';
import { gvaFromJobs } from './enabled-gva.ts';
import type { Found } from './estimate.ts';
import { explained } from './reading.ts';
import type { Confidence, Estimate } from './result.ts';
import { tenantFigures } from './tenant-figures.ts';

type Figure = 'fte' | 'gva';

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
  readonly #facts: TenantFacts;
  readonly #figure: Figure;

  constructor(found: Found<number, Method>, facts: TenantFacts, figure: Figure) {
    this.value = found.typical;
    this.low = found.low;
    this.high = found.high;
    this.method = found.method;
    this.formula = found.formula;
    this.confidence = found.confidence;
    this.dataYear = found.year === '' ? undefined : found.year;
    this.verified = found.verified;
    this.#facts = facts;
    this.#figure = figure;
  }

  get workings(): Explained | undefined {
    return this.trees()?.typical;
  }

  get lowWorkings(): Explained | undefined {
    const trees = this.trees();
    return trees && trees.low !== trees.typical ? trees.low : undefined;
  }

  get highWorkings(): Explained | undefined {
    const trees = this.trees();
    return trees && trees.high !== trees.typical ? trees.high : undefined;
  }

  /** JSON holds the workings as well. */
  toJSON(): object {
    const { workings, lowWorkings, highWorkings } = this;
    return { ...this, workings, lowWorkings, highWorkings };
  }

  private trees(): Found<Explained, string> | undefined {
    return tenantFigures(this.#facts, explained)[this.#figure];
  }
}

/** A figure of the result, or that there is nothing to work it out from. */
export function estimateOf<Method extends string>(
  found: Found<number, Method> | undefined,
  facts: TenantFacts,
  figure: Figure,
): Estimate<Method | 'unknown'> {
  return found ? new LazyEstimate(found, facts, figure) : unknown;
}

const unknown: Estimate<'unknown'> = {
  value: null,
  low: null,
  high: null,
  method: 'unknown',
  confidence: 'unknown',
  verified: true,
};

/** GVA by the jobs route, beside GVA from turnover. */
export class CrossCheck {
  readonly #facts: TenantFacts;

  /** @param gvaGbp GBP a year */
  constructor(
    readonly gvaGbp: number,
    facts: TenantFacts,
  ) {
    this.#facts = facts;
  }

  get workings(): Explained {
    const { jobsToCheck } = tenantFigures(this.#facts, explained);
    if (!jobsToCheck) throw new Error('CrossCheck: the tenant has no jobs to check by');
    return gvaFromJobs(this.#facts, jobsToCheck, explained).typical;
  }

  toJSON(): object {
    return { gvaGbp: this.gvaGbp, workings: this.workings };
  }
}
