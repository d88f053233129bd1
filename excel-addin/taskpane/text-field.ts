import { type Attributes, element } from './element.ts';

/** A labelled field, which says itself what is wrong with what was typed. */
export interface TextField {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
  /** Marks the field as wrong and says why; with nothing to say, takes that back. */
  say(problem: string): void;
  isEmpty(): boolean;
  set(text: string): void;
}

export interface TextFieldOptions {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** Stands beside the field and may be typed too. */
  readonly unit?: '%' | '£' | undefined;
  readonly attributes?: Attributes;
  /** Texts to choose from; any other may be typed. */
  readonly suggestions?: readonly string[];
}

export function textField({ id, label, hint, unit, attributes, suggestions }: TextFieldOptions): TextField {
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const listId = `${id}-list`;
  const error = element('p', { class: 'field-error', id: errorId });
  const input = element('input', {
    id,
    type: 'text',
    autocomplete: 'off',
    'aria-describedby': hint ? `${hintId} ${errorId}` : errorId,
    list: suggestions && listId,
    ...attributes,
  });
  const mark = (sign: string) => element('span', { class: 'unit', 'aria-hidden': 'true' }, sign);
  const say = (problem: string) => {
    error.textContent = problem && `${label}: ${problem}`;
    if (problem) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
  };
  return {
    element: element(
      'div',
      { class: 'field' },
      element('label', { for: id }, label),
      hint ? element('p', { class: 'hint', id: hintId }, hint) : undefined,
      error,
      element(
        'span',
        { class: 'input-line' },
        unit === '£' ? mark(unit) : undefined,
        input,
        unit === '%' ? mark(unit) : undefined,
      ),
      suggestions &&
        element(
          'datalist',
          { id: listId },
          suggestions.map((value) => element('option', { value })),
        ),
    ),
    input,
    say,
    isEmpty: () => input.value.trim() === '',
    set(text) {
      input.value = text;
      say('');
    },
  };
}
