import type { Facts } from '../facts.ts';
import type { Truth } from '../truth.ts';

/** One thing that a rule asks for, as it stands for a case. */
export interface Test {
  readonly truth: Truth;
  /** Completes "needs ...". */
  readonly words: string;
  /** The fields of the case that decide it. */
  readonly fields: readonly string[];
}

/** When a rule holds. Its words, citation and standing are data: `core/data/procurement-rules.json`. */
export interface Rule {
  readonly id: string;
  readonly tests: (facts: Facts) => readonly Test[];
  /** Where the rank depends on the case; otherwise the rank of the data. */
  readonly rank?: (facts: Facts) => number;
  /** Which of the rule's routes, where it has several. */
  readonly routes?: (facts: Facts) => readonly string[];
  /** What the case decides beyond the words of the data. */
  readonly text?: (facts: Facts) => string;
}

export function needs(truth: Truth, words: string, ...fields: string[]): Test {
  return { truth, words, fields };
}
