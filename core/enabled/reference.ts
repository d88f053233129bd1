import * as z from 'zod';
import conversionData from '../data/area-conversions.json' with { type: 'json' };
import densityData from '../data/employment-densities.json' with { type: 'json' };
import divisionData from '../data/gva-by-division.json' with { type: 'json' };
import sectionData from '../data/gva-by-section.json' with { type: 'json' };
import useClassData from '../data/use-classes.json' with { type: 'json' };
import type { Source } from '../explain/explained.ts';
import { checkData, checkUnique } from '../shipped/check.ts';
import { once } from '../shipped/once.ts';
import { areaBases } from './project.ts';

const text = z.string().trim().min(1);
const positive = z.number().positive();
const year = z.string().regex(/^\d{4}$/);

/** A document that rows rest on. */
const sourceSchema = z.strictObject({
  id: text,
  title: text,
  place: text,
  date: text,
  licence: text,
  link: z.url().optional(),
});

/** What every row of reference data says about itself. */
const provenance = {
  /** The period that the figure is for. */
  date: text,
  licence: text,
  /** False: not read in its source. `secondary`: only a restatement was seen. */
  verified: z.union([z.boolean(), z.literal('secondary')]),
  note: z.string(),
};

const densitySchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  edition: z.literal([2, 3]),
  category: text,
  subcategory: text,
  use_class_pre_2020: z.array(text).min(1),
  use_class_2020: z.array(text).min(1),
  /** Use classes for which this row stands when nothing more is said: our choice. */
  general_for: z.array(text),
  value_low: positive,
  value_typical: positive,
  value_high: positive,
  unit: z.enum(['m2 per FTE', 'beds per FTE']),
  area_basis: z.enum([...areaBases, 'beds']),
  area_basis_verified: z.boolean(),
  source: text,
  ...provenance,
});

const conversionSchema = z.strictObject({
  from: z.enum([...areaBases, 'sqft']),
  to: z.enum([...areaBases, 'm2']),
  factor: positive,
  range: z.tuple([positive, positive]).optional(),
  rule: text,
  source: text,
  ...provenance,
});

const useClassSchema = z.strictObject({
  pre_2020: text,
  use: text,
  from_2020_09_01: text,
  from_2020_sub_paragraph: text.optional(),
  sub_paragraph_verified: z.boolean().optional(),
  source: text,
  ...provenance,
});

const ratio = z.number().positive().max(1).nullable();
const millions = z.number().min(0).nullable();

const sectionSchema = z.strictObject({
  section: z.string().regex(/^([A-U]|ALL)$/),
  title: text,
  /** GBP per workforce job and per full-time equivalent: never to be crossed. */
  gva_per_worker_gbp: positive,
  gva_per_fte_gbp: positive,
  fte_per_job: positive.max(1),
  /** Approximate GVA / turnover; null where the survey does not cover the section. */
  gva_to_turnover_ratio: ratio,
  gva_to_turnover_earlier: ratio,
  gva_year: year,
  jobs_year: year,
  turnover_year: year,
  earlier_year: year,
  gva_gbp_m: positive,
  workforce_jobs_thousand: positive,
  turnover_gbp_m: millions,
  agva_gbp_m: millions,
  source: z.array(text).min(1),
  derivation: text,
  ...provenance,
});

const divisionSchema = z.strictObject({
  division: z.string().regex(/^\d{2}$/),
  section: z.string().regex(/^[A-U]$/),
  title: text,
  gva_to_turnover_ratio: ratio,
  gva_to_turnover_earlier: ratio,
  turnover_year: year,
  earlier_year: year,
  enterprises: millions,
  turnover_gbp_m: millions,
  agva_gbp_m: millions,
  source: text,
  ...provenance,
});

const table = <Row extends z.ZodType>(row: Row) =>
  z.strictObject({ sources: z.array(sourceSchema).min(1), rows: z.array(row).min(1) });

/** The tables that newer releases of official statistics replace: core/data/gva-by-section.json and gva-by-division.json. */
export const gvaBySectionSchema = table(sectionSchema);
export const gvaByDivisionSchema = table(divisionSchema);
export type GvaBySection = z.output<typeof gvaBySectionSchema>;
export type GvaByDivision = z.output<typeof gvaByDivisionSchema>;

export type Density = z.output<typeof densitySchema>;
export type AreaConversion = z.output<typeof conversionSchema>;
export type UseClass = z.output<typeof useClassSchema>;
export type SectionRow = GvaBySection['rows'][number];
export type DivisionRow = GvaByDivision['rows'][number];

