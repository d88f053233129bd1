import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { britishDate, checkAnswer } from '../../core/index.ts';
import { type FormPage, fieldsSent, formPages } from '../form/fields.ts';
import { readAnswer } from '../form/read-answer.ts';
import type { Gate } from '../gate.ts';
import { errorSummary, type FormState, surveyForm, type Wrong } from '../pages/parts.ts';
import { mendWords, problemWords } from '../pages/problem-words.ts';
import { questionPages } from '../pages/questions.ts';
import { startPage } from '../pages/start.ts';
import { shown, told } from '../respond.ts';
import type { Draft } from '../store.ts';
import { link, type Visit } from '../visit.ts';
import { english as words } from '../words/english.ts';

const after: Readonly<Record<FormPage, string>> = {
  one: 'check',
  money: 'places',
  places: 'about',
  about: 'check',
};

/** The start and the pages of questions. Each step is saved as it is sent, right or wrong. */
export function questionRoutes(app: Hono, { store, now, byLink, byForm, whileOpen }: Gate): void {
  app.get(
    link,
    byLink(
      whileOpen((context, visit) => {
        const main = startPage(words, visit.survey, visit.supplier, visit.base);
        return shown(context, 200, words.start.title, main, visit);
      }),
    ),
  );
  for (const name of formPages) {
    app.get(
      `${link}/${name}`,
      byLink(
        whileOpen(async (context, visit) => {
          const draft = (await store.draft(visit.survey.projectId, visit.supplier.supplierId)) ?? {};
          return await form(context, name, visit, draft, []);
        }),
      ),
    );
    app.post(
      `${link}/${name}`,
      byForm(async (context, visit, body) => {
        if (!visit.open) return await told(context, 200, words.closed, visit);
        const { projectId } = visit.survey;
        const { supplierId } = visit.supplier;
        const sent = fieldsSent(name, body);
        const draft = { ...(await store.draft(projectId, supplierId)), ...sent };
        await store.saveDraft(projectId, supplierId, draft, now());
        if (body.get('go') === 'later') return context.redirect(`${visit.base}/saved`, 303);
        const wrong = wrongOn(name, sent, visit.survey.area);
        if (wrong.length > 0) return await form(context, name, visit, draft, wrong);
        return context.redirect(`${visit.base}/${after[name]}`, 303);
      }),
    );
  }
  app.get(
    `${link}/saved`,
    byLink((context, visit) => {
      const closes = britishDate(new Date(visit.survey.closesAt));
      const said = { title: words.saved.title, text: words.saved.text(closes) };
      return told(context, 200, said, visit, words.saved.goOn);
    }),
  );
}

function form(
  context: Context,
  name: FormPage,
  { survey, base, token, ...visit }: Visit,
  draft: Draft,
  wrong: readonly Wrong[],
): Response | Promise<Response> {
  const state: FormState = { words, draft, wrong, token };
  const { title, fields } = questionPages[name](state, survey.area);
  const main = html`
      <p><a href="${base}">${words.back}</a></p>
      ${errorSummary(state)}
      <h1>${title}</h1>
      ${surveyForm(state, fields)}`;
  const isWrong = wrong.length > 0;
  return shown(context, isWrong ? 400 : 200, title, main, { survey, base, token, ...visit }, isWrong);
}

/** What is wrong on one page alone; what is wrong between pages is told before the answers are sent. */
function wrongOn(name: FormPage, sent: Draft, area: string): Wrong[] {
  const { answer, problems } = readAnswer(sent);
  const checks = problems.length > 0 ? [] : checkAnswer(answer, { local: true });
  return [
    ...problems.map((problem) => problemWords(problem, words, area)),
    ...checks.flatMap((one) =>
      one.kind === 'mend' && (one.id !== 'nothingToSend' || name === 'one') ? [mendWords(one, words)] : [],
    ),
  ];
}
