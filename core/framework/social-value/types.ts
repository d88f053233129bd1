import * as z from 'zod';
import data from '../../data/social-value-types.json' with { type: 'json' };
import { checkData } from '../../shipped/check.ts';
import { once } from '../../shipped/once.ts';
import { resolveCitation } from '../documents.ts';

const file = 'social-value-types.json';
const text = z.string().trim().min(1);

export const socialValueQuestionIds = ['policy', 'applied', 'weight'] as const;
export type SocialValueQuestionId = (typeof socialValueQuestionIds)[number];

const typesSchema = z.strictObject({
  document: text,
  place: text,
  /** What the shares are of. */
  of: text,
  questions: z
    .array(
      z.strictObject({
        id: z.enum(socialValueQuestionIds),
        question: text,
        choices: z.array(z.strictObject({ id: text, text })).min(2),
      }),
    )
    .length(3),
  types: z
    .array(
      z.strictObject({
        id: text,
        name: text,
        /** Share of councils, 0 to 1. */
        share: z.number().min(0).max(1),
        /** The answers that are the report's marks of the type. */
        marks: z.record(z.enum(socialValueQuestionIds), z.array(text).min(1)),
        /** What the report says of the type, in our words. */
        says: text,
        /** A question to talk about, ours. */
        talk: text,
      }),
    )
    .length(4),
});

/**
 * The four types of council by how they use the Social Value Act, with the marks that the report gives
 * of each. Source: SE:UK (2016), as told in Powerful Communities, Strong Economies (2017), Box 2.
 */
export const socialValueTypes = once(() => {
  const checked = checkData(file, typesSchema, data);
  const { document, place } = checked;
  return { ...checked, source: resolveCitation(file, { document, place, verified: true }) };
});
