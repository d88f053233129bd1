import * as z from 'zod';

const text = z.string().trim().min(1);
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case words joined by hyphens');

/** How an indicator is expressed; some are more than one. */
export const measureKinds = ['counted', 'money', 'share', 'survey', 'ratio'] as const;

const indicatorSchema = z.strictObject({
  id,
  characteristic: z.int().min(1).max(7),
  standing: z.enum(['key', 'other']),
  /** Quoted from the source, where it was glued to another one cut off again. */
  name: text,
  /** Set when the source breaks off in mid-sentence: the word that the context asks for. */
  breaksOff: text.optional(),
  measures: z.array(z.enum(measureKinds)).min(1),
  /** Ids of `dataAtHand`. */
  needs: z.array(id).min(1),
  collect: text,
  often: text,
  /** What people say who have never read the name. */
  words: z.array(text).min(3),
});

const dataAtHandSchema = z.strictObject({ id, name: text, words: z.array(text).min(1) });

export const indicatorsSchema = z.strictObject({
  /** Where the names and their order come from. */
  document: id,
  /** Followed by the number of the characteristic. */
  place: text,
  /** Data needed, how to collect them and the plain words are Local Pound's own. */
  adviceDocument: id,
  advicePlace: text,
  dataAtHand: z.array(dataAtHandSchema).min(1),
  indicators: z.array(indicatorSchema).min(1),
});

export type MeasureKind = (typeof measureKinds)[number];
export type DataAtHand = z.output<typeof dataAtHandSchema>;
export type IndicatorRecord = z.output<typeof indicatorSchema>;
