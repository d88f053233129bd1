import { html } from 'hono/html';
import { type Json, listOf, objectOf, stringOf } from '../json.ts';
import { drawText, type Markup } from './draw-text.ts';

/** Where an element stands: what a press on it is about. */
export interface Place {
  /** Attributes that tell the page's script the message or the view. */
  readonly attributes: Markup;
  readonly blockId: string;
  /** A choice is sent at once, and not kept until the form is sent. */
  readonly sendsAtOnce: boolean;
}

/** A button, a menu or an input that works: the page's script sends what is done with it. */
export function drawElement(element: Json, place: Place): Markup {
  const draw = drawers[String(element.type)];
  return draw ? draw(element, place) : html`<pre class="unknown">${JSON.stringify(element, null, 1)}</pre>`;
}

type Draw = (element: Json, place: Place) => Markup;

function common({ action_id, type, confirm }: Json, { attributes, blockId, sendsAtOnce }: Place): Markup {
  const { title, text } = objectOf(confirm);
  const question = [title, text]
    .map((part) => stringOf(objectOf(part).text))
    .filter(Boolean)
    .join(' ');
  return html` data-action="${stringOf(action_id)}" data-block="${blockId}" data-type="${stringOf(type)}"${sendsAtOnce ? html` data-at-once="yes"` : ''}${question ? html` data-confirm="${question}"` : ''}${attributes}`;
}

const words = (text: unknown): string => stringOf(objectOf(text).text) ?? '';

const drawButton: Draw = (button, place) => {
  const style = stringOf(button.style) ?? 'plain';
  const label = stringOf(button.accessibility_label);
  if (button.url !== undefined)
    return html`<a class="button ${style}" href="${stringOf(button.url)}" rel="noreferrer">${words(button.text)}</a>`;
  return html`<button type="button" class="button ${style}" value="${stringOf(button.value)}"${label ? html` title="${label}" aria-label="${label}"` : ''}${common(button, place)}>${words(button.text)}</button>`;
};

function optionValue(option: unknown): string | undefined {
  return stringOf(objectOf(option).value);
}

const drawSelect: Draw = (select, place) => {
  const chosen = [select.initial_option, ...listOf(select.initial_options)].map(optionValue);
  const one = (option: Json): Markup =>
    html`<option value="${optionValue(option)}"${chosen.includes(optionValue(option)) ? html` selected` : ''}>${words(option.text)}</option>`;
  const groups = listOf(select.option_groups);
  const several = String(select.type).startsWith('multi_');
  return html`<select${several ? html` multiple` : ''}${common(select, place)}>
    ${several ? '' : html`<option value="">${words(select.placeholder) || 'Choose…'}</option>`}
    ${groups.length > 0 ? groups.map((group) => html`<optgroup label="${words(group.label)}">${listOf(group.options).map(one)}</optgroup>`) : listOf(select.options).map(one)}
  </select>`;
};

/** A menu that asks the app while a person types. */
const drawTypeahead: Draw = (select, place) => {
  const chosen = [objectOf(select.initial_option), ...listOf(select.initial_options)].filter(optionValue);
  return html`<span class="typeahead">
    <input type="text" role="combobox" aria-expanded="false" aria-autocomplete="list" autocomplete="off"
      placeholder="${words(select.placeholder) || 'Type to search'}" value="${chosen.map(({ text }) => words(text)).join(', ')}"
      data-least="${Number(select.min_query_length ?? 3)}"
      data-value="${chosen.map(optionValue).join('\n')}"${common(select, place)}>
    <span class="choices" role="listbox" hidden></span>
  </span>`;
};

function drawGroup(kind: 'radio' | 'checkbox'): Draw {
  return (group, place) => {
    const chosen = [group.initial_option, ...listOf(group.initial_options)].map(optionValue);
    const name = `${place.blockId}-${String(group.action_id)}`;
    return html`<span class="choice-group"${common(group, place)}>${listOf(group.options).map(
      (
        option,
      ) => html`<label><input type="${kind}" name="${name}" value="${optionValue(option)}"${chosen.includes(optionValue(option)) ? html` checked` : ''}>
        <span>${drawText(option.text)}${option.description === undefined ? '' : html`<small>${drawText(option.description)}</small>`}</span></label>`,
    )}</span>`;
  };
}

function drawInput(type: string): Draw {
  return (input, place) =>
    html`<input type="${type}" value="${stringOf(input.initial_value) ?? stringOf(input.initial_date)}" placeholder="${words(input.placeholder)}"${
      input.max_length === undefined ? '' : html` maxlength="${Number(input.max_length)}"`
    }${common(input, place)}>`;
}

const drawTextInput: Draw = (input, place) =>
  input.multiline === true
    ? html`<textarea rows="4" placeholder="${words(input.placeholder)}"${common(input, place)}>${stringOf(input.initial_value)}</textarea>`
    : drawInput('text')(input, place);

const drawFileInput: Draw = (input, place) =>
  html`<input type="file"${Number(input.max_files ?? 10) > 1 ? html` multiple` : ''}${common(input, place)}>`;

const drawOverflow: Draw = (menu, place) =>
  html`<select aria-label="More"${common(menu, place)}><option value="">…</option>${listOf(menu.options).map(
    (option) => html`<option value="${optionValue(option)}">${words(option.text)}</option>`,
  )}</select>`;

const drawFeedback: Draw = (pair, place) =>
  html`${['positive_button', 'negative_button'].map((name) => {
    const { text, value } = objectOf(pair[name]);
    return html`<button type="button" class="button plain" value="${stringOf(value)}"${common(pair, place)}>${words(text)}</button>`;
  })}`;

/** People and channels are typed by their ids. */
const drawIdInput: Draw = (select, place) =>
  html`<input type="text" placeholder="${words(select.placeholder) || 'U1, C1'}"${common(select, place)}>`;

const drawers: Readonly<Record<string, Draw>> = {
  button: drawButton,
  icon_button: drawButton,
  static_select: drawSelect,
  multi_static_select: drawSelect,
  external_select: drawTypeahead,
  multi_external_select: drawTypeahead,
  overflow: drawOverflow,
  radio_buttons: drawGroup('radio'),
  checkboxes: drawGroup('checkbox'),
  plain_text_input: drawTextInput,
  email_text_input: drawInput('email'),
  url_text_input: drawInput('url'),
  number_input: drawInput('text'),
  datepicker: drawInput('date'),
  timepicker: drawInput('time'),
  file_input: drawFileInput,
  users_select: drawIdInput,
  conversations_select: drawIdInput,
  channels_select: drawIdInput,
  feedback_buttons: drawFeedback,
};
