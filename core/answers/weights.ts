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
  /** A match in the body alone: it may be said there in passing. */
  readonly bodyOnly: number;
  /** From this rarity on a word is known in one or two passages only. */
  readonly rare: number;
  /** For a place or organisation of the question that a passage is not about. */
  readonly aside: number;
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
  /** What the score of a passage of some kind is multiplied by when a question is put in some way. */
  readonly favours: readonly Favour[];
}

export interface Favour {
  /** Tried on lower-case text. */
  readonly when: RegExp;
  /** Then also when this is not found. */
  readonly unless?: RegExp;
  readonly kinds: readonly string[];
  readonly times: number;
}

/** Somebody wants to measure, or asks about a measure. */
export const measuring =
  /\b(indicators?|indicater|measur\w+|metrics?|kpis?|track|tracking|monitor|counts? (for|towards)|count as\W*$|counted|key|other measures?|to count|can we count|anything (for|to|on|we)|(is|are) (that|it|this|they|those|these) (in|on) (there|it|the (list|bank|framework|indicators))|evidence of|how (do|can|would|could|should) (we|i|you) (show|prove|evidence|know|record))\b/;
/** Somebody asks where in the framework a thing belongs. */
export const placing =
  /\b(characteristics?|charact?er?is?tics?|charactersitic|chars?|framework|fits?|belongs?|come under|comes under|sits?|heading|which one)\b|\bc ?[1-7]\b|\bwhere\b/;

export const defaultWeights: RetrievalWeights = {
  fields: { title: 2, asks: 3, words: 2, body: 1 },
  byGroup: 0.9,
  byPart: 0.5,
  bodyOnly: 0.7,
  rare: 0.85,
  aside: 0.7,
  corrected: 0.85,
  neutral: 0.2,
  generic: 0.6,
  commonplace: 0.15,
  share: { subject: 1.5, name: 1, word: 1, place: 0.5, number: 1, neutral: 0, unknown: 1.25 },
  floor: { coverage: 0.5, askSimilarity: 0.35 },
  candidates: 40,
  favours: [
    { when: measuring, kinds: ['indicator'], times: 1.5 },
    { when: measuring, kinds: ['indicator-list'], times: 1.2 },
    { when: /./, unless: measuring, kinds: ['indicator', 'indicator-list'], times: 0.6 },
    { when: placing, unless: measuring, kinds: ['activity'], times: 1.3 },
    { when: measuring, kinds: ['activity'], times: 0.8 },
    {
      when: /\b(today|nowadays|still|currently|legal|legally|law|lawful|allowed|20(?:2[4-9]|3\d))\b/,
      kinds: ['procurement-law', 'then-and-now', 'route', 'myth'],
      times: 1.2,
    },
    {
      when: /\b(reports?|2017|locality say|says)\b/,
      kinds: ['procurement-route', 'barrier', 'social-value', 'commissioning', 'evidence'],
      times: 1.2,
    },
  ],
};
