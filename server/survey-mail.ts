import type { DeskMail } from '../survey/desk/options.ts';
import { deliverDue } from '../survey/mail/deliver.ts';
import { folderPostman, type Postman, smtpPostman } from '../survey/mail/postman.ts';
import type { SurveyStore } from '../survey/store.ts';
import type { Config } from './config.ts';
import type { Logger } from './log.ts';
import type { MailSetting } from './mail-setting.ts';

const everyMs = 30_000;

/** Whoever takes mails away, by the setting. */
export function postmanFor(setting: MailSetting): Postman {
  return setting.kind === 'smtp'
    ? smtpPostman(setting.url.reveal(), setting.from)
    : folderPostman(setting.folder, setting.from);
}

/** Looks after the queue of mails. */
export interface MailMover {
  /** Looks now, without waiting for it. */
  nudge(): void;
  /** Waits for the mail under way. */
  stop(): Promise<void>;
}

/**
 * Takes mails away that are due, now and every half minute: those that failed before, those of a
 * command that was interrupted, and those that the owner's page has queued.
 */
export function keepMailMoving(
  store: SurveyStore,
  setting: MailSetting,
  publicUrl: string,
  logger: Logger,
): MailMover {
  const postman = postmanFor(setting);
  let stopping = false;
  const round = async (): Promise<void> => {
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
  let running: Promise<void> = Promise.resolve();
  let [busy, again] = [false, false];
  const run = async (): Promise<void> => {
    do {
      again = false;
      await round();
    } while (again && !stopping);
    busy = false;
  };
  const nudge = (): void => {
    // A round under way may have passed what was queued just now.
    again = busy;
    if (busy || stopping) return;
    busy = true;
    running = run();
  };
  nudge();
  const timer = setInterval(nudge, everyMs);
  timer.unref();
  return {
    nudge,
    async stop() {
      stopping = true;
      clearInterval(timer);
      await running;
      postman.close();
    },
  };
}

/** The survey's mail as the owner's pages see it, and how it is set going once the server listens. */
export function surveyMailFor({ mail, publicUrl }: Pick<Config, 'mail' | 'publicUrl'>): {
  readonly desk: DeskMail;
  /** Returns how to stop. */
  start(store: SurveyStore, publicUrl: string, logger: Logger): () => Promise<void>;
} {
  let mover: MailMover | undefined;
  const way: DeskMail['way'] =
    mail.kind === 'folder'
      ? mail
      : publicUrl === undefined
        ? { kind: 'off', why: 'PUBLIC_URL is not set, and the links in mails begin with it.' }
        : { kind: 'smtp' };
  return {
    desk: {
      way,
      nudge: () => mover?.nudge(),
      async deliver(message) {
        // A link made from the address that was asked for could lead anywhere the asker likes.
        if (way.kind === 'off') throw new Error(`A mail to sign in by was not sent: ${way.why}`);
        const postman = postmanFor(mail);
        try {
          await postman.deliver(message);
        } finally {
          postman.close();
        }
      },
    },
    start(store, base, logger) {
      // Without a public address there is nothing that a link in a mail could lead to.
      if (way.kind === 'off') return async () => undefined;
      mover = keepMailMoving(store, mail, base, logger);
      return async () => await mover?.stop();
    },
  };
}
