import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Words } from '../words/english.ts';

/** HTML that is safe to send: made by the `html` template, which escapes what is put into it. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

/** A whole page in the look of the other pages; without their navigation, which is not for suppliers. */
export function surveyLayout(
  words: Words,
  page: {
    readonly title: string;
    readonly main: Markup;
    /** Whether something on it has to be mended: the title then says so first. */
    readonly wrong?: boolean;
    readonly privacyPath?: string;
    readonly footer?: string;
    /** Where the name at the top leads, if anywhere. */
    readonly home?: string;
    readonly nav?: Markup;
    /** Loads itself again after a minute. */
    readonly refresh?: boolean;
  },
): Markup {
  const { title, main, wrong, privacyPath = '/survey/privacy', footer, home, nav, refresh } = page;
  return html`<!DOCTYPE html>
<html lang="${words.language}">
  <head>
    <meta charset="utf-8">
    <title>${wrong ? `${words.error}: ` : ''}${title} - ${words.product}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex, nofollow">${refresh ? html`<meta http-equiv="refresh" content="60">` : ''}
    <link rel="icon" href="/icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/style.css">
    <link rel="stylesheet" href="/survey/style.css">
  </head>
  <body>
    <a class="skip-link" href="#main">${words.skip}</a>
    <header class="site-header"><div class="width">${
      home === undefined
        ? html`<span class="site-name">${words.product}</span>`
        : html`<a class="site-name" href="${home}">${words.product}</a>`
    }${nav ?? ''}</div></header>
    <main id="main" class="width" tabindex="-1">
      ${main}
    </main>
    <footer class="site-footer">
      <div class="width">
        <p>${footer === undefined ? '' : html`${footer} `}${
          home === undefined ? html`<a href="${privacyPath}">${words.privacyLink}</a>` : ''
        }</p>
      </div>
    </footer>
  </body>
</html>
`;
}
