import { Command, InvalidArgumentError } from 'commander';
import { isCalendarDate } from '../core/index.ts';
import { type Role, roles } from '../survey/owner-store.ts';
import type { KeyOptions, PeopleOptions } from './survey/access.ts';
import type { CreateOptions } from './survey/create.ts';

// What the commands do is loaded when one is given: no other command waits for mail and database.
const mail = () => import('./survey/mail.ts');
const access = () => import('./survey/access.ts');
const owner = () => import('./survey/owner.ts');

/** `survey`: ask suppliers what they spend again in the area, and see LM3 firm up as they answer. */
export function surveyCommand(): Command {
  const survey = new Command('survey')
    .description('The supplier survey: create, send, remind, status, export, close, erase.')
    .addHelpText('after', help);
  survey
    .command('create')
    .description('Make a survey from a Local Pound workbook. Nobody is written to yet.')
    .argument('<workbook>', 'Local Pound workbook (.xlsx); its Suppliers sheet has Contact name and E-mail')
    .option('--name <name>', 'who asks (standard: the name of the project)')
    .option('--area <area>', 'the area, in words that suppliers understand (standard: as in the workbook)')
    .option('--period <period>', 'the period (standard: as in the workbook)')
    .requiredOption('--closes <date>', 'last day for answers, such as 2027-01-31', calendarDate)
    .requiredOption('--contact <text>', 'whom suppliers can ask, with telephone or e-mail')
    .option(
      '--erase <date>',
      'day to erase names and addresses by (standard: a year after closing)',
      calendarDate,
    )
    .action(async (file: string, options: CreateOptions) => {
      const { createSurvey } = await import('./survey/create.ts');
      await createSurvey(file, options);
    });
  addMailCommands(survey);
  addOwnerCommands(survey);
  addAccessCommands(survey);
  addStoreCommands(survey);
  return survey;
}

const help = `
Examples:
  localpound survey create my-project.xlsx --closes 2027-01-31 --contact "Sam, sam@example.org"
  localpound survey letter PROJECT     a letter for a personal word first
  localpound survey send PROJECT       mails with a link for each supplier
  localpound survey status PROJECT     who answered, and LM3 so far

It uses the store of the server (LOCALPOUND_STORE). Mails go by SMTP_URL and MAIL_FROM, or to the folder
MAIL_FOLDER; links in them begin with PUBLIC_URL.`;

function ofProject(survey: Command, name: string, description: string): Command {
  return survey.command(name).description(description).argument('<project>', 'number of the survey');
}

function addMailCommands(survey: Command): void {
  ofProject(survey, 'letter', 'Print a letter for a personal word with a supplier, before the first mail.')
    .option('--name <contact>', 'whom it is for')
    .action(async (id: string, { name }: { readonly name?: string }) => (await mail()).printLetter(id, name));
  ofProject(survey, 'send', 'Write to every supplier that has not been written to.')
    .option('--preview', 'print the first mail and send nothing')
    .action(async (id: string, { preview }: { readonly preview?: true }) =>
      (await mail()).sendInvitations(id, preview === true),
    );
  ofProject(survey, 'remind', 'Remind suppliers that were written to and are silent, the largest first.')
    .option('--largest <number>', 'only so many of the largest', atLeastOne)
    .option('--preview', 'print the first mail and send nothing')
    .action(
      async (id: string, { largest, preview }: { readonly largest?: number; readonly preview?: true }) =>
        (await mail()).sendReminders(id, largest, preview === true),
    );
}

function addOwnerCommands(survey: Command): void {
  survey
    .command('list')
    .description('List the surveys in the store.')
    .action(async () => (await owner()).listSurveys());
  ofProject(survey, 'status', 'Who answered, LM3 so far and how sure it is, whom to chase.')
    .option('--without-guesses', 'without answers that their suppliers call rough guesses')
    .option('--json', 'print one JSON object')
    .action(async (id: string, options: { readonly withoutGuesses?: true; readonly json?: true }) =>
      (await owner()).showStatus(id, options.withoutGuesses === true, options.json === true),
    );
  ofProject(survey, 'export', 'Write a report workbook with the same LM3 as the status.')
    .argument('<out>', 'the .xlsx file to write')
    .action(async (id: string, out: string) => (await owner()).exportSurvey(id, out));
  ofProject(survey, 'link', 'Print a new link for one supplier, for instance to read out or to post.')
    .requiredOption('--supplier <name>', 'its name as in the workbook')
    .option('--revoke', 'make its links stop working instead')
    .action(async (id: string, { supplier, revoke }: { readonly supplier: string; readonly revoke?: true }) =>
      (await owner()).supplierLink(id, supplier, revoke === true),
    );
  ofProject(survey, 'audit', 'Who did what, oldest first.').action(async (id: string) =>
    (await owner()).showAudit(id),
  );
  ofProject(survey, 'close', 'Take no more answers.').action(async (id: string) =>
    (await owner()).closeSurvey(id),
  );
  ofProject(
    survey,
    'erase',
    'Erase names, addresses, links, postcodes and earlier answers. The figures stay.',
  )
    .requiredOption('--yes', 'yes, erase: it cannot be undone')
    .action(async (id: string) => (await owner()).eraseSurvey(id));
}

function addAccessCommands(survey: Command): void {
  survey
    .command('people')
    .description('Who may use the web page of one survey, or of all surveys when none is named.')
    .argument('[project]', 'number of the survey')
    .option('--add <email>', 'let somebody in')
    .option('--role <role>', 'owner, editor or viewer (standard: viewer)', role)
    .option('--remove <email>', 'take the role away')
    .action(async (id: string | undefined, options: PeopleOptions) => (await access()).people(id, options));
  survey
    .command('key')
    .description('Make a key for a program, for one survey or for all; without --label list them.')
    .argument('[project]', 'number of the survey')
    .option('--label <text>', 'what the key is for')
    .option('--role <role>', 'owner, editor or viewer (standard: viewer)', role)
    .option('--revoke <id>', 'make a key stop working')
    .action(async (id: string | undefined, options: KeyOptions) => (await access()).keys(id, options));
}

function addStoreCommands(survey: Command): void {
  survey
    .command('backup')
    .description('Write everything in the store to one file, while the server runs. It holds addresses.')
    .argument('<file>', 'the file to write, such as pound-backup.jsonl.gz')
    .action(async (file: string) => (await import('./survey/backup.ts')).backUp(file));
  survey
    .command('restore')
    .description('Put a backup into an empty store: another file, or another engine (LOCALPOUND_STORE).')
    .argument('<file>', 'a file that "survey backup" wrote')
    .action(async (file: string) => (await import('./survey/backup.ts')).restore(file));
}

function role(text: string): Role {
  const found = roles.find((one) => one === text);
  if (found === undefined) throw new InvalidArgumentError('Give owner, editor or viewer.');
  return found;
}

function calendarDate(text: string): string {
  if (!isCalendarDate(text)) throw new InvalidArgumentError('Give a date as 2027-01-31.');
  return text;
}

function atLeastOne(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('Give a whole number above 0.');
  return number;
}
