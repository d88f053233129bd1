import type { Explained } from '../explain/explained.ts';

/** A small sum done for a question: the words, and the same figures as workings. */
export interface Worked {
  readonly text: string;
  readonly workings?: Explained;
}
