import { html } from 'hono/html';
import type { Field } from '../form/fields.ts';
import type { Draft } from '../store.ts';
import { formKey } from '../tokens.ts';
import type { Words } from '../words/english.ts';
import type { Markup } from './layout.ts';

/** What is wrong with a page, in words: by field where it has one. */
export interface Wrong {
  readonly field: Field;
  readonly text: string;
}

/** What a form shows: what was typed, and what of it is wrong. */
export interface FormState {
  readonly words: Words;
  readonly draft: Draft;
  readonly wrong: readonly Wrong[];
  readonly token: string;
}

export function errorSummary({ words, wrong }: FormState): Markup {
  if (wrong.length === 0) return html``;
  return html`
      <div class="error-summary" role="alert" aria-labelledby="error-title">
        <h2 id="error-title">${words.problemTitle}</h2>
        <ul>${wrong.map(({ field, text }) => html`<li><a href="#${field}">${text}</a></li>`)}</ul>
      </div>`;
}

/** A form that goes to its own address, with its hidden key and the two ways to go on. */
export function surveyForm({ words, token }: FormState, fields: Markup): Markup {
  return html`
      <form method="post" novalidate>
        <input type="hidden" name="key" value="${formKey(token)}">
        ${fields}
        <div class="buttons">
          <button type="submit" name="go" value="on">${words.continue}</button>
          <button type="submit" name="go" value="later" class="second">${words.later}</button>
        </div>
      </form>`;
}

function errorOf({ wrong, words }: FormState, field: Field): Markup {
  const found = wrong.find((one) => one.field === field);
  if (found === undefined) return html``;
  return html`<p class="error" id="${field}-error"><span class="hidden">${words.error}:</span> ${found.text}</p>`;
}

const isWrong = ({ wrong }: FormState, field: Field): boolean => wrong.some((one) => one.field === field);

/** One box with its label; `unit` stands before (£) or after (%) it. */
export function textField(
  state: FormState,
  field: Field,
  options: {
    readonly label: string;
    readonly hint?: string;
    readonly before?: string;
    readonly after?: string;
    readonly short?: boolean;
    readonly numeric?: boolean;
  },
): Markup {
  const { label, hint, before, after, short = false, numeric = false } = options;
  const described = [hint ? `${field}-hint` : '', isWrong(state, field) ? `${field}-error` : '']
    .filter(Boolean)
    .join(' ');
  return html`
        <div class="field">
          <label for="${field}" class="small">${label}</label>
          ${hint ? html`<p class="hint" id="${field}-hint">${hint}</p>` : ''}
          ${errorOf(state, field)}
          <div class="boxed">${before ? html`<span class="unit" aria-hidden="true">${before}</span>` : ''}<input
            id="${field}" name="${field}" type="text" value="${state.draft[field] ?? ''}" maxlength="60"
            autocomplete="off"${short ? html` class="short"` : ''}${numeric ? html` inputmode="decimal"` : ''}${
              described === '' ? '' : html` aria-describedby="${described}"`
            }${isWrong(state, field) ? html` aria-invalid="true"` : ''}>${
              after ? html`<span class="unit" aria-hidden="true">${after}</span>` : ''
            }</div>
        </div>`;
}

/** A question with one of several answers, and with none chosen if the supplier likes. */
export function radios(
  state: FormState,
  field: Field,
  options: {
    readonly legend: string;
    readonly hint?: string;
    readonly choices: readonly (readonly [value: string, label: string])[];
    readonly columns?: boolean;
  },
): Markup {
  const { legend, hint, choices, columns = false } = options;
  return html`
        <fieldset${hint ? html` aria-describedby="${field}-hint"` : ''}>
          <legend>${legend}</legend>
          ${hint ? html`<p class="hint" id="${field}-hint">${hint}</p>` : ''}
          ${errorOf(state, field)}
          <div class="choices${columns ? ' columns' : ''}">${choices.map(([value, label], index) => {
            const id = index === 0 ? field : `${field}-${index}`;
            const checked = (state.draft[field] ?? '') === value ? html` checked` : '';
            return html`
            <div class="choice"><input type="radio" id="${id}" name="${field}" value="${value}"${checked}><label
              for="${id}">${label}</label></div>`;
          })}
          </div>
        </fieldset>`;
}

/** A box to tick. */
export function tickBox(state: FormState, field: Field, label: string): Markup {
  return html`
            <div class="choice"><input type="checkbox" id="${field}" name="${field}" value="yes"${
              state.draft[field] === 'yes' ? html` checked` : ''
            }><label for="${field}">${label}</label></div>`;
}
