import type { Context } from 'hono';
import { html } from 'hono/html';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type Markup, surveyLayout } from '../pages/layout.ts';
import { notice } from '../pages/notices.ts';
import { formKey } from '../tokens.ts';
import { deskEnglish as words } from '../words/desk-english.ts';
import { english } from '../words/english.ts';
import { deskPath } from './options.ts';
import type { Visitor } from './visitor.ts';

/** A page of the owner's side. */
export function deskShown(
  context: Context,
  status: ContentfulStatusCode,
  page: {
    readonly title: string;
    readonly main: Markup;
    readonly visitor?: Visitor | undefined;
    readonly wrong?: boolean;
    /** Loads itself again after a minute: only where the visitor asked for it. */
    readonly refresh?: boolean;
  },
): Response | Promise<Response> {
  const { title, main, visitor, wrong = false, refresh = false } = page;
  return context.html(
    surveyLayout(english, {
      title,
      main,
      wrong,
      refresh,
      home: deskPath,
      ...(visitor === undefined ? {} : { nav: navigation(visitor) }),
      footer: words.footer,
    }),
    status,
  );
}

/** A heading and a sentence. */
export function deskTold(
  context: Context,
  status: ContentfulStatusCode,
  said: { readonly title: string; readonly text: string },
  visitor?: Visitor,
): Response | Promise<Response> {
  const main = notice(said, html`<p><a href="${deskPath}">${words.toSurveys}</a></p>`);
  return deskShown(context, status, { title: said.title, main, visitor });
}

function navigation(visitor: Visitor): Markup {
  return html`
        <nav aria-label="${words.nav.label}"><ul>
          <li><a href="${deskPath}">${words.nav.surveys}</a></li>
          <li><form method="post" action="${deskPath}/sign-out" class="inline">${keyField(visitor)}
            <button type="submit" class="plain">${words.nav.signOut}</button></form></li>
        </ul></nav>`;
}

/** The hidden field without which no form is taken. */
export function keyField({ token }: Visitor): Markup {
  return html`<input type="hidden" name="key" value="${formKey(token)}">`;
}
