import * as z from 'zod';
import data from '../../data/activity-words.json' with { type: 'json' };
import { checkData } from '../../shipped/check.ts';
import { once } from '../../shipped/once.ts';
import { shippedReference } from '../reference.ts';
import { type SicEntry, sicOf } from '../sic.ts';

const text = z.string().trim().min(1);
const byCode = <Value extends z.ZodType>(value: Value) => z.record(text, value);

const placeSchema = z.strictObject({
  /** Completes "usually works from ...". */
  name: text,
  /** Ids of employment densities, the likeliest first. */
  densities: z.array(text),
  /** True when the guide has no row of its own for such places and these are the nearest. */
  nearest: z.boolean().default(false),
  /** Why there is no density, and what to ask instead. */
  none: text.optional(),
});

const wordsSchema = z.strictObject({
  source: text,
  licence: text,
  asOf: text,
  /** An everyday activity may stand more than once under one code, with other places to work from. */
  activities: z.array(z.strictObject({ sic: text, place: text, words: z.array(text).min(1) })).min(1),
  places: byCode(placeSchema),
  /** The usual place of a division, for codes that were found by their title. */
  placeOfDivision: byCode(text),
  /** Words that name a kind of premises rather than an activity. */
  densityWords: byCode(z.array(text).min(1)),
  /** Words that point to a section, when nothing closer fits. */
  sectionHints: byCode(z.array(text).min(1)),
  /** Words that tell the trade, by the section or division that is meant with them. */
  trades: byCode(z.array(text).min(1)),
  /** Words that are not to be reduced to a stem, which they share with another word. */
  wholeWords: z.array(text),
  shorthand: byCode(text),
  misspellings: byCode(text),
  /** Words that say nothing about an activity. */
  neutral: z.array(text),
  /** Words that say little about an activity by themselves. */
  faint: z.array(text),
});

export type Place = z.output<typeof placeSchema>;

/** Everyday words for one SIC code, with the usual place of the activity. */
export interface Activity {
  readonly sic: SicEntry;
  readonly place: Place;
  readonly words: readonly string[];
}

const file = 'activity-words.json';

function fault(what: string): never {
  throw new Error(`core/data/${file} is broken. ${what}`);
}

/** Our vocabulary of everyday activities. Throws with the record when a code, place or density does not exist. */
export const activityWords = once(() => {
  const checked = checkData(file, wordsSchema, data);
  const { densities } = shippedReference();
  const place = (name: string): Place => checked.places[name] ?? fault(`There is no place "${name}"`);
  const code = (sic: string): SicEntry => sicOf(sic) ?? fault(`There is no SIC code "${sic}"`);
  const named = [
    ...Object.values(checked.places).flatMap((each) => each.densities),
    ...Object.keys(checked.densityWords),
  ];
  for (const id of named) if (!densities.has(id)) fault(`There is no employment density "${id}"`);
  for (const [name, { densities: ids, none }] of Object.entries(checked.places)) {
    if ((ids.length === 0) !== (none !== undefined)) fault(`Place "${name}" needs densities or a reason`);
  }
  return {
    activities: checked.activities.map(
      ({ sic, place: at, words }): Activity => ({ sic: code(sic), place: place(at), words }),
    ),
    placeOfDivision: new Map(
      Object.entries(checked.placeOfDivision).map(([division, at]) => [code(division).code, place(at)]),
    ),
    densityWords: Object.entries(checked.densityWords),
    sectionHints: Object.entries(checked.sectionHints).map(([letter, words]) => ({
      section: code(letter),
      words,
    })),
    trades: Object.entries(checked.trades).map(([written, words]) => ({ sic: code(written), words })),
    wholeWords: new Set(checked.wholeWords),
    shorthand: new Map(Object.entries(checked.shorthand)),
    misspellings: new Map(Object.entries(checked.misspellings)),
    neutral: new Set(checked.neutral),
    faint: new Set(checked.faint),
  };
});
