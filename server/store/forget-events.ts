import { runsKeptDays } from '../../bot/runs/run-store.ts';
import type { Logger } from '../log.ts';
import type { Store } from './store.ts';

/** Slack repeats an event for up to an hour; a day is well past that. */
const keptMs = 24 * 60 * 60 * 1000;
const dayMs = 24 * 60 * 60 * 1000;
const everyMs = 60 * 60 * 1000;

/** Drops old claims, and old runs of files in Slack, now and every hour. Returns how to stop, which waits for a run under way. */
export function keepEventsShort(
  store: Pick<Store, 'forgetEventsBefore'> & { readonly runs: Pick<Store['runs'], 'forgetRunsBefore'> },
  logger: Logger,
): () => Promise<void> {
  const run = async (): Promise<void> => {
    try {
      await store.forgetEventsBefore(new Date(Date.now() - keptMs));
      await store.runs.forgetRunsBefore(new Date(Date.now() - runsKeptDays * dayMs));
    } catch (error) {
      logger.error({ err: error }, 'old events or runs were not dropped; the next run drops them');
    }
  };
  let running = run();
  const timer = setInterval(() => {
    running = run();
  }, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
