import { html } from 'hono/html';
import type { Markup } from '../../pages/layout.ts';
import { deskEnglish as words } from '../../words/desk-english.ts';

/** What is wrong with a field, in words. */
export interface DeskWrong {
  readonly field: string;
  readonly text: string;
}

/** What was typed, and what of it is wrong. */
export interface DeskForm {
  readonly typed: Readonly<Record<string, string>>;
  readonly wrong: readonly DeskWrong[];
}

/** The list of what is wrong, each a link to its field. */
export function problems({ wrong }: Pick<DeskForm, 'wrong'>): Markup {
  if (wrong.length === 0) return html``;
  return html`
      <div class="error-summary" role="alert" aria-labelledby="error-title">
        <h2 id="error-title">${words.make.problem}</h2>
        <ul>${wrong.map(({ field, text }) => html`<li><a href="#${field}">${text}</a></li>`)}</ul>
      </div>`;
}

/** One box with its label. */
export function box(
  { typed, wrong }: DeskForm,
  field: string,
  label: string,
  options: {
    readonly hint?: string;
    readonly type?: 'text' | 'email' | 'date' | 'password';
    readonly short?: boolean;
    readonly autocomplete?: string;
    readonly numeric?: boolean;
  } = {},
): Markup {
  const { hint, type = 'text', short = false, autocomplete = 'off', numeric = false } = options;
  const found = wrong.find((one) => one.field === field);
  const described = [hint ? `${field}-hint` : '', found ? `${field}-error` : ''].filter(Boolean).join(' ');
  return html`
        <div class="field">
          <label for="${field}" class="small">${label}</label>
          ${hint ? html`<p class="hint" id="${field}-hint">${hint}</p>` : ''}
          ${found ? html`<p class="error" id="${field}-error">${found.text}</p>` : ''}
          <input id="${field}" name="${field}" type="${type}" value="${typed[field] ?? ''}" maxlength="320"
            autocomplete="${autocomplete}"${short ? html` class="short"` : ''}${
              numeric ? html` inputmode="decimal"` : ''
            }${described === '' ? '' : html` aria-describedby="${described}"`}${
              found ? html` aria-invalid="true"` : ''
            }>
        </div>`;
}

/** A list to choose one of. */
export function choice(
  field: string,
  label: string,
  options: readonly (readonly [value: string, text: string])[],
  chosen: string,
): Markup {
  return html`
        <div class="field">
          <label for="${field}" class="small">${label}</label>
          <select id="${field}" name="${field}">${options.map(
            ([value, text]) =>
              html`<option value="${value}"${value === chosen ? html` selected` : ''}>${text}</option>`,
          )}</select>
        </div>`;
}

/** A box to tick. */
export function tick(field: string, label: string, ticked: boolean): Markup {
  return html`
        <div class="choice field"><input type="checkbox" id="${field}" name="${field}" value="yes"${
          ticked ? html` checked` : ''
        }><label for="${field}">${label}</label></div>`;
}

/** A table that scrolls by itself where it is wider than the screen, and is told so to screen readers. */
export function wideTable(
  label: string,
  heads: readonly string[],
  rows: readonly (readonly (string | Markup)[])[],
  numbers: readonly number[] = [],
): Markup {
  return html`
      <div class="scroll" role="region" aria-label="${label}" tabindex="0"><table class="wide">
        <thead><tr>${heads.map(
          (head, column) => html`<th scope="col"${numeric(numbers, column)}>${head}</th>`,
        )}</tr></thead>
        <tbody>${rows.map(
          (row) =>
            html`<tr>${row.map((cell, column) =>
              column === 0
                ? html`<th scope="row">${cell}</th>`
                : html`<td${numeric(numbers, column)}>${cell}</td>`,
            )}</tr>`,
        )}</tbody>
      </table></div>`;
}

const numeric = (numbers: readonly number[], column: number): Markup =>
  numbers.includes(column) ? html` class="number"` : html``;

/** Names with what belongs to them. */
export function facts(rows: readonly (readonly [name: string | Markup, value: string | Markup])[]): Markup {
  return html`<dl class="facts">${rows.map(
    ([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`,
  )}</dl>`;
}
