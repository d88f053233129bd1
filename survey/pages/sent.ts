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
      ${
        share === null
          ? html`<p>${sent.noFigure}</p>`
          : html`${figure(words, survey, supplier, share)}${mayUse(survey) ? use(words, base) : ''}`
      }
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
`;
}

/** Whether the buyer lets suppliers use their own result in bids. */
export function mayUse({ bids }: Survey): boolean {
  return bids !== false;
}

function use({ sent }: Words, base: string): Markup {
  return html`
      <p>${sent.use}</p>
      <p class="hint">${sent.note}</p>
      <p><a href="${base}/result.html" download>${sent.download}</a></p>`;
}

/** The supplier's result as a file of its own, to print or to put beside a bid: no style from elsewhere. */
export function resultFile(
  words: Words,
  view: {
    readonly survey: Survey;
    readonly supplier: SurveySupplier;
    readonly share: AnsweredShare;
    /** `YYYY-MM-DD`. */
    readonly answered: string;
  },
): Markup {
  const { survey, supplier, share, answered } = view;
  const { result } = words;
  const name = supplier.supplier.name;
  return html`<!DOCTYPE html>
<html lang="${words.language}">
  <head>
    <meta charset="utf-8">
    <title>${result.title(name)}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <style>
      body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1.1rem/1.5 sans-serif; color: #16201f; }
      table { width: 100%; border-collapse: collapse; }
      th, td { padding: 0.3rem 0; border-bottom: 1px solid #b9c4c2; text-align: left; vertical-align: top; }
      td { text-align: right; white-space: nowrap; }
      .formula { display: block; color: #4a5554; font-weight: normal; }
      .figure { font-size: 1.5rem; font-weight: bold; }
      tbody th { font-weight: normal; }
      .depth-1 { padding-left: 1rem; } .depth-2 { padding-left: 2rem; } .depth-3 { padding-left: 3rem; }
    </style>
  </head>
  <body>
    <h1>${result.title(name)}</h1>
    <p>${result.about(name, survey.name, survey.area, survey.period, answered)}</p>
    ${figure(words, survey, supplier, share)}
    <h2>${result.method}</h2>
    <p>${result.methodText}</p>
    <p>${words.sent.note}</p>
    <p>${result.limits}</p>
  </body>
</html>
`;
}

function assumptionsOf(share: AnsweredShare['share']): Assumption[] {
  const found = new Map<string, Assumption>();
  for (const node of everyNode(share)) for (const one of node.assumptions) found.set(one.id, one);
  return [...found.values()];
}
