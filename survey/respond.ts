import type { Context } from 'hono';
import { html } from 'hono/html';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type Markup, surveyLayout } from './pages/layout.ts';
import { notice } from './pages/notices.ts';
import type { Visit } from './visit.ts';
import { english as words } from './words/english.ts';

/** A page with what belongs around it; `visit` adds the contact and the privacy page of its survey. */
export function shown(
  context: Context,
  status: ContentfulStatusCode,
  title: string,
  main: Markup,
  visit?: Visit,
  wrong = false,
): Response | Promise<Response> {
  const ofSurvey = visit && {
    privacyPath: `${visit.base}/privacy`,
    footer: words.footer(visit.survey),
  };
  return context.html(surveyLayout(words, { title, main, wrong, ...ofSurvey }), status);
}

/** A heading and a sentence, with a way on where there is one. */
export function told(
  context: Context,
  status: ContentfulStatusCode,
  said: { readonly title: string; readonly text: string },
  visit?: Visit,
  onward?: string,
): Response | Promise<Response> {
  const more = visit && onward ? html`<p><a href="${visit.base}">${onward}</a></p>` : undefined;
  return shown(context, status, said.title, notice(said, more), visit);
}
