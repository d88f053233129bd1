import type { Hono } from 'hono';
import { html } from 'hono/html';
import { lm3Template } from '../../../core/index.ts';
import { reaches, roleOn } from '../../owner/keys.ts';
import { allSurveys } from '../../owner-store.ts';
import type { Survey } from '../../store.ts';
import { deskEnglish as words } from '../../words/desk-english.ts';
import type { DeskGate } from '../gate.ts';
import { deskPath } from '../options.ts';
import { wideTable } from '../pages/fields.ts';
import { deskShown } from '../respond.ts';
import { visitorRole } from '../visitor.ts';

export const excelType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Where a survey is in its life. */
export function stageWords({ closedAt, closesAt, erasedAt }: Survey, now: number): string {
  if (erasedAt !== undefined) return words.stage.erased(erasedAt);
  if (closedAt !== undefined) return words.stage.closed(closedAt);
  return closesAt > now ? words.stage.open(closesAt) : words.stage.past(closesAt);
}

/** The surveys that somebody has a role on, and workbooks to start from. */
export function listRoutes(app: Hono, { store, now, signedIn }: DeskGate): void {
  app.get(
    '/desk',
    signedIn(async (context, visitor) => {
      const listed = (await store.surveys()).flatMap((survey) => {
        const role = visitorRole(visitor, survey.projectId);
        return role === undefined ? [] : [{ survey, role }];
      });
      const forAll = roleOn(allSurveys, visitor.held);
      const rows = listed
        .toReversed()
        .map(({ survey, role }) => [
          html`<a href="${deskPath}/s/${survey.projectId}">${survey.name}</a>`,
          survey.area,
          stageWords(survey, now()),
          words.roles[role],
        ]);
      const { title, none, noneForYou, columns } = words.list;
      const main = html`
      <h1>${title}</h1>
      ${
        rows.length > 0
          ? wideTable(title, [columns.name, columns.area, columns.stage, columns.role], rows)
          : html`<p>${forAll === undefined ? noneForYou : none}</p>`
      }
      ${reaches(forAll, 'editor') ? html`<p><a class="button" href="${deskPath}/new">${words.list.new}</a></p>` : ''}
      ${reaches(forAll, 'owner') ? html`<p><a href="${deskPath}/people">${words.list.people}</a></p>` : ''}`;
      return await deskShown(context, 200, { title, main, visitor });
    }),
  );
  for (const [name, sample] of [
    ['template.xlsx', false],
    ['sample.xlsx', true],
  ] as const) {
    app.get(
      `/desk/${name}`,
      signedIn(async (context) => {
        const { writeWorkbook } = await import('../../../spreadsheet/write-workbook.ts');
        const bytes = await writeWorkbook(lm3Template({ sample }));
        return context.body(bytes.slice().buffer as ArrayBuffer, 200, {
          'Content-Type': excelType,
          'Content-Disposition': `attachment; filename="local-pound-${name}"`,
        });
      }),
    );
  }
}
