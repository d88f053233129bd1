import { html } from 'hono/html';
import type { Face } from '../faces.ts';
import { layout, type Markup } from './layout.ts';

/** What Local Pound is, and the faces with their state. */
export function homePage(faces: readonly Face[]): Markup {
  return layout({
    title: 'Local Pound',
    here: '/',
    main: html`
      <h1>How much of each pound stays local?</h1>
      <p class="lead">Local Pound follows the money that your council or organisation spends, and shows how much of it
        is spent again in your area.</p>
      <p>It works out the <strong>local multiplier, LM3</strong>: a figure from 1 to 3 that covers three rounds of
        spending. At 1, none of it is spent again locally. At 3,
        all of it is, in both of the rounds that follow. Each result comes with its
        workings, and says how sure it is.</p>
      <h2>Ways to use it</h2>
      <ul class="faces">${faces.map(faceItem)}</ul>
      <h2>What happens to your data</h2>
      <p>The workbook pane does its sums in your browser: your workbook is not sent to this server,
        unless you make a survey of it.
        Questions are answered and then forgotten. What suppliers answer in a survey is kept on this server, and
        people's names and addresses are erased on a day that each survey names.</p>`,
  });
}

function faceItem({ name, purpose, path, state }: Face): Markup {
  const heading = path && state.on ? html`<a href="${path}">${name}</a>` : name;
  return html`
        <li>
          <h3>${heading} <span class="state ${state.on ? 'state-on' : 'state-off'}">${state.on ? 'On' : 'Off'}</span></h3>
          <p>${purpose}</p>
          ${state.on ? (state.how ? html`<p>${state.how}.</p>` : '') : html`<p>Off because ${state.why}. ${state.mend}</p>`}
        </li>`;
}
