import { formatCount } from '../../core/index.ts';
import { postmanFor } from '../../server/survey-mail.ts';
import { composeMail } from '../../survey/mail/compose.ts';
import { deliverDue } from '../../survey/mail/deliver.ts';
import { invitations, reminders } from '../../survey/mail/queue.ts';
import type { Mail, Survey } from '../../survey/store.ts';
import { answerPath } from '../../survey/visit.ts';
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
    await write(desk, survey, invitations(await desk.store.suppliers(projectId)), preview);
  });

/** Reminds the silent, the largest sums first; only so many of them where `largest` is given. */
export const sendReminders = (
  projectId: string,
  largest: number | undefined,
  preview: boolean,
): Promise<void> =>
  withSurvey(projectId, async (desk, survey) => {
    const { store } = desk;
    const [suppliers, before] = await Promise.all([store.suppliers(projectId), store.occasions(projectId)]);
    await write(desk, survey, reminders(suppliers, before, largest), preview);
  });

async function write(
  desk: SurveyDesk,
  survey: Survey,
  mails: readonly Mail[],
  preview: boolean,
): Promise<void> {
  const { store, config, who } = desk;
  const { mail: setting } = config;
  if (survey.closedAt !== undefined || Date.now() >= survey.closesAt) {
    process.exitCode = 1;
    return tell('This survey is closed: nobody can answer it any more.');
  }
  const [first] = mails;
  if (preview) {
    if (first === undefined) return print('There is nobody to write to.');
    return print(await previewOf(desk, survey, first));
  }
  const { publicUrl } = config;
  if (publicUrl === undefined && setting.kind === 'smtp') {
    process.exitCode = 1;
    return tell('Set PUBLIC_URL to where suppliers reach this server: the links in the mails begin with it.');
  }
  const base = publicUrl ?? `http://localhost:${config.port}`;
  if (publicUrl === undefined)
    tell(`PUBLIC_URL is not set: the links begin with ${base}, which opens on this computer only.`);
  const queued = await store.queueMails(mails, Date.now());
  if (mails.length > 0) {
    const detail = `${first?.occasion ?? ''}: ${queued} mails`;
    await store.addAudit(survey.projectId, { at: Date.now(), who, what: 'queued mails', detail });
  }
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

/** The mail as it would go, with a link that opens nothing. */
async function previewOf({ store, config }: SurveyDesk, survey: Survey, mail: Mail): Promise<string> {
  const link = `${config.publicUrl ?? 'http://localhost'}${answerPath(survey.projectId, 'LINK-OF-ITS-OWN')}`;
  const suppliers = [];
  for (const id of mail.supplierIds) {
    const supplier = await store.supplier(survey.projectId, id);
    if (supplier !== undefined) suppliers.push({ supplier, link });
  }
  const [first, ...others] = suppliers;
  if (first === undefined) return 'There is nobody to write to.';
  const { subject, text } = await composeMail(survey, mail.email, mail.occasion, [first, ...others]);
  return `To: ${mail.email}\nSubject: ${subject}\n\n${text.trimEnd()}`;
}
