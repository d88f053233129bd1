import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Issue, type Outcome, parseReferenceUpdate, type ReferenceUpdate } from '../core/index.ts';
import { readBytes, readJson, unreadable, writeWhole } from './files.ts';

/** Where newer reference tables lie, when nothing else is said. */
export const defaultReferenceFolder = 'localpound-data';

const fileName = (madeOn: string): string => `enabled-reference-${madeOn}.json`;
const dated = /^enabled-reference-\d{4}-\d{2}-\d{2}\.json$/;

/** The newest reference tables in a folder; undefined when the folder or the tables are not there. */
export async function newestReference(
  folder: string,
): Promise<Outcome<{ readonly file: string; readonly update: ReferenceUpdate } | undefined>> {
  let names: string[];
  try {
    names = (await readdir(folder)).filter((name) => dated.test(name)).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { ok: true, value: undefined, issues: [] };
    return { ok: false, issues: [unreadable(folder, error)] };
  }
  const newest = names.at(-1);
  if (newest === undefined) return { ok: true, value: undefined, issues: [] };
  const file = join(folder, newest);
  const bytes = await readBytes(file);
  if (!bytes.ok) return bytes;
  const json = readJson(bytes.value, file);
  if (!json.ok) return json;
  const parsed = parseReferenceUpdate(json.value);
  if (parsed.ok) return { ok: true, value: { file, update: parsed.value }, issues: parsed.issues };
  return { ok: false, issues: parsed.issues.map((issue) => ({ ...issue, where: { file, ...issue.where } })) };
}

/** The newest reference tables in a folder that somebody asked for: a folder without any is an error. */
export async function askedReference(folder: string): Promise<Outcome<ReferenceUpdate>> {
  const found = await newestReference(folder);
  if (!found.ok) return found;
  if (found.value) return { ok: true, value: found.value.update, issues: found.issues };
  const issue: Issue = {
    severity: 'error',
    where: { file: folder },
    found: 'no reference tables',
    expected: 'a file such as enabled-reference-2026-11-24.json, made by localpound data update',
    mend: 'Check the name of the folder, or leave --data out to use the tables that ship.',
  };
  return { ok: false, issues: [issue] };
}

/** Writes reference tables under their date. Gives the file's name. */
export async function writeReference(folder: string, update: ReferenceUpdate): Promise<Outcome<string>> {
  const file = join(folder, fileName(update.madeOn));
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    return { ok: false, issues: [unreadable(folder, error)] };
  }
  const bytes = new TextEncoder().encode(`${JSON.stringify(update, null, 1)}\n`);
  const written = await writeWhole(file, bytes);
  return written.ok ? { ok: true, value: file, issues: [] } : written;
}
