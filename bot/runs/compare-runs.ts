import { createHash } from 'node:crypto';
import { britishDate, formatDate } from '../../core/index.ts';
import type { FileFigures } from '../files/file-answer.ts';
import type { Seen } from '../replies/reply.ts';
import type { BotLogger } from '../services.ts';
import { figuresOf, sinceThen } from './run-figures.ts';
import type { RunPlace, RunStore } from './run-store.ts';

/** A run that has been compared, and can be kept for the next. */
export interface ComparedRun {
  readonly since: readonly string[];
  keep(seen: Seen): Promise<void>;
}

/**
 * Holds the figures of a file against those of the last run of the same project in this conversation.
 * A comparison is an extra: where the store fails, the answer goes without it, and the log has why.
 */
export async function compareRun(
  { runs, logger }: { readonly runs: RunStore; readonly logger: BotLogger },
  answer: FileFigures,
  fileName: string,
  where: Omit<RunPlace, 'project'>,
): Promise<ComparedRun> {
  const place = { ...where, project: projectKey(answer, fileName) };
  const figures = figuresOf(answer);
  const at = new Date();
  const orLog = async <T>(what: Promise<T>): Promise<T | undefined> => {
    try {
      return await what;
    } catch (error) {
      logger.warn({ err: error }, 'the last run could not be read or kept');
      return undefined;
    }
  };
  const last = await orLog(runs.lastRun(place));
  return {
    since: last === undefined ? [] : sinceThen(last.figures, figures, formatDate(britishDate(last.at))),
    keep: async (seen) => {
      await orLog(runs.keepRun({ ...place, figures, at, open: seen === 'everyone' }));
    },
  };
}

/**
 * Tells a project by its name: that of the project in the workbook, else that of the file without
 * digits, so that the payments of one month follow those of another.
 */
function projectKey(answer: FileFigures, fileName: string): string {
  const own =
    answer.kind === 'lm3' ? answer.result.name : answer.kind === 'tenants' ? answer.name : undefined;
  const name = own ?? fileName.replace(/\.[A-Za-z]{1,5}$/, '');
  const plain = name
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();
  return createHash('sha256').update(`${answer.kind}\n${plain}`).digest('hex');
}
