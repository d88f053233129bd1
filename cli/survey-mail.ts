import { Command, InvalidArgumentError } from 'commander';
import { formatCount } from '../core/index.ts';
import { postmanFor } from '../server/survey-mail.ts';
import { composeMail } from '../survey/mail/compose.ts';
import { deliverDue } from '../survey/mail/deliver.ts';
import { invitations, reminders } from '../survey/mail/queue.ts';
import type { Mail, Survey } from '../survey/store.ts';
import { answerPath } from '../survey/visit.ts';
import { mailEnglish } from '../survey/words/mail-english.ts';
import { print, tell } from './output.ts';
import type { SurveyDesk } from './survey-store.ts';
import { withSurvey } from './with-survey.ts';

/** The commands that write to suppliers. */
export function surveyMailCommands(): readonly Command[] {
  return [
    new Command('letter')
      .description('Print a letter for a personal word with a supplier, before the first mail.')
      .argument('<project>', 'number of the survey')
      .option('--name <contact>', 'whom it is for')
      .action((projectId: string, { name }: { readonly name?: string }) =>
        withSurvey(projectId, async (_, survey) => print(mailEnglish.warmUp(survey, name).trimEnd())),
      ),
    new Command('send')
      .description('Write to every supplier that has not been written to.')
      .argument('<project>', 'number of the survey')
      .option('--preview', 'print the first mail and send nothing')
      .action((projectId: string, { preview }: { readonly preview?: true }) =>
        withSurvey(projectId, async (desk, survey) => {
          const mails = invitations(await desk.store.suppliers(projectId));
          await write(desk, survey, mails, preview === true);
        }),
      ),
    new Command('remind')
      .description('Remind suppliers that were written to and are silent, the largest sums first.')
      .argument('<project>', 'number of the survey')
      .option('--largest <number>', 'only so many of the largest', atLeastOne)
      .option('--preview', 'print the first mail and send nothing')
      .action((projectId: string, options: { readonly largest?: number; readonly preview?: true }) =>
        withSurvey(projectId, async (desk, survey) => {
          const [suppliers, mails] = await Promise.all([
            desk.store.suppliers(projectId),
            desk.store.mails(projectId),
          ]);
          await write(desk, survey, reminders(suppliers, mails, options.largest), options.preview === true);
        }),
      ),
  ];
}

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

function atLeastOne(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('Give a whole number above 0.');
  return number;
}
