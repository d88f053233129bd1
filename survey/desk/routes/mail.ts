import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { formatCount } from '../../../core/index.ts';
import { type Asking, isOpen, mailsToGo, queue } from '../../owner/asking.ts';
import { type MailState, mailStates } from '../../store.ts';
import { deskEnglish as words } from '../../words/desk-english.ts';
import { mailEnglish } from '../../words/mail-english.ts';
import { type AtSurvey, type DeskGate, surveyRoute, textOf } from '../gate.ts';
import { box, type DeskForm, problems, wideTable } from '../pages/fields.ts';
import { pageLinks, wayNote } from '../pages/parts.ts';
import { deskShown, deskTold, keyField } from '../respond.ts';

const inPage = 50;

/** The letter, sending and reminding, and what became of the mails. */
export function mailRoutes(app: Hono, gate: DeskGate): void {
  const { store, now, mail, onSurvey, onSurveyForm } = gate;
  const said = words.mail;

  app.get(
    `${surveyRoute}/letter`,
    onSurvey('viewer', (context, { survey, visitor, base }) => {
      const name = (context.req.query('name') ?? '').slice(0, 100);
      const letter = mailEnglish.warmUp(survey, name === '' ? undefined : name);
      const form: DeskForm = { typed: { name }, wrong: [] };
      const main = html`
      <p><a href="${base}">${words.back}</a></p>
      <h1>${said.letterTitle}</h1>
      <p class="lead">${said.letterLead}</p>
      <form method="get">${box(form, 'name', said.letterName)}<button type="submit" class="second">${said.letterFill}</button></form>
      <div class="letter">${letter}</div>`;
      return deskShown(context, 200, { title: said.letterTitle, main, visitor });
    }),
  );

  const askPage = async (
    context: Context,
    at: AtSurvey,
    what: Asking['what'],
    form: DeskForm,
  ): Promise<Response> => {
    const { survey, visitor, base } = at;
    if (!isOpen(survey, now())) return await deskTold(context, 409, words.isClosed, visitor);
    const count = (await mailsToGo(store, survey, { what })).length;
    const invitation = what === 'invitation';
    const title = invitation ? said.sendTitle : said.remindTitle;
    const wrong = form.wrong.length > 0;
    const main = html`
      <p><a href="${base}">${words.back}</a></p>
      ${problems(form)}
      <h1>${title}</h1>
      ${wayNote(mail.way)}
      ${
        count === 0
          ? html`<p class="lead">${said.nobody}</p>`
          : html`<p class="lead">${invitation ? said.sendLead(count) : said.remindLead(count)}</p>
      <form method="post" novalidate>${keyField(visitor)}
        ${invitation ? '' : box(form, 'largest', said.largest, { hint: said.largestHint, short: true, numeric: true })}
        <button type="submit">${invitation ? said.sendButton : said.remindButton}</button>
      </form>`
      }
      <p><a href="${base}/preview">${words.survey.preview}</a></p>`;
    return await deskShown(context, wrong ? 400 : 200, { title, main, visitor, wrong });
  };
  const ask = async (context: Context, at: AtSurvey, asking: Asking): Promise<Response> => {
    if (!isOpen(at.survey, now())) return await deskTold(context, 409, words.isClosed, at.visitor);
    const mails = await mailsToGo(store, at.survey, asking);
    const queued = await queue(store, at.survey, mails, at.visitor.who, now());
    mail.nudge();
    return context.redirect(`${at.base}/mails?queued=${queued}`, 303);
  };
  const untouched: DeskForm = { typed: {}, wrong: [] };
  app.get(
    `${surveyRoute}/send`,
    onSurvey('editor', (context, at) => askPage(context, at, 'invitation', untouched)),
  );
  app.post(
    `${surveyRoute}/send`,
    onSurveyForm('editor', (context, at) => ask(context, at, { what: 'invitation' })),
  );
  app.get(
    `${surveyRoute}/remind`,
    onSurvey('editor', (context, at) => askPage(context, at, 'reminder', untouched)),
  );
  app.post(
    `${surveyRoute}/remind`,
    onSurveyForm('editor', async (context, at, form) => {
      const text = textOf(form, 'largest');
      const largest = Number(text);
      if (text === '') return await ask(context, at, { what: 'reminder' });
      if (Number.isInteger(largest) && largest > 0) {
        return await ask(context, at, { what: 'reminder', largest });
      }
      const wrong = [{ field: 'largest', text: said.largestWrong }];
      return await askPage(context, at, 'reminder', { typed: { largest: text }, wrong });
    }),
  );

  app.get(
    `${surveyRoute}/mails`,
    onSurvey('editor', async (context, { survey, visitor, base }) => {
      const { projectId } = survey;
      const asked = context.req.query('show');
      const state = mailStates.find((one): one is MailState => one === asked);
      const page = pageOf(context);
      const [counts, mails] = await Promise.all([
        store.mailCounts(projectId),
        store.mailPage(projectId, {
          ...(state === undefined ? {} : { state }),
          from: page * inPage,
          most: inPage,
        }),
      ]);
      const all = state === undefined ? Object.values(counts).reduce((a, b) => a + b, 0) : counts[state];
      const queued = Number(context.req.query('queued') ?? Number.NaN);
      const { columns } = said;
      const main = html`
      <p><a href="${base}">${words.back}</a></p>
      <h1>${said.listTitle}</h1>
      ${Number.isInteger(queued) ? html`<div class="inset" role="status"><p>${said.queued(queued)}</p></div>` : ''}
      ${wayNote(mail.way)}
      <ul class="filters">${mailStates
        .filter((one) => counts[one] > 0)
        .map(
          (one) =>
            html`<li><a href="?show=${one}"${one === state ? html` aria-current="page"` : ''}>${words.mailStates[one]}: ${formatCount(counts[one])}</a></li>`,
        )}</ul>
      ${
        mails.length === 0
          ? html`<p>${said.none}</p>`
          : wideTable(
              said.listTitle,
              [columns.to, columns.occasion, columns.state, columns.attempts, columns.problem],
              mails.map((one) => [
                one.email,
                one.occasion,
                html`${words.mailStates[one.state]}${
                  one.state === 'failed'
                    ? html` <form method="post" action="${base}/mails/again" class="inline">${keyField(visitor)}<input
                        type="hidden" name="mail" value="${one.mailId}"><button type="submit" class="plain">${said.again}<span class="hidden"> ${one.email}</span></button></form>`
                    : ''
                }`,
                String(one.attempts),
                one.problem ?? '',
              ]),
              [3],
            )
      }
      ${pageLinks(page, inPage, all, state === undefined ? '' : `show=${state}&`)}`;
      return await deskShown(context, 200, { title: said.listTitle, main, visitor });
    }),
  );
  app.post(
    `${surveyRoute}/mails/again`,
    onSurveyForm('editor', async (context, { survey, visitor, base }, form) => {
      const { projectId } = survey;
      const mailId = textOf(form, 'mail');
      const failed = await store.mailPage(projectId, { state: 'failed', from: 0, most: 10_000 });
      const found = failed.find((one) => one.mailId === mailId);
      if (found !== undefined) {
        await store.clearBounce(projectId, found.email);
        await store.mailFailed(found, found.problem ?? '', now());
        const entry = { at: now(), who: visitor.who, what: 'tried a mail again', detail: mailId };
        await store.addAudit(projectId, entry);
        mail.nudge();
      }
      return context.redirect(`${base}/mails`, 303);
    }),
  );
}

/** The page of a list that is asked for, from 0. */
export function pageOf(context: Context): number {
  const page = Number(context.req.query('page') ?? 0);
  return Number.isInteger(page) && page >= 0 && page < 1e6 ? page : 0;
}
