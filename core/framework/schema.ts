import * as z from 'zod';

/** The shapes of the knowledge files in `core/data/`. Each file is described in its README. */

const text = z.string().trim().min(1);
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case words joined by hyphens');
const words = z.array(text).default([]);
const asks = z.array(text).min(2);

/** A document that entries cite by its id. */
export const documentSchema = z.strictObject({
  id,
  title: text,
  publisher: text,
  link: z.url().optional(),
  licence: text,
});

const citationSchema = z.strictObject({
  document: id,
  /** Page, section, step, slide or footnote: as precise as it can be. */
  place: text,
  /** False when only an abstract or somebody's summary was read. */
  verified: z.boolean(),
});

/** One thing that can be asked about. The body leaves room for the source line of an answer. */
export const entrySchema = z.strictObject({
  id,
  kind: id,
  title: text.max(120),
  /** The answer in our own words; its first sentence answers the title. */
  body: text.max(1100),
  /** Questions that this entry answers, as people put them. */
  asks,
  /** Other words for what the entry is about. */
  synonyms: words,
  /** Proper names that the entry is about, short forms included. */
  names: words,
  sources: z.array(citationSchema).min(1),
});

/** A file of entries about one topic. */
export const knowledgeSchema = z.strictObject({
  /** What the file is about, as it is named to people whose question is not covered. */
  topic: text,
  entries: z.array(entrySchema).min(1),
});

const principleSchema = z.strictObject({
  id,
  name: text,
  /** Quoted from the source. */
  statement: text,
  explanation: text,
  asks,
  synonyms: words,
  place: text,
});

const activitySchema = z.strictObject({
  id,
  text,
  words,
  /** Passage ids of activities that the same thing is also listed as. */
  also: z.array(id).default([]),
});

const characteristicSchema = z.strictObject({
  number: z.int().min(1).max(7),
  name: text,
  /** Quoted from the source. */
  wording: text,
  explanation: text,
  asks,
  synonyms: words,
  place: text,
  locally: z.strictObject({ body: text.max(1000), asks }),
  /** `body` completes "An example outcome is that ..."; `indicator` is the source's name for it. */
  outcome: z.strictObject({ body: text, indicator: text, asks }),
  activitiesAsks: asks,
  activities: z.array(activitySchema).min(1),
  examples: z.array(entrySchema).min(1),
});

export const frameworkSchema = z.strictObject({
  topic: text,
  /** The document that principles and characteristics are taken from. */
  document: id,
  principlesAsks: asks,
  characteristicsAsks: asks,
  principles: z.array(principleSchema).length(4),
  characteristics: z.array(characteristicSchema).length(7),
});

export type Document = z.output<typeof documentSchema>;
export type Citation = z.output<typeof citationSchema>;
export type Entry = z.output<typeof entrySchema>;
export type Principle = z.output<typeof principleSchema>;
export type Activity = z.output<typeof activitySchema>;
export type Characteristic = z.output<typeof characteristicSchema>;
