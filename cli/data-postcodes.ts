import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  comparePostcodes,
  formatCount,
  implausiblePostcodes,
  isDirectoryRow,
  type Outcome,
  type PostcodeChanges,
  type Row,
  readPostcodeIndex,
} from '../core/index.ts';
import { attributionOf } from '../places/attribution.ts';
import { packDirectory } from '../places/pack-directory.ts';
import { createCsvReader } from '../spreadsheet/read-csv.ts';
import { columns } from './output.ts';
import { postcodesInUse, writePostcodes } from './postcode-folder.ts';

/** A postcode file that was made, with what it changes. */
export interface PostcodeUpdate {
  /** Null when it was only checked. */
  readonly file: string | null;
  readonly madeOn: string;
  readonly files: readonly string[];
  readonly changes: PostcodeChanges;
  /** Rows left out: Northern Ireland, the Channel Islands and the Isle of Man. */
  readonly leftOut: number;
}

export interface PostcodeUpdateOptions {
  readonly folder: string;
  readonly today: string;
  readonly check: boolean;
  readonly allowLargeChanges: boolean;
}

const sampleBytes = 64 * 1024;

/** True for a folder, and for a CSV file that begins as ONSPD, NSPL or Code-Point Open. */
export async function isPostcodeDirectory(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  if (!found) return false;
  if (found.isDirectory()) return true;
  if (!/\.csv$/i.test(path)) return false;
  const file = await open(path);
  const { buffer, bytesRead } = await file
    .read(Buffer.alloc(sampleBytes), 0, sampleBytes, 0)
    .finally(() => file.close());
  let first: Row | undefined;
  const reader = createCsvReader({
    fileName: basename(path),
    delimiter: ',',
    onRow: (row) => {
      first ??= row;
    },
  });
  reader.push(new Uint8Array(buffer.subarray(0, bytesRead)));
  reader.end();
  return first !== undefined && isDirectoryRow(first);
}

/**
 * Packs a downloaded postcode directory, checks it against the postcodes that ship, and writes it under
 * its date. Nothing is written while anything is wrong.
 */
export async function updatePostcodes(
  paths: readonly string[],
  { folder, today, check, allowLargeChanges }: PostcodeUpdateOptions,
): Promise<Outcome<PostcodeUpdate>> {
  const files = paths.map((path) => basename(path));
  const shipped = await postcodesInUse(undefined);
  if (!shipped.ok) return shipped;
  const packed = await packDirectory(paths, {
    source: `your own file, made on ${today} from ${files.join(', ')}`,
    madeOn: today,
    attribution: attributionOf(today.slice(0, 4)),
  });
  if (!packed.ok) return packed;
  const read = readPostcodeIndex(packed.value.bytes, files.join(', '));
  if (!read.ok) return read;
  const changes = comparePostcodes(shipped.value, read.value);
  const issues = [...packed.issues, ...implausiblePostcodes(changes, allowLargeChanges)];
  if (issues.some(({ severity }) => severity === 'error')) return { ok: false, issues };
  const written = check ? undefined : await writePostcodes(folder, today, packed.value.file);
  if (written && !written.ok) return written;
  const { leftOut } = packed.value.counts;
  return {
    ok: true,
    value: { file: written?.value ?? null, madeOn: today, files, changes, leftOut },
    issues,
  };
}

export function postcodeChangesText({ changes, leftOut }: PostcodeUpdate): string {
  const { live, terminated, gone, otherDistrict, moved } = changes;
  const rows = [
    ['', 'in use', 'new'],
    ['Live postcodes', formatCount(live.before), formatCount(live.after)],
    ['Terminated postcodes', formatCount(terminated.before), formatCount(terminated.after)],
  ];
  return [
    columns(rows),
    `${formatCount(gone)} postcodes are no longer held, ${formatCount(otherDistrict)} are in another district, ${formatCount(moved)} lie more than 1 km from where they were.`,
    `${formatCount(leftOut)} rows of Northern Ireland, the Channel Islands and the Isle of Man were left out: their licence is another.`,
  ].join('\n');
}
