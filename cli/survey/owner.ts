import { formatCount } from '../../core/index.ts';
import packageFile from '../../package.json' with { type: 'json' };
import { writeWorkbook } from '../../spreadsheet/write-workbook.ts';
import { surveyStatus } from '../../survey/owner/status.ts';
import { surveyReport } from '../../survey/owner/survey-report.ts';
import { hashToken, newToken } from '../../survey/tokens.ts';
import { answerPath } from '../../survey/visit.ts';
import { writeWhole } from '../files.ts';
import { columns, failWith, print, printJson, tell, tellIssues } from '../output.ts';
import { atDesk, type SurveyDesk } from './desk.ts';
import { stageOf, statusText } from './status-text.ts';
import { withSurvey } from './with-survey.ts';

const audit = async (
  { store, who }: SurveyDesk,
  projectId: string,
  what: string,
  detail: string,
): Promise<void> => await store.addAudit(projectId, { at: Date.now(), who, what, detail });

/** Every survey in the store, and where it is in its life. */
export const listSurveys = (): Promise<void> =>
  atDesk(async ({ store }) => {
    const surveys = await store.surveys();
    if (surveys.length === 0) return print('There are no surveys in this store.');
    const now = Date.now();
    print(columns(surveys.map((survey) => [`${survey.projectId}  ${survey.name}`, stageOf(survey, now)])));
  });

/** Who answered, LM3 so far and how sure it is, whom to chase. */
export const showStatus = (projectId: string, leaveOutGuesses: boolean, json: boolean): Promise<void> =>
  withSurvey(projectId, async ({ store }) => {
    const status = await surveyStatus(store, projectId, { leaveOutGuesses });
    if (status === undefined) return;
    if (!status.ok) return failWith(status.issues, json);
    if (json) {
      const { survey, ...rest } = status.value;
      const { project: _, ...about } = survey;
      printJson({ survey: about, ...rest });
    } else print(statusText(status.value, Date.now()));
    tellIssues(status.issues);
  });

/** Writes a report workbook with the same LM3 as the status. */
export const exportSurvey = (projectId: string, out: string): Promise<void> =>
  withSurvey(projectId, async (desk) => {
    const stamp = { version: packageFile.version, madeAt: new Date() };
    const report = await surveyReport(desk.store, projectId, stamp);
    if (report === undefined) return;
    if (!report.ok) return failWith(report.issues, false);
    const written = await writeWhole(out, await writeWorkbook(report.value.workbook));
    if (!written.ok) return failWith(written.issues, false);
    await audit(desk, projectId, 'exported', '');
    print(`Wrote ${out}`);
    tellIssues(report.issues);
  });

/** A new link for one supplier, or the end of its links. */
export const supplierLink = (projectId: string, name: string, revoke: boolean): Promise<void> =>
  withSurvey(projectId, async (desk, survey) => {
    const { store, config } = desk;
    const named = (await store.suppliers(projectId)).filter(
      ({ supplier }) => supplier.name.toLowerCase() === name.trim().toLowerCase(),
    );
    const [found] = named;
    if (found === undefined || named.length > 1) {
      process.exitCode = 1;
      return tell(`There are ${named.length} suppliers named ${JSON.stringify(name)}; one was expected.`);
    }
    const { supplierId } = found;
    if (revoke) {
      const revoked = await store.revokeLinks(projectId, supplierId, Date.now());
      await audit(desk, projectId, 'revoked links', supplierId);
      return print(`Links that stopped working: ${formatCount(revoked)}`);
    }
    const token = newToken();
    const [madeAt, expiresAt] = [Date.now(), survey.eraseAt];
    await store.addLink({ projectId, tokenHash: hashToken(token), supplierId, madeAt, expiresAt });
    await audit(desk, projectId, 'made a link', supplierId);
    print(`${config.publicUrl ?? `http://localhost:${config.port}`}${answerPath(projectId, token)}`);
  });

/** Who did what, oldest first. */
export const showAudit = (projectId: string): Promise<void> =>
  withSurvey(projectId, async ({ store }) => {
    for (const { at, who, what, detail } of await store.audit(projectId)) {
      print(`${new Date(at).toISOString()}  ${who}  ${what}  ${detail}`.trimEnd());
    }
  });

/** Takes no more answers. */
export const closeSurvey = (projectId: string): Promise<void> =>
  withSurvey(projectId, async (desk) => {
    const closed = await desk.store.closeSurvey(projectId, Date.now());
    if (closed) await audit(desk, projectId, 'closed', '');
    print(closed ? 'Closed. It takes no more answers.' : 'It was closed already.');
  });

/** Erases people and keeps the figures. An open survey is closed with it. */
export const eraseSurvey = (projectId: string): Promise<void> =>
  withSurvey(projectId, async (desk) => {
    await desk.store.closeSurvey(projectId, Date.now());
    await desk.store.eraseSurvey(projectId, Date.now());
    await audit(desk, projectId, 'erased personal data', '');
    print('Erased: contact names, e-mail addresses, mails, links, drafts, postcodes and earlier answers.');
  });
