import type { SurveyStore } from '../survey/store.ts';
import type { Logger } from './log.ts';

const everyMs = 60 * 60 * 1000;

/** Erases people from surveys whose day for it has come. Returns the surveys it erased. */
export async function eraseWhatIsDue(store: SurveyStore, now: number): Promise<readonly string[]> {
  const due = (await store.surveys()).filter(
    ({ eraseAt, erasedAt }) => erasedAt === undefined && eraseAt <= now,
  );
  for (const { projectId } of due) {
    await store.closeSurvey(projectId, now);
    await store.eraseSurvey(projectId, now);
    await store.addAudit(projectId, { at: now, who: 'server', what: 'erased personal data', detail: 'due' });
  }
  return due.map(({ projectId }) => projectId);
}

/** Does so now and every hour. Returns how to stop, which waits for a run under way. */
export function keepPromisesToErase(store: SurveyStore, logger: Logger): () => Promise<void> {
  const run = async (): Promise<void> => {
    try {
      await store.forgetSignIns(Date.now());
      const erased = await eraseWhatIsDue(store, Date.now());
      if (erased.length > 0) logger.info({ surveys: erased }, 'personal data erased');
    } catch (error) {
      logger.error({ err: error }, 'personal data were not erased; the next run erases them');
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
