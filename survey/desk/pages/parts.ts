import { html } from 'hono/html';
import type { Markup } from '../../pages/layout.ts';
import { deskEnglish as words } from '../../words/desk-english.ts';
import type { DeskMail } from '../options.ts';

/** Says so where mails do not really go. */
export function wayNote(way: DeskMail['way']): Markup {
  if (way.kind === 'smtp') return html``;
  const text = way.kind === 'folder' ? words.mail.folder(way.folder) : words.mail.off(way.why);
  return html`<div class="inset query"><p>${text}</p></div>`;
}

/** Where one is in a long list, with the way on and back. */
export function pageLinks(page: number, inPage: number, all: number, query: string): Markup {
  if (all === 0) return html``;
  const last = Math.min(all, (page + 1) * inPage);
  const { page: where, next, previous } = words.suppliers;
  return html`
      <p>${where(Math.min(all, page * inPage + 1), last, all)}.
        ${page > 0 ? html`<a href="?${query}page=${page - 1}" rel="prev">${previous}</a>` : ''}
        ${last < all ? html`<a href="?${query}page=${page + 1}" rel="next">${next}</a>` : ''}</p>`;
}
