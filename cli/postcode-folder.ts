import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Outcome, PostcodeIndex } from '../core/index.ts';
import { shippedPostcodes } from '../places/shipped-postcodes.ts';
import { unpackPostcodes } from '../places/unpack.ts';
import { readBytes, unreadable, writeWhole } from './files.ts';

const dated = /^postcodes-\d{4}-\d{2}-\d{2}\.bin$/;

/** The postcodes to use: those that ship, or the newest in a folder that somebody asked for. */
export async function postcodesInUse(folder: string | undefined): Promise<Outcome<PostcodeIndex>> {
  if (folder === undefined) return { ok: true, value: await shippedPostcodes(), issues: [] };
  let names: string[];
  try {
    names = (await readdir(folder)).filter((name) => dated.test(name)).sort();
  } catch (error) {
    return { ok: false, issues: [unreadable(folder, error)] };
  }
  const newest = names.at(-1);
  if (newest === undefined) {
    return {
      ok: false,
      issues: [
        {
          severity: 'error',
          where: { file: folder },
          found: 'no postcodes',
          expected: 'a file such as postcodes-2026-11-24.bin, made by localpound data update',
          mend: 'Check the name of the folder, or leave --data out to use the postcodes that ship.',
        },
      ],
    };
  }
  const file = join(folder, newest);
  const bytes = await readBytes(file);
  return bytes.ok ? unpackPostcodes(bytes.value, file) : bytes;
}

/** Writes packed postcodes under their date. Gives the file's name. */
export async function writePostcodes(
  folder: string,
  madeOn: string,
  bytes: Uint8Array,
): Promise<Outcome<string>> {
  const file = join(folder, `postcodes-${madeOn}.bin`);
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    return { ok: false, issues: [unreadable(folder, error)] };
  }
  const written = await writeWhole(file, bytes);
  return written.ok ? { ok: true, value: file, issues: [] } : written;
}
