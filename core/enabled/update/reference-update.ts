import * as z from 'zod';
import type { Issue, Outcome } from '../../workbook/issue.ts';
import { jsonIssues } from '../../workbook/json-issue.ts';
import {
  type EnabledReference,
  enabledReference,
  gvaByDivisionSchema,
  gvaBySectionSchema,
} from '../reference.ts';
import { fault } from './downloaded.ts';

const text = z.string().trim().min(1);

/** Newer tables that a user made from downloaded files: what `data update` writes and `--data` reads. */
export const referenceUpdateSchema = z.strictObject({
  format: z.literal('localpound-reference-1'),
  /** The day it was made. */
  madeOn: z.iso.date(),
  /** What it was made from. */
  files: z.array(z.strictObject({ name: text, table: text, year: text })).min(1),
  sections: gvaBySectionSchema,
  divisions: gvaByDivisionSchema,
});

export type ReferenceUpdate = z.output<typeof referenceUpdateSchema>;

/** Checks an update read from a file that somebody may have changed by hand. */
export function parseReferenceUpdate(input: unknown): Outcome<ReferenceUpdate> {
  const parsed = referenceUpdateSchema.safeParse(input);
  if (!parsed.success) return { ok: false, issues: jsonIssues(parsed.error, input) };
  const { sections, divisions } = parsed.data;
  const letters = sections.rows.map(({ section }) => section);
  const issues = [
    ...sectionsExpected.filter((letter) => !letters.includes(letter)).map(missingSection),
    ...repeated('sections.rows', letters),
    ...repeated(
      'divisions.rows',
      divisions.rows.map(({ division }) => division),
    ),
    ...unlistedSources('sections', sections.sources, sections.rows),
    ...unlistedSources('divisions', divisions.sources, divisions.rows),
  ];
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: parsed.data, issues: [] };
}

const sectionsExpected = [...'ABCDEFGHIJKLMNOPQRST', 'ALL'];

const broken = (path: string, found: string, expected: string): Issue =>
  fault({ path }, found, expected, 'Make the file again with localpound data update.');

const missingSection = (letter: string): Issue =>
  broken('sections.rows', `no row for section ${letter}`, 'a row for every section');

const repeated = (path: string, keys: readonly string[]): Issue[] =>
  keys
    .filter((key, at) => keys.indexOf(key) !== at)
    .map((key) => broken(path, `"${key}" twice`, 'each row once'));

function unlistedSources(
  table: string,
  sources: readonly { readonly id: string }[],
  rows: readonly { readonly source: string | readonly string[] }[],
): Issue[] {
  const listed = new Set(sources.map(({ id }) => id));
  const cited = new Set(rows.flatMap(({ source }) => source));
  return [...cited]
    .filter((id) => !listed.has(id))
    .map((id) => broken(`${table}.sources`, `no source "${id}"`, 'every source that rows cite'));
}

/** Reference data with the user's newer tables in place of those that ship. */
export function updatedReference(update: ReferenceUpdate): EnabledReference {
  const { sections, divisions } = update;
  return { ...enabledReference({ sections, divisions }), own: describeUpdate(update) };
}

/** What newer tables a result rests on, as it is shown beside the result. */
export function describeUpdate({ madeOn, files }: ReferenceUpdate): string {
  const from = files.map(({ table, year, name }) => `${table} ${year} (${name})`).join(', ');
  return `Reference data: your own tables, made on ${madeOn} from ${from}.`;
}
