import { html } from 'hono/html';
import { formatCount, formatGbp, formatRatio, formatShare } from '../../../core/index.ts';
import { isOpen } from '../../owner/asking.ts';
import { reaches } from '../../owner/keys.ts';
import type { SurveyStatus } from '../../owner/status.ts';
import { intervalWords } from '../../owner/survey-report.ts';
import type { Markup } from '../../pages/layout.ts';
import { isSample } from '../../sample-id.ts';
import { mailStates, standings } from '../../store.ts';
import { deskEnglish as words } from '../../words/desk-english.ts';
import type { AtSurvey } from '../gate.ts';
import { type DeskMail, deskPath } from '../options.ts';
import { stageWords } from '../routes/surveys.ts';
import { facts, wideTable } from './fields.ts';

const chased = 10;

/** LM3 so far and how sure it is, who answered, whom to ask next, and what can be done. */
export function statusPage(
  at: AtSurvey,
  status: SurveyStatus,
  view: {
    readonly now: number;
    readonly leaveOutGuesses: boolean;
    readonly live: boolean;
    readonly way: DeskMail['way'];
  },
): Markup {
  const { survey, base } = at;
  const { lm3 } = status;
  const { survey: said } = words;
  const time = new Date(view.now).toISOString().slice(11, 16);
  return html`
      <p><a href="${deskPath}">${said.back}</a></p>
      <h1>${survey.name}</h1>
      <p class="lead">${survey.area}, ${survey.period}. ${stageWords(survey, view.now)}.</p>
      ${isSample(survey.projectId) ? html`<div class="inset query"><p>${said.sample}</p></div>` : ''}
      <h2 class="hidden">${said.figures}</h2>
      <div class="panel figures">
        <p class="figure"><span class="name">${said.figures}</span> ${formatRatio(lm3.lm3)}
          <span class="rating ${lm3.rating}">${said.ratings[lm3.rating]}</span></p>
        ${facts([
          [said.lm2, formatRatio(lm3.lm2)],
          [said.interval, intervalWords(lm3)],
          [said.bounds, `${formatRatio(lm3.bounds.low)} to ${formatRatio(lm3.bounds.high)}`],
        ])}
        ${
          lm3.rating === 'green'
            ? ''
            : html`<p>${said.notGreen}</p><ul>${lm3.ratingParts
                .filter(({ met }) => !met)
                .map(({ shortfall }) => html`<li>${shortfall}</li>`)}</ul>`
        }
      </div>
      <p class="quiet">${said.asOf(time)} <a href="${base}${query({ ...view })}">${said.refresh}</a>.
        <a href="${base}${query({ ...view, live: !view.live })}">${view.live ? said.stopLive : said.live}</a>.
        <a href="${base}${query({ ...view, leaveOutGuesses: !view.leaveOutGuesses })}">${
          view.leaveOutGuesses ? said.withGuesses : said.guesses
        }</a>.</p>
      ${response(status)}
      ${actions(at, view.now)}
      ${chase(status)}
      ${counts(at, status, view.way)}`;
}

function query({
  live,
  leaveOutGuesses,
}: {
  readonly live: boolean;
  readonly leaveOutGuesses: boolean;
}): string {
  const asked = [live ? 'live=yes' : '', leaveOutGuesses ? 'guesses=no' : ''].filter(Boolean).join('&');
  return asked === '' ? '' : `?${asked}`;
}

function response({ answered, suppliers, lm3, waiting, withoutShare }: SurveyStatus): Markup {
  const { survey: said } = words;
  return html`
      <h2>${said.response}</h2>
      ${facts([
        [said.byValue, meter(said.byValue, answered.shareOfSpend)],
        [said.byCount, said.ofSuppliers(answered.count, suppliers)],
        [said.counted, formatShare(lm3.responseRate)],
      ])}
      ${waiting > 0 ? html`<p>${said.waiting(waiting)}</p>` : ''}
      ${withoutShare > 0 ? html`<p>${said.withoutShare(withoutShare)}</p>` : ''}`;
}

/** A share as a bar with the figure beside it. */
function meter(label: string, share: number): Markup {
  return html`<meter min="0" max="1" low="0.5" optimum="1" value="${share}" aria-label="${label}"></meter> ${formatShare(share)}`;
}

function actions({ survey, role, base }: AtSurvey, now: number): Markup {
  const { survey: said } = words;
  const open = isOpen(survey, now);
  const erased = survey.erasedAt !== undefined;
  const editor = reaches(role, 'editor') && !erased;
  const owner = reaches(role, 'owner');
  const links: readonly (readonly [path: string, text: string, shown: boolean])[] = [
    ['letter', said.letter, open],
    ['preview', said.preview, !erased],
    ['send', said.send, editor && open],
    ['remind', said.remind, editor && open],
    ['mails', said.mailList, editor],
    ['suppliers', said.suppliers, editor],
    ['report.xlsx', said.report, true],
    ['dates', said.dates, editor],
    ['people', said.people, owner],
    ['audit', said.audit, owner],
    ['close', said.close, owner && survey.closedAt === undefined],
    ['erase', said.erase, owner && !erased],
  ];
  return html`
      <h2>${said.todo}</h2>
      <ul class="actions">${links.flatMap(([path, text, shown]) =>
        shown ? html`<li><a href="${base}/${path}">${text}</a></li>` : [],
      )}</ul>`;
}

function chase({ chase: list }: SurveyStatus): Markup {
  if (list.silent === 0) return html``;
  const { survey: said, yes, no } = words;
  const { chaseColumns: columns } = said;
  return html`
      <h2>${said.chase}</h2>
      <p>${said.chaseHint(list.neededForHalf, list.silent)}</p>
      ${wideTable(
        said.chase,
        [columns.name, columns.spend, columns.share, columns.local],
        list.suppliers
          .slice(0, chased)
          .map(({ name, spend, shareOfSpend, local }) => [
            name,
            formatGbp(spend),
            formatShare(shareOfSpend),
            local ? yes : no,
          ]),
        [1, 2],
      )}`;
}

function counts({ base, role }: AtSurvey, { standing, mails }: SurveyStatus, way: DeskMail['way']): Markup {
  const { survey: said } = words;
  const editor = reaches(role, 'editor');
  const told = standings.flatMap((one) => (one === 'silent' ? [] : [one]));
  const linked = (path: string, text: string) =>
    editor ? html`<a href="${base}/${path}">${text}</a>` : html`${text}`;
  return html`
      <h2>${said.who}</h2>
      ${facts(told.map((one) => [linked(`suppliers?show=${one}`, words.standing[one]), formatCount(standing[one])] as const))}
      <h2>${said.mails}</h2>
      ${way.kind === 'folder' ? html`<div class="inset query"><p>${words.mail.folder(way.folder)}</p></div>` : ''}
      ${way.kind === 'off' ? html`<div class="inset query"><p>${words.mail.off(way.why)}</p></div>` : ''}
      ${facts(
        mailStates
          .filter((state) => mails[state] > 0 || state === 'sent')
          .map((state) => [words.mailStates[state], formatCount(mails[state])] as const),
      )}`;
}
