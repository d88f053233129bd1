import type { Hono } from 'hono';
import { html } from 'hono/html';
import { formPages } from '../../form/fields.ts';
import { mailsToGo } from '../../owner/asking.ts';
import { previewMail } from '../../owner/preview.ts';
import { type FormState, surveyForm } from '../../pages/parts.ts';
import { questionPages } from '../../pages/questions.ts';
import { startPage } from '../../pages/start.ts';
import { deskEnglish as words } from '../../words/desk-english.ts';
import { english } from '../../words/english.ts';
import { type DeskGate, surveyRoute } from '../gate.ts';
import { linkBase } from '../options.ts';
import { facts } from '../pages/fields.ts';
import { deskShown } from '../respond.ts';

/** The first mail as it would go, and the pages that its link opens. Nothing typed there is kept. */
export function previewRoutes(app: Hono, gate: DeskGate): void {
  const { store, onSurvey, signedIn } = gate;
  const said = words.mail;
  app.get(
    `${surveyRoute}/preview`,
    onSurvey('viewer', async (context, { survey, visitor, base, role }) => {
      const [first] = await mailsToGo(store, survey, { what: 'invitation' });
      const [next] = first === undefined ? await mailsToGo(store, survey, { what: 'reminder' }) : [first];
      const mail = next && (await previewMail(store, survey, next, linkBase(gate, context)));
      const main = html`
      <p><a href="${base}">${words.back}</a></p>
      <h1>${said.previewTitle}</h1>
      <h2>${said.previewPages}</h2>
      <ul>${(['start', ...formPages] as const).map(
        (name) => html`<li><a href="${base}/preview/${name}">${said.pages[name]}</a></li>`,
      )}</ul>
      <h2>${words.survey.mails}</h2>
      ${
        mail === undefined
          ? html`<p>${said.nobody}</p>`
          : html`<p>${said.previewLead}</p>
      ${facts([
        // Addresses are for those who write to them.
        ...(role === 'viewer' ? [] : [[said.to, mail.to] as const]),
        [said.subject, mail.subject],
      ])}
      <div class="letter">${role === 'viewer' ? mail.text.replace(/^Dear .*,/, 'Dear [name],') : mail.text}</div>`
      }`;
      return await deskShown(context, 200, { title: said.previewTitle, main, visitor });
    }),
  );
  app.get(
    `${surveyRoute}/preview/start`,
    onSurvey('viewer', async (context, { survey, visitor, base }) => {
      const { suppliers } = await store.facts(survey.projectId);
      const [largest] = suppliers.toSorted((a, b) => b.spend - a.spend);
      const supplier = {
        projectId: survey.projectId,
        supplierId: '',
        supplier: largest ?? { name: '', spend: 0, local: true, respendShare: null },
      };
      const path = `${base}/preview`;
      const main = html`${note(base)}${startPage(english, survey, supplier, path)}`;
      return await deskShown(context, 200, { title: said.previewTitle, main, visitor });
    }),
  );
  for (const [place, name] of formPages.entries()) {
    app.get(
      `${surveyRoute}/preview/${name}`,
      onSurvey('viewer', (context, { survey, visitor, base }) => {
        const state: FormState = { words: english, draft: {}, wrong: [], token: '' };
        const { title, fields } = questionPages[name](state, survey.area);
        const main = html`${note(base)}
      <h1>${title}</h1>
      ${surveyForm(state, fields)}`;
        return deskShown(context, 200, { title, main, visitor });
      }),
    );
    // What the form of a preview sends is not even read.
    app.post(
      `${surveyRoute}/preview/${name}`,
      signedIn((context) => {
        const next = name === 'one' ? undefined : formPages[place + 1];
        const path = context.req.path.replace(/\/[^/]+$/, '');
        return context.redirect(next === undefined ? path : `${path}/${next}`, 303);
      }),
    );
  }
  for (const name of ['decline', 'sent', 'check']) {
    app.get(`${surveyRoute}/preview/${name}`, (context) =>
      context.redirect(context.req.path.replace(/\/[^/]+$/, ''), 303),
    );
  }
}

function note(base: string) {
  return html`<div class="inset query"><p>${words.mail.previewNote} <a href="${base}/preview">${words.back}</a></p></div>`;
}
