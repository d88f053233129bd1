import { html } from 'hono/html';
import { type Json, listOf, objectOf, stringOf } from '../json.ts';
import type { Entry } from '../transcript.ts';
import type { AppManifest } from './app-manifest.ts';
import type { Shown, Thread } from './conversation.ts';
import { drawBlocks } from './draw-blocks.ts';
import { drawMrkdwn, drawPlain, type Markup } from './draw-text.ts';

/** People who can be tried out, and the conversations they have. */
export const people = [
  { id: 'U1', name: 'You' },
  { id: 'U2', name: 'A colleague' },
] as const;
export const channels = [
  { id: 'C1', name: 'general', withApp: true },
  { id: 'C2', name: 'procurement', withApp: true },
  { id: 'C3', name: 'without-the-app', withApp: false },
] as const;

/** The whole page; what changes is put into it by the script. */
export function drawPage(manifest: AppManifest): Markup {
  return html`<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Fake Slack: ${manifest.name}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/style.css"><link rel="icon" href="data:,"></head>
<body>
<nav aria-label="Conversations">
  <p class="workspace">Fake Slack</p>
  <label class="who">Act as <select id="user">${people.map(({ id, name }) => html`<option value="${id}">${name} (${id})</option>`)}</select></label>
  <p class="group">Channels</p>
  ${channels.map(({ id, name }) => html`<button type="button" class="place" data-place="${id}">#${name}</button>`)}
  <p class="group">Apps</p>
  <button type="button" class="place" data-place="app">${manifest.name}: messages</button>
  <button type="button" class="place" data-place="home">${manifest.name}: Home</button>
  <p class="group">Make Slack fail</p>
  ${moods.map(({ id, name }) => html`<button type="button" class="place mood" data-mood="${id}">${name}</button>`)}
  <p class="note" id="note" role="status"></p>
</nav>
<main>
  <h1 id="title"></h1>
  <div id="conversation" aria-live="polite"></div>
  <div id="home" hidden></div>
  <form id="composer">
    <div id="prompts"></div>
    <p id="replying" hidden></p>
    <textarea id="text" rows="2" aria-label="Message" placeholder="Message, @mention, or a /command"></textarea>
    <div class="row">
      <label class="attach">Attach <input type="file" id="files" multiple></label>
      <span id="attached"></span>
      <span class="chips">${[`@${manifest.name}`, ...manifest.commands].map((text) => html`<button type="button" class="chip" data-insert="${text} ">${text}</button>`)}
      ${manifest.globalShortcuts.map(({ id, name }) => html`<button type="button" class="chip shortcut" data-shortcut="${id}">${name}</button>`)}</span>
      <button class="button primary" id="send">Send</button>
    </div>
  </form>
</main>
<div id="modal"></div>
<script type="module" src="/client.ts"></script>
</body></html>`;
}

/** What can be made to go wrong by hand. */
const moods = [
  { id: 'refuse-blocks', name: 'Refuse the next blocks' },
  { id: 'too-many', name: 'Answer “too many” once' },
  { id: 'again', name: 'Deliver the last event again' },
] as const;

/** The place of an entry in the transcript: how the script names a message. */
export type NumberOf = (entry: Entry) => number;

/** A conversation, thread by thread. */
export function drawThreads(
  threads: readonly Thread[],
  numberOf: NumberOf,
  manifest: AppManifest,
  status: string | undefined,
): Markup {
  if (threads.length === 0 && status === undefined)
    return html`<p class="empty">Nothing has been said here. Type below; your words go to the bot as Slack would send them.</p>`;
  return html`${threads.map(
    ({ root, ts, replies }) => html`<section class="thread">
    ${root === undefined ? html`<p class="empty">In a thread</p>` : drawMessage(root, numberOf, manifest)}
    ${replies.length === 0 ? '' : html`<div class="replies">${replies.map((reply) => drawMessage(reply, numberOf, manifest))}</div>`}
    ${ts === undefined ? '' : html`<button type="button" class="link" data-reply="${ts}">Reply in thread</button>`}
  </section>`,
  )}${status === undefined ? '' : html`<p class="status">${manifest.name} ${status}</p>`}`;
}

function drawMessage({ said, latest, entry }: Shown, numberOf: NumberOf, manifest: AppManifest): Markup {
  const { who, user, ts, method } = entry;
  const name = people.find(({ id }) => id === who)?.name ?? who;
  const toolbar =
    method === 'events_api' || method === 'written'
      ? manifest.messageShortcuts.map(
          ({ id, name: label }) =>
            html`<button type="button" class="link" data-message-shortcut="${id}" data-ts="${ts}">${label}</button>`,
        )
      : '';
  return html`<article class="message${user === undefined ? '' : ' private'}">
    <span class="avatar ${who === manifest.name ? 'app' : ''}" aria-hidden="true">${name.slice(0, 1)}</span>
    <div class="body"><p class="author"><b>${name}</b>${who === manifest.name ? html` <span class="tag">APP</span>` : ''}
      ${user === undefined ? '' : html`<span class="only">Only visible to you</span>`}${said !== latest ? html`<span class="only">(edited)</span>` : ''}</p>
      ${drawContent(entry, numberOf(latest), manifest)}
      ${toolbar === '' || toolbar.length === 0 ? '' : html`<p class="toolbar">${toolbar}</p>`}
    </div></article>`;
}

function drawContent(entry: Entry, number: number, { name }: AppManifest): Markup {
  const { text, blocks, files = [], payload } = entry;
  const attributes = html` data-on="message" data-entry="${number}"`;
  const plain = payload.mrkdwn === false;
  return html`${
    blocks !== undefined && blocks.length > 0
      ? drawBlocks(blocks, { attributes })
      : html`<p>${plain ? drawPlain(unescaped(text)) : drawMrkdwn(text.replaceAll('<@UBOT>', `<@UBOT|@${name}>`))}</p>`
  }${files.map(({ id, name: file, size, filetype }) =>
    filetype === 'png'
      ? html`<figure class="file"><figcaption>${file}</figcaption><img src="/file/${id}" alt="${file}"></figure>`
      : html`<p class="file"><a href="/file/${id}" download="${file}">${file}</a> <small>${Math.ceil(size / 1024)} KB</small></p>`,
  )}`;
}

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** The App Home of a person. */
export function drawHome(view: Json | undefined): Markup {
  if (view === undefined) return html`<p class="empty">The app has not published a Home yet.</p>`;
  return html`<div class="home-view">${drawBlocks(view.blocks, { attributes: html` data-on="home"` })}</div>`;
}

/** The modal on top. */
export function drawModal(view: Json | undefined, errors: Readonly<Record<string, string>>): Markup {
  if (view === undefined) return html``;
  const words = (text: unknown, otherwise: string): string => stringOf(objectOf(text).text) ?? otherwise;
  return html`<div class="shade"><div role="dialog" aria-modal="true" aria-labelledby="modal-title" class="modal" data-view="${stringOf(view.id)}">
    <header><h2 id="modal-title">${words(view.title, '')}</h2><button type="button" class="link" data-close="all" aria-label="Close all">×</button></header>
    <div class="modal-body">${drawBlocks(view.blocks, { attributes: html` data-on="modal"`, errors })}</div>
    <footer><button type="button" class="button plain" data-close="one">${words(view.close, view.previous_view_id ? 'Back' : 'Cancel')}</button>
    ${view.submit === null || view.submit === undefined ? '' : html`<button type="button" class="button primary" data-submit="yes">${words(view.submit, 'Submit')}</button>`}</footer>
  </div></div>`;
}

/** The prompts above the line to type in. */
export function drawPrompts(prompts: unknown): Markup {
  return html`${listOf(prompts).map(
    ({ title, message }) =>
      html`<button type="button" class="chip" data-say="${stringOf(message)}">${stringOf(title)}</button>`,
  )}`;
}
