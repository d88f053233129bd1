import type { TermKind } from './vocabulary.ts';

/** Every number that ranking rests on. */
export interface RetrievalWeights {
  /** How much a match in each part of a passage counts in BM25. */
  readonly fields: {
    readonly title: number;
    readonly asks: number;
    readonly words: number;
    readonly body: number;
  };
  /** A match by group, against 1 for a match by stem. */
  readonly byGroup: number;
  /** A match on one word of a phrase, against 1 for the phrase. */
  readonly byPart: number;
  /** A match by a corrected spelling. */
  readonly corrected: number;
  /** A word without a subject, against 1 for one with. */
  readonly neutral: number;
  /** The same if it says what is asked of any subject, such as "in practice". */
  readonly generic: number;
  /** Neutral words less rare than this are not looked up: they cost the most and tell the least. */
  readonly commonplace: number;
  /** How much of a question each kind of term makes up. Unknown words have their own weight. */
  readonly share: Readonly<Record<TermKind | 'unknown', number>>;
  /** What BM25 is multiplied by at no coverage and at no likeness to a question of the passage. */
  readonly floor: { readonly coverage: number; readonly askSimilarity: number };
  /** How many passages BM25 hands over to be ranked again. */
  readonly candidates: number;
}

export const defaultWeights: RetrievalWeights = {
  fields: { title: 2, asks: 3, words: 2, body: 1 },
  byGroup: 0.9,
  byPart: 0.5,
  corrected: 0.85,
  neutral: 0.2,
  generic: 0.6,
  commonplace: 0.15,
  share: { subject: 1.5, name: 1, word: 1, place: 0.5, number: 1, neutral: 0, unknown: 1.25 },
  floor: { coverage: 0.5, askSimilarity: 0.35 },
  candidates: 25,
};
