import { runsKeptDays } from '../../bot/runs/run-store.ts';
import type { Logger } from '../log.ts';
import type { Store } from './store.ts';

/** Slack repeats an event for up to an hour; a day is well past that. */
const keptMs = 24 * 60 * 60 * 1000;
/** What people asked the bot to keep: half a year. */
const keptForPeopleMs = 183 * 24 * 60 * 60 * 1000;
const runsKeptMs = runsKeptDays * 24 * 60 * 60 * 1000;
const everyMs = 60 * 60 * 1000;

/** What keeps things only so long. */
type Forgetting = Pick<Store, 'forgetEventsBefore'> & {
  readonly kept: Pick<Store['kept'], 'forgetKeptBefore'>;
  readonly runs: Pick<Store['runs'], 'forgetRunsBefore'>;
};

/** Drops old claims, and what the bot kept too long, now and every hour. Returns how to stop, which waits for a run under way. */
export function keepEventsShort(store: Forgetting, logger: Logger): () => Promise<void> {
  const run = async (): Promise<void> => {
    try {
      await store.forgetEventsBefore(new Date(Date.now() - keptMs));
      await store.kept.forgetKeptBefore(new Date(Date.now() - keptForPeopleMs));
      await store.runs.forgetRunsBefore(new Date(Date.now() - runsKeptMs));
    } catch (error) {
      logger.error(
        { err: error },
        'old events and what was kept for people were not dropped; the next run drops them',
      );
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
