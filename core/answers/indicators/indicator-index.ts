import { type Indicator, indicatorName, indicators } from '../../framework/indicators.ts';
import { once } from '../../shipped/once.ts';
import type { Passage } from '../passage.ts';
import { Retriever } from '../retrieve.ts';
import { vocabularyData } from '../synonyms.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { defaultWeights, type RetrievalWeights } from '../weights.ts';
import { indicatorWords } from './indicator-words.ts';

/**
 * What people say of a thing counts more than its name in the bank, and how to collect it hardly
 * counts: the same words, such as "survey", stand with dozens of indicators.
 */
const weights: RetrievalWeights = {
  ...defaultWeights,
  fields: { title: 2, asks: 3, words: 2, body: 0.25 },
  // An unknown word is a detail of the asker's: "weddings", "in Shipley".
  share: { subject: 1.5, name: 1, word: 0.6, place: 0.2, number: 0.3, neutral: 0, unknown: 0.6 },
  candidates: 40,
};

/** Names, plain words and synonyms of the whole bank, indexed at the first search. */
export const indicatorIndex = once(
  (): Retriever => new Retriever(indicators().map(passage), vocabulary(), weights),
);

function passage(indicator: Indicator): Passage {
  const { id, words, collect } = indicator;
  return {
    id,
    kind: 'indicator',
    title: indicatorName(indicator),
    body: collect,
    asks: words,
    synonyms: [],
    names: [],
    sources: indicator.sources,
  };
}

function vocabulary(): Vocabulary {
  const { shorthand, places, neutral } = vocabularyData();
  const own = indicatorWords();
  return { groups: own.groups, shorthand, places, neutral: new Set([...neutral, ...own.neutral]) };
}
