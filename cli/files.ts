import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Issue, Outcome } from '../core/index.ts';
import { readLimits } from '../spreadsheet/limits.ts';

/** The bytes of a file within the size that any reader takes; otherwise what is wrong with it. */
export async function readBytes(path: string): Promise<Outcome<Uint8Array>> {
  try {
    const { size } = await stat(path);
    if (size > readLimits.fileBytes) {
      return refused(
        path,
        `a file of ${megabytes(size)}`,
        `at most ${megabytes(readLimits.fileBytes)}`,
        'Take out what is not needed.',
      );
    }
    return { ok: true, value: new Uint8Array(await readFile(path)), issues: [] };
  } catch (error) {
    return { ok: false, issues: [unreadable(path, error)] };
  }
}

/** The one JSON object in a file; otherwise what is wrong with it. */
export function readJson(bytes: Uint8Array, file: string): Outcome<unknown> {
  try {
    return { ok: true, value: JSON.parse(new TextDecoder().decode(bytes)), issues: [] };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return refused(
      file,
      `JSON that cannot be read (${error.message})`,
      'one JSON object',
      'Mend the JSON. One object a line belongs to --batch.',
    );
  }
}

/** Why a file cannot be opened, in words. */
export function unreadable(path: string, error: unknown): Issue {
  const reasons: Record<string, string> = {
    ENOENT: 'no file of that name',
    EACCES: 'a file that may not be read',
    EISDIR: 'a folder',
    ENOTDIR: 'a path through a file that is not a folder',
  };
  return fileIssue(path, error, reasons, 'a file that can be read');
}

function fileIssue(path: string, error: unknown, reasons: Record<string, string>, expected: string): Issue {
  const found = reasons[(error as NodeJS.ErrnoException).code ?? ''];
  if (!found) throw error;
  return {
    severity: 'error',
    where: { file: path },
    found,
    expected,
    mend: 'Check the name and the folder.',
  };
}

function refused(path: string, found: string, expected: string, mend: string): Outcome<never> {
  return { ok: false, issues: [{ severity: 'error', where: { file: path }, found, expected, mend }] };
}

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1e6)} MB`;

/** Writes a file whole or not at all: a reader never sees half of it. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<Outcome<undefined>> {
  const beside = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  try {
    await writeFile(beside, bytes);
    await rename(beside, path);
    return { ok: true, value: undefined, issues: [] };
  } catch (error) {
    await rm(beside, { force: true });
    const reasons: Record<string, string> = {
      ENOENT: 'no folder of that name',
      ENOTDIR: 'a path through a file that is not a folder',
      EACCES: 'a folder that may not be written to',
      EROFS: 'a folder that may not be written to',
      EISDIR: 'a folder of that name',
      ENOSPC: 'a full disk',
    };
    return { ok: false, issues: [fileIssue(path, error, reasons, 'a place to write the file to')] };
  }
}
