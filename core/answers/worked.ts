import type { Explained } from '../explain/explained.ts';
import { formatGbp } from '../units/format.ts';

/** A small sum done for a question: the words, and the same figures as workings. */
export interface Worked {
  readonly text: string;
  readonly workings?: Explained;
}

/** Pounds, with pence only where there are any: `£13,200`, `£13,200.50`. */
export function formatPounds(amount: number): string {
  return formatGbp(amount).replace(/\.00$/, '');
}