/** A row with its sources as results show them. */
export type Sourced<Row> = Row & { readonly sources: readonly Source[] };

/** The ratios that turn floor area, heads and turnover into FTE and GVA. */
export interface EnabledReference {
  /** By letter. */
  readonly sections: ReadonlyMap<string, Sourced<SectionRow>>;
  /** All industries: stands in where no section is known. */
  readonly all: Sourced<SectionRow>;
  /** By the two digits of the division. */
  readonly divisions: ReadonlyMap<string, Sourced<DivisionRow>>;
  /** By id. The second edition is there for comparison and is never used by itself. */
  readonly densities: ReadonlyMap<string, Sourced<Density>>;
  readonly conversions: readonly Sourced<AreaConversion>[];
  readonly useClasses: readonly Sourced<UseClass>[];
  /** What the tables are, where they are not those that ship; shown on every result. */
  readonly own?: string;
}

interface Table<Row> {
  readonly sources: readonly z.output<typeof sourceSchema>[];
  readonly rows: readonly Row[];
}

/** Rows with their sources in full. Throws with file and row when a source is not listed. */
function sourced<Row extends { source: string | string[]; verified: boolean | 'secondary' }>(
  file: string,
  { sources, rows }: Table<Row>,
  rowName: (row: Row) => string,
): Sourced<Row>[] {
  checkUnique(
    file,
    sources.map(({ id }) => id),
  );
  const byId = new Map(sources.map((source) => [source.id, source]));
  return rows.map((row) => ({
    ...row,
    sources: [row.source].flat().map((id) => {
      const found = byId.get(id);
      if (!found) throw new Error(`core/data/${file} is broken. ${rowName(row)} cites the source "${id}"`);
      const { title, place, link } = found;
      const source = { title, place: `${place}, ${rowName(row)}`, verified: row.verified === true };
      return link === undefined ? source : { ...source, link };
    }),
  }));
}

function keyed<Row>(file: string, rows: readonly Row[], key: (row: Row) => string): Map<string, Row> {
  checkUnique(file, rows.map(key));
  return new Map(rows.map((row) => [key(row), row]));
}

const sectionFile = 'gva-by-section.json';
const divisionFile = 'gva-by-division.json';

/** The tables of GVA that ship. */
export const shippedGva = once(() => ({
  sections: checkData(sectionFile, gvaBySectionSchema, sectionData),
  divisions: checkData(divisionFile, gvaByDivisionSchema, divisionData),
}));

/**
 * Reference data for the enabled contribution, with newer tables of GVA in place of those that ship
 * where they are given. Throws with file and record when a table is broken.
 */
export function enabledReference(
  newer: { readonly sections?: GvaBySection; readonly divisions?: GvaByDivision } = {},
): EnabledReference {
  const sections = keyed(
    sectionFile,
    sourced(sectionFile, newer.sections ?? shippedGva().sections, ({ section }) =>
      section === 'ALL' ? 'all industries' : `section ${section}`,
    ),
    ({ section }) => section,
  );
  const all = sections.get('ALL');
  if (!all) throw new Error(`core/data/${sectionFile} is broken. There is no row ALL`);
  sections.delete('ALL');
  const divisions = sourced(
    divisionFile,
    newer.divisions ?? shippedGva().divisions,
    ({ division }) => `division ${division}`,
  );
  return {
    sections,
    all,
    divisions: keyed(divisionFile, divisions, ({ division }) => division),
    ...premises(),
  };
}

/** What is known of premises: the part that no statistics office renews. */
const premises = once(() => {
  const densityFile = 'employment-densities.json';
  const densities = sourced(
    densityFile,
    checkData(densityFile, table(densitySchema), densityData),
    ({ category, subcategory }) => `${category}: ${subcategory}`,
  );
  const conversionFile = 'area-conversions.json';
  const useClassFile = 'use-classes.json';
  return {
    densities: keyed(densityFile, densities, ({ id }) => id),
    conversions: sourced(
      conversionFile,
      checkData(conversionFile, table(conversionSchema), conversionData),
      ({ from, to }) => `${from} to ${to}`,
    ),
    useClasses: sourced(
      useClassFile,
      checkData(useClassFile, table(useClassSchema), useClassData),
      ({ pre_2020: before, use }) => `${before}, ${use}`,
    ),
  };
});

/** The reference data that ships. */
export const shippedReference = once(() => enabledReference());
