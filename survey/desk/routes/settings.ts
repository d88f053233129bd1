import type { Hono } from 'hono';
import { html } from 'hono/html';
import { closeSurvey, eraseSurvey } from '../../owner/changing.ts';
import { deskEnglish as words } from '../../words/desk-english.ts';
import { type DeskGate, surveyRoute, textOf } from '../gate.ts';
import { problems, tick, wideTable } from '../pages/fields.ts';
import { dateFields } from '../pages/making.ts';
import { dateOf, readDates } from '../plan.ts';
import { deskShown, keyField } from '../respond.ts';

const auditShown = 500;

/** Dates and contact, closing, erasing, and who did what. */
export function settingsRoutes(app: Hono, { store, now, onSurvey, onSurveyForm }: DeskGate): void {
  const said = words.settings;
  const datesMain = (
    at: Parameters<Parameters<typeof onSurvey>[1]>[1],
    form: Parameters<typeof dateFields>[0],
    saved: boolean,
  ) => html`
      <p><a href="${at.base}">${words.back}</a></p>
      ${problems(form)}
      <h1>${said.title}</h1>
      ${saved ? html`<div class="inset" role="status"><p>${said.saved}</p></div>` : ''}
      <form method="post" novalidate>${keyField(at.visitor)}${dateFields(form)}<button type="submit">${words.save}</button></form>`;
  app.get(
    `${surveyRoute}/dates`,
    onSurvey('editor', (context, at) => {
      const { contact, closesAt, eraseAt, bids } = at.survey;
      const typed = {
        contact,
        closes: dateOf(closesAt),
        erase: dateOf(eraseAt),
        bids: bids === false ? '' : 'yes',
      };
      const main = datesMain(at, { typed, wrong: [] }, context.req.query('saved') === 'yes');
      return deskShown(context, 200, { title: said.title, main, visitor: at.visitor });
    }),
  );
  app.post(
    `${surveyRoute}/dates`,
    onSurveyForm('editor', async (context, at, form) => {
      const { typed, wrong, dates } = readDates(form, now());
      if (dates === undefined || at.survey.erasedAt !== undefined) {
        const main = datesMain(at, { typed, wrong }, false);
        return await deskShown(context, 400, { title: said.title, main, visitor: at.visitor, wrong: true });
      }
      const { projectId } = at.survey;
      await store.changeSurvey(projectId, dates);
      const detail = `closes ${dateOf(dates.closesAt)}, erase ${dateOf(dates.eraseAt)}, bids ${dates.bids ? 'yes' : 'no'}`;
      await store.addAudit(projectId, { at: now(), who: at.visitor.who, what: 'changed dates', detail });
      return context.redirect(`${at.base}/dates?saved=yes`, 303);
    }),
  );

  app.get(
    `${surveyRoute}/close`,
    onSurvey('owner', (context, { base, visitor }) => {
      const main = html`
      <p><a href="${base}">${words.back}</a></p>
      <h1>${said.closeTitle}</h1>
      <p class="lead">${said.closeLead}</p>
      <form method="post">${keyField(visitor)}<button type="submit">${said.closeButton}</button></form>`;
      return deskShown(context, 200, { title: said.closeTitle, main, visitor });
    }),
  );
  app.post(
    `${surveyRoute}/close`,
    onSurveyForm('owner', async (context, { base, survey, visitor }) => {
      await closeSurvey({ store, who: visitor.who, now: now() }, survey);
      return context.redirect(base, 303);
    }),
  );

  const eraseMain = (at: Parameters<Parameters<typeof onSurvey>[1]>[1], missing: boolean) => html`
      <p><a href="${at.base}">${words.back}</a></p>
      ${problems({ wrong: missing ? [{ field: 'erase', text: said.eraseMissing }] : [] })}
      <h1>${said.eraseTitle}</h1>
      <p class="lead">${said.eraseLead(at.survey.eraseAt)}</p>
      <form method="post" novalidate>${keyField(at.visitor)}${tick('erase', said.eraseTick, false)}<button type="submit">${said.eraseButton}</button></form>`;
  app.get(
    `${surveyRoute}/erase`,
    onSurvey('owner', (context, at) =>
      deskShown(context, 200, { title: said.eraseTitle, main: eraseMain(at, false), visitor: at.visitor }),
    ),
  );
  app.post(
    `${surveyRoute}/erase`,
    onSurveyForm('owner', async (context, at, form) => {
      if (textOf(form, 'erase') !== 'yes') {
        const main = eraseMain(at, true);
        return await deskShown(context, 400, {
          title: said.eraseTitle,
          main,
          visitor: at.visitor,
          wrong: true,
        });
      }
      await eraseSurvey({ store, who: at.visitor.who, now: now() }, at.survey);
      return context.redirect(at.base, 303);
    }),
  );

  app.get(
    `${surveyRoute}/audit`,
    onSurvey('owner', async (context, { base, survey, visitor }) => {
      const entries = await store.newestAudit(survey.projectId, auditShown);
      const { columns } = words.audit;
      const main = html`
      <p><a href="${base}">${words.back}</a></p>
      <h1>${words.audit.title}</h1>
      ${
        entries.length === 0
          ? html`<p>${words.audit.none}</p>`
          : wideTable(
              words.audit.title,
              [columns.at, columns.who, columns.what, columns.detail],
              entries.map(({ at, who, what, detail }) => [
                new Date(at).toISOString().slice(0, 16).replace('T', ' '),
                who,
                what,
                detail,
              ]),
            )
      }
      ${entries.length === auditShown ? html`<p>${words.audit.newest(auditShown)}</p>` : ''}`;
      return await deskShown(context, 200, { title: words.audit.title, main, visitor });
    }),
  );
}
