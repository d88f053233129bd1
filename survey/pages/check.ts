import { html } from 'hono/html';
import {
  type AnsweredShare,
  formatCount,
  formatGbp,
  formatShare,
  type SurveyAnswer,
  spendingParts,
} from '../../core/index.ts';
import type { FormPage } from '../form/fields.ts';
import { formKey } from '../tokens.ts';
import type { Words } from '../words/english.ts';
import type { Markup } from './layout.ts';
import type { Wrong } from './parts.ts';

/** Everything that was answered, with what has to be mended or looked at again, and the button that sends it. */
export function checkPage(view: {
  readonly words: Words;
  readonly area: string;
  readonly base: string;
  readonly token: string;
  readonly answer: SurveyAnswer;
  readonly share: AnsweredShare | null;
  readonly mend: readonly (Wrong & { readonly page: FormPage })[];
  readonly queries: readonly (keyof Words['check']['queries'])[];
}): Markup {
  const { words, area, base, answer, share, mend, queries, token } = view;
  const { check } = words;
  return html`
      ${
        mend.length === 0
          ? ''
          : html`<div class="error-summary" role="alert" aria-labelledby="error-title">
        <h2 id="error-title">${words.problemTitle}</h2>
        <ul>${mend.map(({ page, field, text }) => html`<li><a href="${base}/${page}#${field}">${text}</a></li>`)}</ul>
      </div>`
      }
      <h1>${check.title}</h1>
      ${queries.map((query) => html`<div class="inset query"><p>${check.queries[query](area)}</p></div>`)}
      <dl class="facts answers">${rows(words, answer).map(
        ({ page, label, value }) => html`
        <div><dt>${label}</dt><dd>${value ?? html`<span class="quiet">${words.notAnswered}</span>`}</dd>
          <dd class="change"><a href="${base}/${page}">${words.change}<span class="hidden"> ${label}</span></a></dd></div>`,
      )}</dl>
      ${
        mend.length > 0
          ? ''
          : html`<p>${share === null ? check.noFigure : check.figure(formatShare(share.share.value))}</p>
      <p>${check.consent(words.showTo[answer.showTo ?? 'nobody'].toLowerCase())}</p>
      <form method="post">
        <input type="hidden" name="key" value="${formKey(token)}">
        <button type="submit">${check.send}</button>
      </form>`
      }`;
}

interface AnswerRow {
  readonly page: FormPage;
  readonly label: string;
  readonly value: string | undefined;
}

/** The rows of the way that was taken: the one question alone, or all of them. */
function rows(words: Words, answer: SurveyAnswer): AnswerRow[] {
  const { check, about } = words;
  const percent = (value: number | undefined) => (value === undefined ? undefined : formatShare(value / 100));
  const yesNo = (value: boolean | undefined) =>
    value === undefined ? undefined : value ? words.yes : words.no;
  const { spending, staff, estimate, quality, basis, employees } = answer;
  const kinds = { small: about.kindSmall, charity: about.kindCharity, socialEnterprise: about.kindSocial };
  const one: AnswerRow[] = [
    {
      page: 'one',
      label: check.rows.estimate,
      value: estimate === undefined ? undefined : formatGbp(estimate),
    },
  ];
  const sort = { page: 'one', label: check.rows.quality, value: quality && words.quality[quality] } as const;
  const consent = {
    page: 'one',
    label: check.rows.showTo,
    value: answer.showTo && words.showTo[answer.showTo],
  } as const;
  if (isShort(answer)) return [...one, sort, consent];
  return [
    ...(estimate === undefined ? [] : one),
    { page: 'money', label: check.rows.basis, value: basis && words.basis[basis] },
    ...spendingParts.map((part): AnswerRow => {
      const pounds = spending?.[part];
      return {
        page: 'money',
        label: words.spending.parts[part],
        value: pounds === undefined ? undefined : formatGbp(pounds),
      };
    }),
    staff === undefined
      ? { page: 'places', label: check.rows.payLocal, value: percent(answer.payLocal) }
      : {
          page: 'places',
          label: check.rows.staff,
          value: check.staff(formatCount(staff.all), formatCount(staff.local)),
        },
    { page: 'places', label: check.rows.boughtLocal, value: percent(answer.boughtLocal) },
    { page: 'places', label: check.rows.otherLocal, value: percent(answer.otherLocal) },
    { page: 'about', label: check.rows.postcode, value: answer.postcode },
    { page: 'about', label: check.rows.headOffice, value: yesNo(answer.headOfficeElsewhere) },
    { ...sort, page: 'about' },
    {
      page: 'about',
      label: check.rows.employees,
      value: employees === undefined ? undefined : String(employees),
    },
    {
      page: 'about',
      label: check.rows.kinds,
      value: answer.kinds?.map((kind) => kinds[kind]).join(', '),
    },
    { ...consent, page: 'about' },
  ];
}

/** Whether nothing beyond the short form was answered. */
export function isShort(answer: SurveyAnswer): boolean {
  const { spending, payLocal, staff, boughtLocal, otherLocal, basis, postcode, employees, kinds } = answer;
  return [spending, payLocal, staff, boughtLocal, otherLocal, basis, postcode, employees, kinds].every(
    (item) => item === undefined,
  );
}
