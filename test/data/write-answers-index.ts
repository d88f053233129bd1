import { writeFileSync } from 'node:fs';
import { buildIndexData } from '../../core/answers/index-data.ts';
import { allPassages } from '../../core/answers/passage.ts';
import { defaultVocabulary } from '../../core/answers/vocabulary.ts';
import { defaultWeights } from '../../core/answers/weights.ts';

/** Writes core/data/answers-index.json anew: `npx tsx test/data/write-answers-index.ts` after any change of knowledge. */
const data = buildIndexData(allPassages(), defaultVocabulary(), defaultWeights);
writeFileSync(new URL('../../core/data/answers-index.json', import.meta.url), `${JSON.stringify(data)}\n`);
