import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { PostcodeIndex } from '../core/index.ts';
import { unpackPostcodes } from './unpack.ts';

/** The packed file of all live postcodes of Great Britain that ships with Local Pound. */
export const shippedPostcodesFile = fileURLToPath(new URL('./postcodes.bin', import.meta.url));

let loading: Promise<PostcodeIndex> | undefined;

/**
 * The index of the postcodes that ship: read and unpacked at the first call (about a quarter of a
 * second, 10 MB), then kept.
 *
 * @throws Error when the file of the installation is broken
 */
export function shippedPostcodes(): Promise<PostcodeIndex> {
  loading ??= load();
  return loading;
}

async function load(): Promise<PostcodeIndex> {
  const read = await unpackPostcodes(await readFile(shippedPostcodesFile), 'places/postcodes.bin');
  if (!read.ok) throw new Error(`places/postcodes.bin is broken: ${read.issues[0]?.found}`);
  return read.value;
}
