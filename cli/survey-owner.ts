import { Command } from 'commander';
import { formatCount } from '../core/index.ts';
import packageFile from '../package.json' with { type: 'json' };
import { writeWorkbook } from '../spreadsheet/write-workbook.ts';
import { surveyStatus } from '../survey/owner/status.ts';
import { surveyReport } from '../survey/owner/survey-report.ts';
import { hashToken, newToken } from '../survey/tokens.ts';
import { answerPath } from '../survey/visit.ts';
import { writeWhole } from './files.ts';
import { columns, failWith, print, printJson, tell, tellIssues } from './output.ts';
import { atDesk, type SurveyDesk } from './survey-store.ts';
import { stageOf, statusText } from './survey-text.ts';
import { withSurvey } from './with-survey.ts';

const audit = async (
  { store, who }: SurveyDesk,
  projectId: string,
  what: string,
  detail: string,
): Promise<void> => await store.addAudit(projectId, { at: Date.now(), who, what, detail });

const project = (name: string, description: string): Command =>
  new Command(name).description(description).argument('<project>', 'number of the survey');

/** The commands that look at a survey or end it. */
export function surveyOwnerCommands(): readonly Command[] {
  return [
    new Command('list').description('List the surveys in the store.').action(() =>
      atDesk(async ({ store }) => {
        const surveys = await store.surveys();
        if (surveys.length === 0) return print('There are no surveys in this store.');
        print(
          columns(
            surveys.map((survey) => [`${survey.projectId}  ${survey.name}`, stageOf(survey, Date.now())]),
          ),
        );
      }),
    ),
    project('status', 'Who answered, LM3 so far and how sure it is, whom to chase.')
      .option('--without-guesses', 'without answers that their suppliers call rough guesses')
      .option('--json', 'print one JSON object')
      .action((projectId: string, options: { readonly withoutGuesses?: true; readonly json?: true }) =>
        withSurvey(projectId, async ({ store }) => {
          const json = options.json === true;
          const status = await surveyStatus(store, projectId, {
            leaveOutGuesses: options.withoutGuesses === true,
          });
          if (status === undefined) return;
          if (!status.ok) return failWith(status.issues, json);
          if (json) {
            const { survey, ...rest } = status.value;
            const { project: _, ...about } = survey;
            printJson({ survey: about, ...rest });
          } else print(statusText(status.value, Date.now()));
          tellIssues(status.issues);
        }),
      ),
    project('export', 'Write a report workbook with the same LM3 as the status.')
      .argument('<out>', 'the .xlsx file to write')
      .action((projectId: string, out: string) =>
        withSurvey(projectId, async (desk) => {
          const report = await surveyReport(desk.store, projectId, {
            version: packageFile.version,
            madeAt: new Date(),
          });
          if (report === undefined) return;
          if (!report.ok) return failWith(report.issues, false);
          const written = await writeWhole(out, await writeWorkbook(report.value.workbook));
          if (!written.ok) return failWith(written.issues, false);
          await audit(desk, projectId, 'exported', '');
          print(`Wrote ${out}`);
          tellIssues(report.issues);
        }),
      ),
    project('link', 'Print a new link for one supplier, for instance to read out or to post.')
      .requiredOption('--supplier <name>', 'its name as in the workbook')
      .option('--revoke', 'make its links stop working instead')
      .action((projectId: string, options: { readonly supplier: string; readonly revoke?: true }) =>
        withSurvey(projectId, async (desk, survey) => {
          const { store, config } = desk;
          const named = (await store.suppliers(projectId)).filter(
            ({ supplier }) => supplier.name.toLowerCase() === options.supplier.trim().toLowerCase(),
          );
          const [found] = named;
          if (found === undefined || named.length > 1) {
            process.exitCode = 1;
            return tell(
              `There are ${named.length} suppliers named ${JSON.stringify(options.supplier)}; one was expected.`,
            );
          }
          const { supplierId } = found;
          if (options.revoke) {
            const revoked = await store.revokeLinks(projectId, supplierId, Date.now());
            await audit(desk, projectId, 'revoked links', supplierId);
            return print(`${formatCount(revoked)} links stopped working.`);
          }
          const token = newToken();
          const [madeAt, expiresAt] = [Date.now(), survey.eraseAt];
          await store.addLink({ projectId, tokenHash: hashToken(token), supplierId, madeAt, expiresAt });
          await audit(desk, projectId, 'made a link', supplierId);
          print(`${config.publicUrl ?? `http://localhost:${config.port}`}${answerPath(projectId, token)}`);
        }),
      ),
    project('audit', 'Who did what, oldest first.').action((projectId: string) =>
      withSurvey(projectId, async ({ store }) => {
        for (const { at, who, what, detail } of await store.audit(projectId)) {
          print(`${new Date(at).toISOString()}  ${who}  ${what}  ${detail}`.trimEnd());
        }
      }),
    ),
    project('close', 'Take no more answers.').action((projectId: string) =>
      withSurvey(projectId, async (desk) => {
        const closed = await desk.store.closeSurvey(projectId, Date.now());
        if (closed) await audit(desk, projectId, 'closed', '');
        print(closed ? 'Closed. It takes no more answers.' : 'It was closed already.');
      }),
    ),
    project('erase', 'Erase names, addresses, links, postcodes and earlier answers. The figures stay.')
      .requiredOption('--yes', 'yes, erase: it cannot be undone')
      .action((projectId: string) =>
        withSurvey(projectId, async (desk, survey) => {
          if (survey.closedAt === undefined) await desk.store.closeSurvey(projectId, Date.now());
          await desk.store.eraseSurvey(projectId, Date.now());
          await audit(desk, projectId, 'erased personal data', '');
          print(
            'Erased: contact names, e-mail addresses, mails, links, drafts, postcodes and earlier answers.',
          );
        }),
      ),
  ];
}
