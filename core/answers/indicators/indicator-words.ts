import * as z from 'zod';
import data from '../../data/indicator-words.json' with { type: 'json' };
import { dataAtHand } from '../../framework/indicators.ts';
import { checkData, checkUnique } from '../../shipped/check.ts';
import { once } from '../../shipped/once.ts';

const file = 'indicator-words.json';
const word = z.string().trim().min(1);
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

const wordsSchema = z.strictObject({
  /** Words that mean the same to somebody looking for an indicator. */
  groups: z.array(
    z.strictObject({
      id,
      subject: z.boolean().default(false),
      generic: z.boolean().default(false),
      words: z.array(word).min(2),
    }),
  ),
  /** Words that go with any indicator and tell none from another. */
  neutral: z.array(word),
  /** More words for kinds of data than the bank has. */
  data: z.array(z.strictObject({ id, words: z.array(word).min(1) })),
  /** Short names of the characteristics. */
  characteristics: z.array(z.strictObject({ number: z.int().min(1).max(7), words: z.array(word).min(1) })),
});

/** The words that indicators are looked for by, checked at the first call. Throws when the file is broken. */
export const indicatorWords = once(() => {
  const checked = checkData(file, wordsSchema, data);
  checkUnique(
    file,
    checked.groups.map((group) => group.id),
  );
  const kinds = new Set(dataAtHand().map((kind) => kind.id));
  const unknown = [...checked.data.map((entry) => entry.id).filter((kind) => !kinds.has(kind))];
  if (unknown.length > 0)
    throw new Error(`core/data/${file} is broken. No "${unknown.join('", "')}" is known`);
  return checked;
});
