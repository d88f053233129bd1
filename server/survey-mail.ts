import { deliverDue } from '../survey/mail/deliver.ts';
import { folderPostman, type Postman, smtpPostman } from '../survey/mail/postman.ts';
import type { SurveyStore } from '../survey/store.ts';
import type { Logger } from './log.ts';
import type { MailSetting } from './mail-setting.ts';

const everyMs = 30_000;

/** Whoever takes mails away, by the setting. */
export function postmanFor(setting: MailSetting): Postman {
  return setting.kind === 'smtp'
    ? smtpPostman(setting.url.reveal(), setting.from)
    : folderPostman(setting.folder, setting.from);
}

/**
 * Sends mails that are due, now and every half minute: those that failed before, and those of a
 * command that was interrupted. Returns how to stop, which waits for the mail under way.
 */
export function keepMailMoving(
  store: SurveyStore,
  setting: MailSetting,
  publicUrl: string,
  logger: Logger,
): () => Promise<void> {
  const postman = postmanFor(setting);
  let stopping = false;
  const run = async (): Promise<void> => {
    try {
      for (const survey of await store.surveys()) {
        if (survey.closedAt !== undefined || survey.erasedAt !== undefined) continue;
        const done = await deliverDue(survey, { store, postman, publicUrl, stop: () => stopping });
        const { stopped, ...counts } = done;
        if (stopped !== undefined) logger.error({ problem: stopped }, 'mails cannot be sent');
        if (Object.values(counts).some((count) => count > 0)) logger.info(counts, 'survey mails');
      }
    } catch (error) {
      logger.error({ err: error }, 'survey mails were not looked after; the next run does it');
    }
  };
  let running = run();
  let busy = true;
  void running.finally(() => {
    busy = false;
  });
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    running = run().finally(() => {
      busy = false;
    });
  }, everyMs);
  timer.unref();
  return async () => {
    stopping = true;
    clearInterval(timer);
    await running;
    postman.close();
  };
}
