import { html } from 'hono/html';
import { britishDate } from '../../core/index.ts';
import type { Survey } from '../store.ts';
import { formKey } from '../tokens.ts';
import type { Words } from '../words/english.ts';
import type { Markup } from './layout.ts';

/** A heading and a sentence. */
export function notice(
  { title, text }: { readonly title: string; readonly text: string },
  more?: Markup,
): Markup {
  return html`
      <h1>${title}</h1>
      <p class="lead">${text}</p>
      ${more ?? ''}`;
}

/** The same with a button that does what the sentence says. */
export function confirmation(
  said: { readonly title: string; readonly text: string; readonly button: string },
  token: string,
  back: { readonly path: string; readonly label: string },
): Markup {
  return notice(
    said,
    html`
      <form method="post">
        <input type="hidden" name="key" value="${formKey(token)}">
        <button type="submit">${said.button}</button>
      </form>
      <p><a href="${back.path}">${back.label}</a></p>`,
  );
}

/** What is kept and for how long: of one survey, or in general. */
export function privacyPage(words: Words, survey?: Survey, back?: string): Markup {
  const { privacy } = words;
  return html`
      <h1>${privacy.title}</h1>
      ${privacy.sections.map(([title, text]) => html`<h2>${title}</h2><p>${text}</p>`)}
      ${
        survey === undefined
          ? ''
          : html`<h2>${privacy.untilTitle}</h2><p>${privacy.until(britishDate(new Date(survey.eraseAt)))}</p>`
      }
      <h2>${privacy.rights}</h2>
      <p>${survey === undefined ? privacy.rightsGeneral : privacy.rightsText(survey.contact)}</p>
      ${back === undefined ? '' : html`<p><a href="${back}">${words.back}</a></p>`}`;
}
