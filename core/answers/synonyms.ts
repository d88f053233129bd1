import * as z from 'zod';
import data from '../data/vocabulary.json' with { type: 'json' };
import { checkData, checkUnique } from '../shipped/check.ts';
import { once } from '../shipped/once.ts';

const word = z.string().trim().min(1);

const groupSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  subject: z.boolean().default(false),
  generic: z.boolean().default(false),
  words: z.array(word).min(1),
});

const vocabularySchema = z.strictObject({
  groups: z.array(groupSchema),
  shorthand: z.record(z.string(), word),
  places: z.array(word),
  neutral: z.array(word),
});

/**
 * Words and phrases that mean the same to somebody asking; phrases are matched before words. A group
 * with `subject` is what Local Pound is about and weighs more when deciding whether to answer; one with
 * `generic` helps in ranking alone, since it goes with any subject.
 */
export type SynonymGroup = z.output<typeof groupSchema>;

const file = 'vocabulary.json';

/** The field's own vocabulary. Adding a word or a group to the file changes no code. */
export const vocabularyData = once(() => {
  const checked = checkData(file, vocabularySchema, data);
  checkUnique(
    file,
    checked.groups.map((group) => group.id),
  );
  return checked;
});
