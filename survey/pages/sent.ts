import { html } from 'hono/html';
import {
  type AnsweredShare,
  type Assumption,
  everyNode,
  formatShare,
  workingsLines,
} from '../../core/index.ts';
import type { Survey, SurveySupplier } from '../store.ts';
import type { Words } from '../words/english.ts';
import type { Markup } from './layout.ts';

/** Thanks, and the supplier's own figure with how it was worked out. */
export function sentPage(
  words: Words,
  {
    survey,
    supplier,
    share,
    base,
    open,
  }: {
    readonly survey: Survey;
    readonly supplier: SurveySupplier;
    readonly share: AnsweredShare | null;
    readonly base: string;
    readonly open: boolean;
  },
): Markup {
  const { sent } = words;
  return html`
      <h1>${sent.title}</h1>
      <p class="lead">${sent.lead}</p>
      ${share === null ? html`<p>${sent.noFigure}</p>` : figure(words, survey, supplier, share)}
      ${
        open
          ? html`<p><a href="${base}">${sent.more}</a></p>
      ${share?.from === 'estimate' ? html`<p><a href="${base}/money">${sent.details}</a></p>` : ''}`
          : ''
      }`;
}

function figure(
  words: Words,
  survey: Survey,
  { supplier }: SurveySupplier,
  { share }: AnsweredShare,
): Markup {
  const { sent } = words;
  const text = formatShare(share.value);
  const assumptions = assumptionsOf(share);
  return html`
      <div class="panel"><p class="figure">${sent.figure(text, survey.area)}</p>
        <p>${sent.meaning(text, survey.area, supplier.spend, supplier.spend * share.value)}</p></div>
      <h2>${sent.workings}</h2>
      <table>
        <thead><tr><th scope="col">${sent.columns.step}</th><th scope="col">${sent.columns.figure}</th></tr></thead>
        <tbody>${workingsLines(share).map(
          ({ depth, label, value, formula }) => html`
          <tr><th scope="row" class="depth-${Math.min(depth, 3)}">${label} <span class="formula">${formula}</span></th><td>${value}</td></tr>`,
        )}</tbody>
      </table>
      ${
        assumptions.length === 0
          ? ''
          : html`<h2>${sent.assumptions}</h2>
      <ul>${assumptions.map((assumption) => html`<li>${assumption.text} ${assumption.effect}</li>`)}</ul>`
      }
      <p>${sent.use}</p>
      <p class="hint">${sent.note}</p>`;
}

function assumptionsOf(share: AnsweredShare['share']): Assumption[] {
  const found = new Map<string, Assumption>();
  for (const node of everyNode(share)) for (const one of node.assumptions) found.set(one.id, one);
  return [...found.values()];
}
