import { parseAmount } from '../../core/index.ts';
import { element } from './element.ts';

/** A labelled field for one number, which says itself what is wrong with what was typed. */
export interface NumberField {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
  /** The number typed, or undefined when it is not one that is wanted; the field then says why. */
  read(): number | undefined;
  /** What was typed is nothing at all. */
  isEmpty(): boolean;
  set(text: string): void;
}

export interface NumberFieldOptions {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  /** Stands after the field and may be typed too. */
  readonly unit?: '%' | '£';
  readonly min: number;
  readonly max: number;
  readonly wholeOnly?: true;
  /** What the field wants, as the end of "Enter ...". */
  readonly wanted: string;
}

export function numberField(options: NumberFieldOptions): NumberField {
  const { id, label, hint, unit, min, max, wholeOnly, wanted } = options;
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const error = element('p', { class: 'field-error', id: errorId });
  const input = element('input', {
    id,
    class: 'number',
    type: 'text',
    inputmode: wholeOnly ? 'numeric' : 'decimal',
    autocomplete: 'off',
    'aria-describedby': [hint ? hintId : '', errorId].join(' ').trim(),
  });
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
        unit === '£' ? element('span', { class: 'unit', 'aria-hidden': 'true' }, '£') : undefined,
        input,
        unit === '%' ? element('span', { class: 'unit', 'aria-hidden': 'true' }, '%') : undefined,
      ),
    ),
    input,
    read() {
      const typed = unit === '%' ? input.value.replace(/%\s*$/, '') : input.value;
      const number = parseAmount(typed);
      const good =
        number !== undefined && number >= min && number <= max && !(wholeOnly && !Number.isInteger(number));
      say(good ? '' : `enter ${wanted}.`);
      return good ? number : undefined;
    },
    isEmpty: () => input.value.trim() === '',
    set(text) {
      input.value = text;
      say('');
    },
  };
}

/** Reads all the fields, and takes the reader to the first one that is wrong. */
export function readAll<Name extends string>(
  fields: Readonly<Record<Name, NumberField>>,
): Readonly<Record<Name, number>> | undefined {
  const read = Object.entries<NumberField>(fields).map(
    ([name, field]) => [name, field, field.read()] as const,
  );
  const wrong = read.find(([, , number]) => number === undefined);
  if (wrong) {
    wrong[1].input.focus();
    return undefined;
  }
  return Object.fromEntries(read.map(([name, , number]) => [name, number])) as Record<Name, number>;
}
