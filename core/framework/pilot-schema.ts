import * as z from 'zod';

const text = z.string().trim().min(1);
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case words joined by hyphens');

const areaSchema = z.strictObject({
  id,
  name: text,
  council: text,
  aliases: z.array(text).min(1),
  councilType: text,
  control: text,
  /** Councillors by party, in the order of the source's count. */
  seats: z.array(z.tuple([text, z.int().positive()])).min(2),
  lep: text,
  population: z.int().positive(),
  /** Years at birth. */
  lifeWomen: z.number().positive(),
  lifeMen: z.number().positive(),
  /** 1 is the most deprived upper-tier authority in England. */
  imdRank: z.int().positive(),
  imdMeasure: text,
  /** Null where the report gives none. */
  economyGbp: z.number().positive().nullable(),
  businesses: z.int().positive().nullable(),
  place: text,
});

const organisationSchema = z.strictObject({
  id,
  name: text,
  aliases: z.array(text),
  /** Short names that say who is meant beside a figure only: Halifax is a town as well. */
  tableNames: z.array(text),
  area: id,
  /** Completes "X is ...". */
  what: text,
  lm3: z.strictObject({ score: z.number().min(1).max(3), localArea: text }).optional(),
  enabled: z
    .strictObject({
      fte: z.number().nonnegative(),
      fteMethod: text,
      gvaGbp: z.int().positive(),
      gvaMethod: text,
      confidence: z.enum(['high', 'moderate']),
    })
    .optional(),
});

export const pilotSchema = z.strictObject({
  document: id,
  areasPlace: text,
  organisationsPlace: text,
  lm3Place: text,
  enabledPlace: text,
  enabledPublished: z.strictObject({ fte: z.int(), gvaGbp: z.int() }),
  areas: z.array(areaSchema).length(6),
  organisations: z.array(organisationSchema).min(1),
});

export type PilotArea = z.output<typeof areaSchema>;
export type PilotOrganisation = z.output<typeof organisationSchema>;
