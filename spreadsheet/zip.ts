import type { Reading } from './reading.ts';
import { readDirectory, type ZipEntry } from './zip/directory.ts';
import { unpack } from './zip/unpack.ts';

export type { ZipEntry } from './zip/directory.ts';

/** A zip archive in memory, of which only the table of contents has been read. */
export interface ZipArchive {
  readonly entries: readonly ZipEntry[];
  /** The file of that name, whatever its capitals. */
  find(name: string): ZipEntry | undefined;
  /** Unpacks one file piece by piece; see `unpack` for what is checked. */
  unpack(entry: ZipEntry, onPiece: (bytes: Uint8Array, packedBytes: number) => void): void;
}

/**
 * Opens a zip archive without unpacking anything.
 * @throws Refusal when the table of contents is damaged, hostile or past a limit
 */
export function openZip(bytes: Uint8Array, reading: Reading): ZipArchive {
  reading.refuseLargeFile(bytes.length);
  const entries = readDirectory(bytes, reading);
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  return {
    entries,
    find: (name) => byName.get(name.toLowerCase()),
    unpack: (entry, onPiece) => unpack(bytes, entry, reading, onPiece),
  };
}
