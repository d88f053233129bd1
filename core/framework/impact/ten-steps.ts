import * as z from 'zod';
import data from '../../data/ten-steps.json' with { type: 'json' };
import { checkData } from '../../shipped/check.ts';
import { once } from '../../shipped/once.ts';
import { resolveCitation } from '../documents.ts';

const file = 'ten-steps.json';
const text = z.string().trim().min(1);

const stepsSchema = z.strictObject({
  document: text,
  place: text,
  steps: z
    .array(z.strictObject({ number: z.int().min(1).max(10), name: text, ask: text, sheet: text }))
    .length(10)
    .refine((steps) => steps.every(({ number }, index) => number === index + 1), 'the steps in order'),
});

/**
 * The ten steps of measuring impact, in our words, each with the sheet of the impact plan that it is
 * done on. Source: Powerful Communities, Strong Economies (Locality, 2017), chapter 6.
 */
export const tenSteps = once(() => {
  const { document, place, steps } = checkData(file, stepsSchema, data);
  return { steps, source: resolveCitation(file, { document, place, verified: true }) };
});
