import type { Context } from 'hono';
import { html } from 'hono/html';
import { describeIssue, exactSum, formatGbp, type Issue } from '../../../core/index.ts';
import { isAsked } from '../../owner/new-survey.ts';
import type { Markup } from '../../pages/layout.ts';
import { deskEnglish as words } from '../../words/desk-english.ts';
import { deskPath } from '../options.ts';
import type { SurveyPlan } from '../plan.ts';
import { deskShown, keyField } from '../respond.ts';
import type { Visitor } from '../visitor.ts';
import { box, type DeskForm, facts, problems, tick, wideTable } from './fields.ts';

type Page = Response | Promise<Response>;

function step(
  context: Context,
  visitor: Visitor,
  number: number,
  title: string,
  main: Markup,
  wrong: boolean,
): Page {
  return deskShown(context, wrong ? 400 : 200, {
    title,
    visitor,
    wrong,
    main: html`
      <p class="quiet step">${words.make.step(number)}</p>
      ${main}`,
  });
}

function stepForm(visitor: Visitor, fields: Markup, button: string = words.continue): Markup {
  return html`
      <form method="post" novalidate>${keyField(visitor)}
        ${fields}
        <button type="submit">${button}</button>
      </form>`;
}

/** Step 1: the workbook, with everything that is wrong with the one that was sent. */
export function workbookPage(
  context: Context,
  visitor: Visitor,
  issues: readonly Issue[],
  noFile = false,
): Page {
  const { workbook } = words.make;
  const wrong = noFile || issues.length > 0;
  const main = html`
      ${noFile ? problems({ wrong: [{ field: 'workbook', text: workbook.noFile }] }) : ''}
      ${
        issues.length === 0
          ? ''
          : html`<div class="error-summary" role="alert" aria-labelledby="error-title">
        <h2 id="error-title">${workbook.wrong}</h2>
        <ul>${issues.slice(0, 20).map((issue) => html`<li>${describeIssue(issue)}</li>`)}</ul></div>`
      }
      <h1>${workbook.title}</h1>
      <p class="lead">${workbook.lead}</p>
      <form method="post" enctype="multipart/form-data" action="${deskPath}/new" novalidate>${keyField(visitor)}
        <div class="field">
          <label for="workbook" class="small">${workbook.file}</label>
          <p class="hint" id="workbook-hint">${workbook.hint}</p>
          <input type="file" id="workbook" name="workbook" aria-describedby="workbook-hint"
            accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet">
        </div>
        <button type="submit">${workbook.send}</button>
      </form>
      <ul>
        <li><a href="${deskPath}/template.xlsx">${workbook.template}</a></li>
        <li><a href="${deskPath}/sample.xlsx">${workbook.sample}</a></li>
      </ul>`;
  return step(context, visitor, 1, workbook.title, main, wrong);
}

/** Step 2: name, area and period. */
export function namePage(context: Context, visitor: Visitor, form: DeskForm): Page {
  const { name } = words.make;
  const main = html`
      ${problems(form)}
      <h1>${name.title}</h1>
      ${stepForm(
        visitor,
        html`${box(form, 'name', name.name)}${box(form, 'area', name.area, { hint: name.areaHint })}${box(
          form,
          'period',
          name.period,
          { hint: name.periodHint },
        )}`,
      )}`;
  return step(context, visitor, 2, name.title, main, form.wrong.length > 0);
}

/** Step 3: what was spent. */
export function budgetPage(context: Context, visitor: Visitor, form: DeskForm): Page {
  const { budget } = words.make;
  const amount = { short: true, numeric: true } as const;
  const { other = '', spend = '', total = '' } = form.typed;
  const main = html`
      ${problems(form)}
      <h1>${budget.title}</h1>
      <p class="lead">${budget.lead}</p>
      ${facts([
        [budget.suppliers, spend],
        [budget.other, other],
        [budget.total, total],
      ])}
      ${stepForm(
        visitor,
        html`${box(form, 'payLocal', budget.payLocal, amount)}${box(
          form,
          'payNonLocal',
          budget.payNonLocal,
          amount,
        )}${box(form, 'income', budget.income, { ...amount, hint: budget.incomeHint })}`,
      )}`;
  return step(context, visitor, 3, budget.title, main, form.wrong.length > 0);
}

const largestShown = 20;

/** Step 4: whom to ask. */
export function suppliersPage(
  context: Context,
  visitor: Visitor,
  { project, contacts }: SurveyPlan,
  planId: string,
): Page {
  const { suppliers: said } = words.make;
  const emails = new Map(contacts.map(([where, { email }]) => [where, email]));
  const asked = project.suppliers.filter((supplier) => isAsked(supplier, project));
  const emailOf = ({ where = '' }: (typeof asked)[number]) => emails.get(where);
  const reachable = asked.filter((supplier) => emailOf(supplier) !== undefined).length;
  const sum = formatGbp(exactSum(project.suppliers.map(({ spend }) => Math.max(0, spend))));
  const known = project.suppliers.length - asked.length;
  const largest = asked.toSorted((a, b) => b.spend - a.spend).slice(0, largestShown);
  const { columns } = said;
  const main = html`
      <h1>${said.title}</h1>
      <ul>
        <li>${said.count(project.suppliers.length, sum)}</li>
        <li>${said.reachable(reachable)}</li>
        ${asked.length > reachable ? html`<li>${said.unreachable(asked.length - reachable)}</li>` : ''}
        ${known > 0 ? html`<li>${said.known(known)}</li>` : ''}
      </ul>
      <h2>${said.largest}</h2>
      ${wideTable(
        said.largest,
        [columns.name, columns.spend, columns.local, columns.email],
        largest.map((supplier) => [
          supplier.name,
          formatGbp(supplier.spend),
          supplier.local ? words.yes : words.no,
          emailOf(supplier) ?? html`<span class="quiet">${words.standing.withoutEmail}</span>`,
        ]),
        [1],
      )}
      <p><a class="button" href="${deskPath}/new/${planId}/dates">${words.continue}</a></p>`;
  return step(context, visitor, 4, said.title, main, false);
}

/** Step 5: contact and dates. */
export function datesPage(context: Context, visitor: Visitor, form: DeskForm): Page {
  const { dates } = words.make;
  const main = html`
      ${problems(form)}
      <h1>${dates.title}</h1>
      ${stepForm(visitor, html`${dateFields(form)}<p>${dates.note}</p>`, dates.make)}`;
  return step(context, visitor, 5, dates.title, main, form.wrong.length > 0);
}

/** Contact, dates and what suppliers may do: when a survey is made, and when they are changed. */
export function dateFields(form: DeskForm): Markup {
  const { dates } = words.make;
  const date = { type: 'date', short: true } as const;
  return html`${box(form, 'contact', dates.contact, { hint: dates.contactHint })}${box(
    form,
    'closes',
    dates.closes,
    date,
  )}${box(form, 'erase', dates.erase, { ...date, hint: dates.eraseHint })}${tick(
    'bids',
    dates.bids,
    form.typed.bids === 'yes',
  )}`;
}
