import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { constants, createGunzip, gzipSync } from 'node:zlib';
import {
  type DirectoryCounts,
  type Issue,
  type Outcome,
  PostcodeDirectory,
  type PostcodeFileAbout,
  PostcodePacker,
} from '../core/index.ts';
import { createCsvReader } from '../spreadsheet/read-csv.ts';

/** A packed postcode file with what was met on the way. */
export interface PackedDirectory {
  /** Compressed: what is written to disk. */
  readonly file: Uint8Array;
  /** Before compression. */
  readonly bytes: Uint8Array;
  readonly counts: DirectoryCounts;
  readonly size: number;
}

/**
 * Packs a postcode directory that was downloaded: CSV files (also .csv.gz), or folders of them, which
 * is how Code-Point Open and the parts of ONSPD come. Read as a stream: memory does not grow with text.
 */
export async function packDirectory(
  paths: readonly string[],
  about: PostcodeFileAbout,
): Promise<Outcome<PackedDirectory>> {
  const packer = new PostcodePacker();
  const directory = new PostcodeDirectory((record) => packer.add(record));
  const files = (await Promise.all(paths.map(filesIn))).flat();
  const issues: Issue[] = [];
  for (const path of files) {
    directory.open(basename(path));
    const reader = createCsvReader({
      fileName: basename(path),
      delimiter: ',',
      onRow: (row) => directory.row(row),
    });
    const bytes = createReadStream(path, { highWaterMark: 1 << 20 });
    for await (const chunk of path.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes) {
      if (!reader.push(chunk)) break;
    }
    const end = reader.end();
    issues.push(...end.issues);
  }
  issues.push(...directory.issues);
  if (packer.size === 0 && issues.length === 0) {
    issues.push({
      severity: 'error',
      where: { file: paths.join(', ') },
      found: 'no postcodes',
      expected: 'CSV files of ONSPD, NSPL or Code-Point Open',
      mend: 'Name the files, or the folder that they lie in.',
    });
  }
  if (issues.some(({ severity }) => severity === 'error')) return { ok: false, issues };
  const { bytes, size } = packer.finish(about);
  const file = gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION });
  return { ok: true, value: { file, bytes, counts: directory.counts, size }, issues };
}

/** The file itself, or the CSV files of a folder in order of their names. */
async function filesIn(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const names = (await readdir(path)).filter((name) => /\.csv(\.gz)?$/i.test(name)).sort();
  return names.map((name) => join(path, name));
}
