import type { Context, Hono } from 'hono';
import { britishDate, checkAnswer } from '../../core/index.ts';
import { type FormPage, formPages, pageFields } from '../form/fields.ts';
import { readAnswer } from '../form/read-answer.ts';
import type { Gate } from '../gate.ts';
import { checkPage, isShort } from '../pages/check.ts';
import type { Wrong } from '../pages/parts.ts';
import { mendWords, problemWords } from '../pages/problem-words.ts';
import { mayUse, resultFile, sentPage } from '../pages/sent.ts';
import { shown, told } from '../respond.ts';
import { shareWithMeans } from '../share.ts';
import { link, type Visit } from '../visit.ts';
import { english as words } from '../words/english.ts';

/** Checking the answers, sending them, and the thanks with the supplier's own figure. */
export function sendingRoutes(app: Hono, { store, now, byLink, byForm, whileOpen }: Gate): void {
  const everyone =
    ({ survey }: Visit) =>
    () =>
      store.newestAnswers(survey.projectId);

  const viewOf = async (visit: Visit) => {
    const { survey, supplier } = visit;
    const { answer, problems } = readAnswer((await store.draft(survey.projectId, supplier.supplierId)) ?? {});
    const { share, means } = await shareWithMeans(answer, supplier, everyone(visit));
    const checks = checkAnswer(answer, { local: supplier.supplier.local, means });
    const mend = [
      ...problems.map((problem) => problemWords(problem, words, survey.area)),
      ...checks.flatMap((one) => (one.kind === 'mend' ? [mendWords(one, words)] : [])),
    ].map((wrong) => ({ ...wrong, page: pageOf(wrong, isShort(answer)) }));
    const queries = checks.flatMap((one) => (one.kind === 'query' ? [one.id] : []));
    return { answer, share, mend, queries };
  };

  const check = async (context: Context, visit: Visit): Promise<Response> => {
    const view = await viewOf(visit);
    const { survey, base, token } = visit;
    const wrong = view.mend.length > 0;
    const main = checkPage({ words, area: survey.area, base, token, ...view });
    return await shown(context, wrong ? 400 : 200, words.check.title, main, visit, wrong);
  };

  app.get(`${link}/check`, byLink(whileOpen(check)));
  app.post(
    `${link}/check`,
    byForm(async (context, visit) => {
      const { answer, mend } = await viewOf(visit);
      if (mend.length > 0) return await check(context, visit);
      const { survey, supplier } = visit;
      const { projectId } = survey;
      const what = supplier.answeredAt === undefined ? 'answered' : 'answered again';
      const entry = { at: now(), who: 'supplier', what, detail: supplier.supplierId };
      const kept =
        visit.open && (await store.saveAnswer(projectId, supplier.supplierId, answer, now(), entry));
      if (!kept) return await told(context, 200, words.closed, visit);
      return context.redirect(`${visit.base}/sent`, 303);
    }),
  );
  app.get(
    `${link}/result.html`,
    byLink(async (context, visit) => {
      const { survey, supplier, base } = visit;
      const { answer, answeredAt } = supplier;
      if (answer === undefined || answeredAt === undefined) return context.redirect(base, 303);
      const { share } = await shareWithMeans(answer, supplier, everyone(visit));
      if (share === null || !mayUse(survey)) return context.redirect(`${base}/sent`, 303);
      const answered = britishDate(new Date(answeredAt));
      context.header('Content-Disposition', 'attachment; filename="local-re-spend.html"');
      return context.html(resultFile(words, { survey, supplier, share, answered }));
    }),
  );
  app.get(
    `${link}/sent`,
    byLink(async (context, visit) => {
      const { survey, supplier, base, open } = visit;
      if (supplier.answer === undefined) return context.redirect(base, 303);
      const { share } = await shareWithMeans(supplier.answer, supplier, everyone(visit));
      const main = sentPage(words, { survey, supplier, share, base, open });
      return await shown(context, 200, words.sent.title, main, visit);
    }),
  );
}

/** The page to mend a field on: questions of both ways are mended on the way that the supplier took. */
function pageOf({ field }: Wrong, short: boolean): FormPage {
  const found = formPages.filter((name) => (pageFields[name] as readonly string[]).includes(field));
  return (short ? found[0] : found.at(-1)) ?? 'one';
}
