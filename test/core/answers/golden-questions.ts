import { readFileSync } from 'node:fs';
import * as z from 'zod';

const questionSchema = z.strictObject({
  id: z.string(),
  /** When it was written: each set came before anything was changed because of it. */
  set: z.number(),
  question: z.string(),
  /** Ids of the passages that may come first; empty when it has to be refused. */
  expect: z.array(z.string()),
});

/** Questions as people text them, each with the passage that answers it or none. */
export function goldenQuestions() {
  const file = new URL('../../golden/questions.jsonl', import.meta.url);
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => questionSchema.parse(JSON.parse(line)));
}
