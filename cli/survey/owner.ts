import { formatCount } from '../../core/index.ts';
import packageFile from '../../package.json' with { type: 'json' };
import { writeWorkbook } from '../../spreadsheet/write-workbook.ts';
import {
  closeSurvey as close,
  type Deed,
  eraseSurvey as erase,
  makeLink,
  revokeLinks,
} from '../../survey/owner/changing.ts';
import { surveyStatus } from '../../survey/owner/status.ts';
import { surveyReport } from '../../survey/owner/survey-report.ts';
import { writeWhole } from '../files.ts';
import { columns, failWith, print, printJson, tell, tellIssues } from '../output.ts';
import { atDesk, type SurveyDesk } from './desk.ts';
import { stageOf, statusText } from './status-text.ts';
import { withSurvey } from './with-survey.ts';

const deedOf = ({ store, who }: SurveyDesk): Deed => ({ store, who, now: Date.now() });

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
    const entry = { at: Date.now(), who: desk.who, what: 'exported', detail: '' };
    await desk.store.addAudit(projectId, entry);
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
      const revoked = await revokeLinks(deedOf(desk), survey, supplierId);
      return print(`Links that stopped working: ${formatCount(revoked)}`);
    }
    const path = await makeLink(deedOf(desk), survey, supplierId);
    print(`${config.publicUrl ?? `http://localhost:${config.port}`}${path}`);
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
  withSurvey(projectId, async (desk, survey) => {
    const closed = await close(deedOf(desk), survey);
    print(closed ? 'Closed. It takes no more answers.' : 'It was closed already.');
  });

/** Erases people and keeps the figures. An open survey is closed with it. */
export const eraseSurvey = (projectId: string): Promise<void> =>
  withSurvey(projectId, async (desk, survey) => {
    await erase(deedOf(desk), survey);
    print('Erased: contact names, e-mail addresses, mails, links, drafts, postcodes and earlier answers.');
  });
