import { expect, it } from 'vitest';
import { buildIndexData, fingerprintOf } from '../../core/answers/index-data.ts';
import { allPassages } from '../../core/answers/passage.ts';
import { Retriever } from '../../core/answers/retrieve.ts';
import { defaultVocabulary } from '../../core/answers/vocabulary.ts';
import { defaultWeights } from '../../core/answers/weights.ts';
import written from '../../core/data/answers-index.json' with { type: 'json' };

const passages = allPassages();

it('the index that is shipped is that of the knowledge; otherwise run: npx tsx test/data/write-answers-index.ts', () => {
  expect(written).toEqual(buildIndexData(passages, defaultVocabulary(), defaultWeights));
});

it('a change of one letter makes the shipped index worthless, and the passages are read again', () => {
  const [first, ...others] = passages;
  const changed = [{ ...(first as (typeof passages)[number]), body: 'Xylophone.' }, ...others];
  expect(fingerprintOf(changed, defaultVocabulary(), defaultWeights)).not.toBe(written.fingerprint);
  const retriever = new Retriever(changed, defaultVocabulary(), defaultWeights, written);
  expect(retriever.retrieve('xylophone').hits[0]?.passage.body).toBe('Xylophone.');
});
