import type { Issue, Outcome } from '../core/index.ts';
import { type CsvSumOptions, SummedCsv, type SummedLines } from './csv/summed-csv.ts';
import { outcomeOf, Refusal } from './refusal.ts';

export type { CsvSumOptions, SummedLines } from './csv/summed-csv.ts';

/** Takes a text file in pieces of any size. */
export interface CsvSummer {
  /** Takes the next bytes; the buffer may be used again. False once the file is refused: call `end` for the reason. */
  push(chunk: Uint8Array): boolean;
  /** Call after the last bytes. Refusals, the plan's issues and warnings come here, never as exceptions. */
  end(): Outcome<SummedLines>;
}

/**
 * Adds up the payments of a CSV file (comma, semicolon, tab or upright stroke; UTF-8, UTF-16 or Windows-1252)
 * straight from its bytes. Memory grows with the groups that come out and not with the length of the
 * file. The totals are those that `LineTally` gives for the same rows, to the penny.
 *
 * The time is not limited unless `limits.seconds` says so.
 *
 * @example
 * const summer = createCsvSummer({ fileName, fileBytes, plan: (rows) => planOf(rows), onProgress });
 * for await (const chunk of file) if (!summer.push(chunk)) break;
 * const outcome = summer.end(); // outcome.value.totals.groups
 */
export function createCsvSummer(options: CsvSumOptions): CsvSummer {
  const limits = { seconds: Number.POSITIVE_INFINITY, ...options.limits };
  const summed = new SummedCsv({ ...options, limits });
  let stopped: readonly Issue[] | undefined;
  const run = (step: () => void): boolean => {
    if (stopped !== undefined) return false;
    try {
      step();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      stopped = [error.issue];
      return false;
    }
    stopped = summed.refusedPlan;
    return stopped === undefined;
  };
  return {
    push: (chunk) => run(() => summed.push(chunk)),
    end: () => {
      if (!run(() => summed.finish())) return { ok: false, issues: stopped ?? [] };
      return outcomeOf((warnings) => summed.result(warnings));
    },
  };
}

/** Adds up a CSV file that is at hand as a whole. */
export function sumCsv(bytes: Uint8Array, options: CsvSumOptions): Outcome<SummedLines> {
  const summer = createCsvSummer({ fileBytes: bytes.length, ...options });
  const piece = 1024 * 1024;
  for (let at = 0; at < bytes.length; at += piece) {
    if (!summer.push(bytes.subarray(at, at + piece))) break;
  }
  return summer.end();
}
