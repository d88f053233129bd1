import * as z from 'zod';
import data from '../data/facts.json' with { type: 'json' };
import { checkData } from '../shipped/check.ts';
import { once } from '../shipped/once.ts';

const text = z.string().trim().min(1);

const factSchema = z.strictObject({
  /** Id of the passage that the fact is part of; its sources are those of the fact. */
  of: text,
  /** The fact in one or two sentences, to stand first in an answer. */
  says: text.max(420),
  /** How people ask for it. */
  asks: z.array(text).min(1),
});

export type Fact = z.output<typeof factSchema>;

/** Single facts, each with the passage that it belongs to. Throws when the file is broken. */
export const facts = once(
  (): readonly Fact[] =>
    checkData('facts.json', z.strictObject({ facts: z.array(factSchema).min(1) }), data).facts,
);
