import { describe, expect, it } from 'vitest';
import { allPassages, type Passage, wholeId } from '../../../core/answers/passage.ts';
import { Retriever } from '../../../core/answers/retrieve.ts';
import { defaultVocabulary } from '../../../core/answers/vocabulary.ts';

const retriever = new Retriever(allPassages());
const ids = (question: string): string[] =>
  retriever.retrieve(question).hits.map((hit) => wholeId(hit.passage));
const ranks = (question: string, first: string, second: string): void => {
  const order = ids(question);
  expect(order).toContain(first);
  const at = order.indexOf(second);
  expect(order.indexOf(first), question).toBeLessThan(at === -1 ? order.length : at);
};

describe('which of two passages comes first', () => {
  it('the one about the score before the one about the tool', () => {
    ranks('what does an lm3 score mean', 'lm3-higher-score', 'lm3-online-tool');
  });

  it('LM3 Online’s own rating where LM3 Online is named, Local Pound’s where that is', () => {
    ranks('when is it green in lm3 online', 'lm3-confidence', 'lp-rating');
    ranks('when is it green in local pound', 'lp-rating', 'lm3-confidence');
  });

  it('the activity before the example that happens to do it', () => {
    ranks(
      'we keep an allotment garden, which characteristic',
      'c6-activity-food-growing',
      'c5-example-cleobury-work',
    );
  });

  it('the example before the activity when the organisation is named', () => {
    ranks('allotments of cleobury country', 'c5-example-cleobury-work', 'c6-activity-food-growing');
  });

  it('the local picture before the overview when somebody asks how it looks', () => {
    ranks('what does characteristic 3 look like locally', 'c3-locally', 'c3');
    ranks('what is characteristic 3', 'c3', 'c3-locally');
  });

  it('one result before the table of all when one organisation is named', () => {
    ranks('southmead lm3 score', 'result-southmead', 'result-all');
    ranks('which lm3 score is the highest', 'result-all', 'result-southmead');
  });
});

describe('a hit says why it was found', () => {
  it('with the words of the question that the passage holds, and those it does not', () => {
    const [hit] = retriever.retrieve('leaky bucket and zebras').hits;
    expect(hit && wholeId(hit.passage)).toBe('lm3-leaky-bucket');
    expect(hit?.matched).toEqual(['leaky bucket']);
    expect(hit?.missed).toEqual(['zebras']);
    expect(hit?.coverage).toBeCloseTo(1.5 / 2.75, 10);
  });

  it('and lists unknown words as they were typed', () => {
    expect(retriever.retrieve('windmil hil zzz').unknown).toEqual(['hil', 'zzz']);
  });
});

describe('another knowledge base and vocabulary', () => {
  const passage = (id: string, body: string, asks: string[] = []): Passage => ({
    id,
    kind: 'note',
    title: id,
    body,
    asks,
    synonyms: [],
    names: [],
    sources: [{ title: 'A document', place: 'page 1', verified: true }],
  });
  const passages = [
    passage('boats', 'A dinghy is a small boat.'),
    passage('birds', 'A gull is a bird of the coast.'),
    passage('stones', 'A pebble is a round stone.'),
  ];

  it('take the place of the shipped ones', () => {
    const vocabulary = {
      ...defaultVocabulary(),
      groups: [{ id: 'vessel', subject: false, generic: false, words: ['ship', 'boat'] }],
    };
    expect(new Retriever(passages, vocabulary).retrieve('ship').hits[0]?.passage.id).toBe('boats');
  });

  it('without the synonym find nothing', () => {
    const vocabulary = { ...defaultVocabulary(), groups: [] };
    expect(new Retriever(passages, vocabulary).retrieve('ship').hits).toEqual([]);
  });
});
