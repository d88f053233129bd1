import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** HTML that is safe to send: made by the `html` template, which escapes what is put into it. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

/** A whole page: heading, navigation, main part and footer, the same on every page. */
export function layout(page: {
  readonly title: string;
  readonly here?: string;
  readonly main: Markup;
}): Markup {
  const title = page.title === 'Local Pound' ? page.title : `${page.title} - Local Pound`;
  return html`<!DOCTYPE html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8">
    <title>${title}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="description" content="How much of each pound stays local: LM3 with its workings.">
    <link rel="icon" href="/icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/style.css">
  </head>
  <body>
    <a class="skip-link" href="#main">Skip to main content</a>
    <header class="site-header">
      <div class="width">
        <a class="site-name" href="/">Local Pound</a>
        <nav aria-label="Main">
          <ul>
            ${navigation.map(
              ({ path, name }) =>
                html`<li><a href="${path}"${page.here === path ? html` aria-current="page"` : ''}>${name}</a></li>`,
            )}
          </ul>
        </nav>
      </div>
    </header>
    <main id="main" class="width" tabindex="-1">
      ${page.main}
    </main>
    <footer class="site-footer">
      <div class="width">
        <p>Local Pound works out how much of each pound stays local. It sets no cookies.</p>
      </div>
    </footer>
  </body>
</html>
`;
}

const navigation = [
  { path: '/', name: 'Home' },
  { path: '/pane/', name: 'Workbook pane' },
  { path: '/ask', name: 'Ask a question' },
] as const;
