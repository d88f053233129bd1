import { formatCount } from '../../core/index.ts';
import { postmanFor } from '../../server/survey-mail.ts';
import { deliverDue } from '../../survey/mail/deliver.ts';
import { type Asking, isOpen, mailsToGo, queue } from '../../survey/owner/asking.ts';
import { previewMail } from '../../survey/owner/preview.ts';
import type { Survey } from '../../survey/store.ts';
import { mailEnglish } from '../../survey/words/mail-english.ts';
import { print, tell } from '../output.ts';
import type { SurveyDesk } from './desk.ts';
import { withSurvey } from './with-survey.ts';

/** Prints a letter for a personal word with a supplier. */
export const printLetter = (projectId: string, name: string | undefined): Promise<void> =>
  withSurvey(projectId, async (_, survey) => print(mailEnglish.warmUp(survey, name).trimEnd()));

/** Writes to every supplier that has not been written to; with `preview` it only shows the first mail. */
export const sendInvitations = (projectId: string, preview: boolean): Promise<void> =>
  withSurvey(projectId, async (desk, survey) => {
    await write(desk, survey, { what: 'invitation' }, preview);
  });

/** Reminds the silent, the largest sums first; only so many of them where `largest` is given. */
export const sendReminders = (
  projectId: string,
  largest: number | undefined,
  preview: boolean,
): Promise<void> =>
  withSurvey(projectId, async (desk, survey) => {
    const asking: Asking = { what: 'reminder', ...(largest === undefined ? {} : { largest }) };
    await write(desk, survey, asking, preview);
  });

async function write(desk: SurveyDesk, survey: Survey, asking: Asking, preview: boolean): Promise<void> {
  const { store, config, who } = desk;
  const { mail: setting } = config;
  if (!isOpen(survey, Date.now())) {
    process.exitCode = 1;
    return tell('This survey is closed: nobody can answer it any more.');
  }
  const mails = await mailsToGo(store, survey, asking);
  const [first] = mails;
  if (preview) {
    if (first === undefined) return print('There is nobody to write to.');
    const shown = await previewMail(store, survey, first, config.publicUrl ?? 'http://localhost');
    if (shown === undefined) return print('There is nobody to write to.');
    return print(`To: ${shown.to}\nSubject: ${shown.subject}\n\n${shown.text.trimEnd()}`);
  }
  const { publicUrl } = config;
  if (publicUrl === undefined && setting.kind === 'smtp') {
    process.exitCode = 1;
    return tell('Set PUBLIC_URL to where suppliers reach this server: the links in the mails begin with it.');
  }
  const base = publicUrl ?? `http://localhost:${config.port}`;
  if (publicUrl === undefined)
    tell(`PUBLIC_URL is not set: the links begin with ${base}, which opens on this computer only.`);
  await queue(store, survey, mails, who, Date.now());
  const postman = postmanFor(setting);
  const done = await deliverDue(survey, { store, postman, publicUrl: base });
  postman.close();
  const { delivered, later, failed, dropped, stopped } = done;
  print(
    setting.kind === 'smtp'
      ? `Sent ${formatCount(delivered)} mails.`
      : `Wrote ${formatCount(delivered)} mails to ${setting.folder}. They were NOT sent: no mail server is set (SMTP_URL).`,
  );
  if (dropped > 0) tell(`${formatCount(dropped)} were not needed any more.`);
  if (later > 0) {
    tell(`${formatCount(later)} did not go and are tried again, by the server or by this command later.`);
  }
  if (failed > 0) tell(`${formatCount(failed)} failed for good; "survey status" says why.`);
  if (stopped !== undefined) {
    process.exitCode = 1;
    tell(stopped);
  }
}
