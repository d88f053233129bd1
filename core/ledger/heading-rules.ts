import * as z from 'zod';
import data from '../data/ledger-headings.json' with { type: 'json' };
import { checkData } from '../shipped/check.ts';
import { once } from '../shipped/once.ts';
import { columnRoles } from './column-role.ts';

const words = z.array(z.string().min(1)).min(1);

const ruleSchema = z
  .strictObject({
    /** The heading is one of these, word for word. */
    phrases: words.optional(),
    /** The heading holds a word of every group. */
    all: z.array(words).min(1).optional(),
    /** The rule does not hold for a heading with one of these. */
    not: words.optional(),
    /** How sure: 100 is beyond doubt, below 50 a way out. */
    score: z.number().int().min(1).max(110),
    /** Whether amounts are without VAT, where the heading says so. */
    basis: z.enum(['net', 'gross', 'unstated']).optional(),
    /** What a yes in a column of kinds of supplier means; `words`: the cells say it themselves. */
    means: z.enum(['sme', 'vcse', 'words']).optional(),
  })
  .refine(({ phrases, all }) => (phrases === undefined) !== (all === undefined), 'either phrases or all');

const headingsSchema = z.strictObject({
  sources: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      place: z.string(),
      licence: z.string(),
      verified: z.boolean(),
    }),
  ),
  roles: z.array(
    z.strictObject({
      role: z.enum(columnRoles),
      /** Words that keep a heading from this role, whatever the rule. */
      never: words,
      rules: z.array(ruleSchema).min(1),
    }),
  ),
});

export type HeadingRule = z.output<typeof ruleSchema>;

/** Headings of spend exports and what they hold; the file names where they were seen. */
export const headingRules = once(() => checkData('ledger-headings.json', headingsSchema, data));
