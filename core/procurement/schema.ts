import * as z from 'zod';
import { isCalendarDate } from '../units/calendar.ts';

/** The shapes of the procurement files in `core/data/`. Each file is described in its README. */

const text = z.string().trim().min(1);
const texts = z.array(text);
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case words joined by hyphens');
const date = z.string().refine(isCalendarDate, 'expected a date of the calendar as YYYY-MM-DD');
const from = date.nullable();

export const nations = ['england', 'wales', 'scotland', 'ni'] as const;
export type Nation = (typeof nations)[number];

/**
 * How far the text behind a statement was read: V legislation itself, V2 an official page or a named
 * law firm's or sector body's page, I our own reading of a V text, U general knowledge.
 */
const mark = z.enum(['V', 'V2', 'I', 'U']);
export type Mark = z.output<typeof mark>;

const verified = z.enum(['verified', 'partly', 'unverified']);

export const routeSchema = z.strictObject({
  id,
  name: text,
  regime: z.enum(['PCR2015', 'PA2023', 'PSR2023', 'none']),
  legal_basis: text,
  summary: text,
  conditions: texts.min(1),
  evidence: texts.min(1),
  thresholds: texts.min(1),
  risks: texts.min(1),
  next_steps: texts.min(1),
  sources: z.array(z.url()).min(1),
  verified,
  nations: z.array(z.enum(nations)).min(1),
  valid_from: from,
  valid_to: from,
  unverified_points: texts,
  /** Ids of routes, or names of old procedures, that it took the place of. */
  replaces: texts,
  /** Questions that the route answers, as people put them, and other words for it. */
  asks: texts.min(2),
  synonyms: texts,
});

export const thresholdSchema = z.strictObject({
  /** A threshold decides the regime's full rules; a trigger switches one duty. */
  kind: z.enum(['threshold', 'trigger']),
  regime: text,
  valid_from: date,
  /** Null: no end known. */
  valid_to: from,
  authority: z.enum(['all', 'central', 'sub-central', 'utility', 'council']),
  contract_type: text,
  /** Pounds. */
  amount_gbp: z.number().positive(),
  vat_basis: z.enum(['incl', 'excl', 'na']),
  amount_eur: z.number().positive().nullable(),
  legal_basis: text,
  /** A link, or `general knowledge`. */
  source: text,
  verified,
  note: z.string(),
});

export const ruleSchema = z.strictObject({
  id: z.string().regex(/^[GIHBAOP]\d{1,2}$/),
  kind: z.enum(['guard', 'route', 'blocked', 'overlay']),
  title: text,
  /** The condition in words; `core/procurement/rules/` holds the same as code. */
  when: text,
  routes: z.array(id),
  /** 1 is the best fit for keeping it local; null for what is shown beside the routes. */
  rank: z.int().min(1).max(4).nullable(),
  /**
   * What decides beyond the answers: nothing more, something only the buyer can prove, the buyer's own
   * rules, or that the procurement is one of the past.
   */
  rests_on: z.enum(['answers', 'proof', 'local rules', 'history']),
  must_be_true: texts,
  record: texts,
  risk: z.enum(['low', 'medium', 'high']).nullable(),
  next_step: text.nullable(),
  text: text.nullable(),
  citation: text,
  mark,
  verified: z.boolean(),
  unverified_points: texts,
  nations: z.array(z.enum(nations)).min(1),
  valid_from: from,
  valid_to: from,
});

const range = z.strictObject({
  from: z.string().length(8),
  to: z.string().length(8),
  reservable: z.boolean(),
  name: text,
});
const cited = { citation: text, link: z.url(), verified: z.boolean() };

export const cpvSchema = z.strictObject({
  source: z.strictObject(cited),
  /** False while only a part of the schedule is held. */
  complete: z.boolean(),
  note: text,
  light_touch: z.array(range).min(1),
  /** The services that a 2015 contract could be reserved for; a complete list. */
  mission_2015: z.strictObject({
    ...cited,
    ranges: z.array(range.pick({ from: true, to: true })).min(1),
  }),
  health: z.strictObject({
    ...cited,
    codes: z.array(z.strictObject({ code: z.string().length(8), name: text })).min(1),
  }),
});

export const nationSchema = z.strictObject({
  nation: z.enum(nations),
  name: text,
  answered: z.enum(['in full', 'differences only']),
  summary: text,
  differences: z.array(z.strictObject({ text, citation: text, mark })),
  links: z.array(z.strictObject({ title: text, link: z.url() })),
});

const citation = z.strictObject({ document: id, place: text, verified: z.boolean() });
const contractTypes = z.array(z.enum(['goods_services', 'light_touch', 'works', 'concession']));

/** What every statement of law has beside its words. */
const lawful = {
  sources: z.array(citation).min(1),
  mark,
  verified: z.boolean(),
  unverified_points: texts,
  /** Thresholds to be shown with it, on the date that is asked about. */
  thresholds: contractTypes,
};

/** A statement of law, or a myth put right. `{light_touch}` and the like stand for the figure of the day. */
export const lawEntrySchema = z.strictObject({
  id,
  kind: z.enum(['myth', 'procurement-law']),
  title: text.max(120),
  body: text.max(1000),
  asks: texts.min(2),
  synonyms: texts,
  nations: z.array(z.enum(nations)).min(1),
  valid_from: from,
  valid_to: from,
  ...lawful,
});

export const lawFileSchema = z.strictObject({ topic: text, entries: z.array(lawEntrySchema).min(1) });

/** What a route of the 2017 report was, is now, and what a reader of the report has to know. */
export const thenAndNowSchema = z.strictObject({
  id,
  name: text,
  report: text,
  law_then: text,
  law_now: text,
  put_right: text,
  routes_then: z.array(id),
  routes_now: z.array(id),
  asks: texts.min(2),
  synonyms: texts,
  ...lawful,
});

export type LawEntry = z.output<typeof lawEntrySchema>;
export type ThenAndNow = z.output<typeof thenAndNowSchema>;
export type Route = z.output<typeof routeSchema>;
export type ThresholdRow = z.output<typeof thresholdSchema>;
export type RuleData = z.output<typeof ruleSchema>;
export type NationData = z.output<typeof nationSchema>;
