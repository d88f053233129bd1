import type { Hono } from 'hono';
import { describeIssue } from '../../../core/index.ts';
import { surveyStatus } from '../../owner/status.ts';
import { surveyReport } from '../../owner/survey-report.ts';
import { deskEnglish as words } from '../../words/desk-english.ts';
import { type DeskGate, surveyRoute } from '../gate.ts';
import { statusPage } from '../pages/status.ts';
import { deskShown, deskTold } from '../respond.ts';
import { excelType } from './surveys.ts';

/** How a survey stands, live, and its report. */
export function statusRoutes(app: Hono, { store, now, onSurvey, mail, version }: DeskGate): void {
  app.get(
    surveyRoute,
    onSurvey('viewer', async (context, at) => {
      const leaveOutGuesses = context.req.query('guesses') === 'no';
      const live = context.req.query('live') === 'yes';
      const status = await surveyStatus(store, at.survey.projectId, { leaveOutGuesses });
      if (status === undefined) return await deskTold(context, 404, words.noSurvey, at.visitor);
      if (!status.ok) {
        const text = status.issues.map(describeIssue).join(' ');
        return await deskTold(context, 200, { title: at.survey.name, text }, at.visitor);
      }
      const main = statusPage(at, status.value, { now: now(), leaveOutGuesses, live, way: mail.way });
      return await deskShown(context, 200, {
        title: at.survey.name,
        main,
        visitor: at.visitor,
        refresh: live,
      });
    }),
  );
  app.get(
    `${surveyRoute}/report.xlsx`,
    onSurvey('viewer', async (context, { visitor, survey }) => {
      const { projectId } = survey;
      const report = await surveyReport(store, projectId, { version, madeAt: new Date(now()) });
      if (!report?.ok) {
        const text = (report?.issues ?? []).map(describeIssue).join(' ');
        return await deskTold(context, 200, { title: words.report.failed, text }, visitor);
      }
      const { writeWorkbook } = await import('../../../spreadsheet/write-workbook.ts');
      const bytes = await writeWorkbook(report.value.workbook);
      await store.addAudit(projectId, { at: now(), who: visitor.who, what: 'exported', detail: '' });
      return context.body(bytes.slice().buffer as ArrayBuffer, 200, {
        'Content-Type': excelType,
        'Content-Disposition': `attachment; filename="survey-${projectId}.xlsx"`,
      });
    }),
  );
}
