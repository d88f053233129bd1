import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Issue } from '../core/index.ts';
import { unreadable } from './files.ts';
import { failWith } from './output.ts';

/**
 * Runs one computation a line, in order, and prints one JSON object a line with the input line's
 * `id`. A line with errors gives its issues and the rest go on; the exit code is then 1. Reads and
 * writes as it goes, so that the length of the file does not matter.
 *
 * @param file path of a .jsonl file; `-` is standard input
 */
export async function runBatch(file: string, compute: (value: unknown) => object): Promise<void> {
  if (file !== '-') {
    try {
      await (await open(file)).close();
    } catch (error) {
      failWith([unreadable(file, error)], false);
      return;
    }
  }
  const input = file === '-' ? process.stdin : createReadStream(file);
  let number = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (text.trim() === '') continue;
    const result = computeLine(text, number, compute);
    if (hasErrors(result)) process.exitCode = 1;
    if (!process.stdout.write(`${JSON.stringify(result)}\n`)) await once(process.stdout, 'drain');
  }
}

function computeLine(text: string, number: number, compute: (value: unknown) => object): object {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { id: null, issues: [notJson(number, error)] };
  }
  return { id: idOf(value), ...compute(value) };
}

/** Warnings come with a result; an error takes its place. */
function hasErrors(result: object): boolean {
  const issues: readonly Issue[] = 'issues' in result ? (result.issues as readonly Issue[]) : [];
  return issues.some(({ severity }) => severity === 'error');
}

/** The line's own id, whatever else is wrong with it. */
function idOf(value: unknown): string | number | null {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}

function notJson(line: number, error: SyntaxError): Issue {
  return {
    severity: 'error',
    where: { row: line },
    found: `a line that is not JSON (${error.message})`,
    expected: 'one JSON object a line',
    mend: 'Mend this line.',
  };
}
