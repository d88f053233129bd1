import { html } from 'hono/html';
import { britishDate, formatDate, formatGbp } from '../../core/index.ts';
import type { Survey, SurveySupplier } from '../store.ts';
import type { Words } from '../words/english.ts';
import type { Markup } from './layout.ts';
import { mayUse } from './sent.ts';

/** Who asks, about what, until when; and the two ways to answer. */
export function startPage(words: Words, survey: Survey, supplier: SurveySupplier, base: string): Markup {
  const { start } = words;
  const closes = formatDate(britishDate(new Date(survey.closesAt)));
  const facts: [string, string | Markup][] = [
    [start.facts.asker, survey.name],
    [start.facts.supplier, supplier.supplier.name],
    [start.facts.area, areaLink(survey.area)],
    [start.facts.period, survey.period],
    [start.facts.paid, formatGbp(supplier.supplier.spend)],
    [start.facts.closes, closes],
    [start.facts.contact, survey.contact],
  ];
  return html`
      <h1>${start.title}</h1>
      ${
        supplier.answeredAt === undefined
          ? ''
          : html`<div class="inset"><p>${start.answered(britishDate(new Date(supplier.answeredAt)))}
              <a href="${base}/sent">${start.ownFigure}</a></p></div>`
      }
      <p class="lead">${start.lead(survey.name, survey.area)}</p>
      <dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
      <h2>${start.how}</h2>
      <p><a class="button" href="${base}/one">${start.oneButton}</a></p>
      <p><a class="button second" href="${base}/money">${start.detailsButton}</a></p>
      <ul>${start.hints.map((hint) => html`<li>${hint}</li>`)}<li>${mayUse(survey) ? start.gain : start.gainHere}</li></ul>
      <p>${start.private}</p>
      <p><a href="${base}/decline">${words.declineLink}</a></p>`;
}

/** The area with a map to look at; the map's address gets the name of the area and nothing else. */
function areaLink(area: string): Markup {
  const map = `https://www.openstreetmap.org/search?query=${encodeURIComponent(area)}`;
  return html`<a href="${map}" rel="noreferrer noopener">${area}</a>`;
}
