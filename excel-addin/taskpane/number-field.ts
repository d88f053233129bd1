import { parseAmount } from '../../core/index.ts';
import { type TextField, type TextFieldOptions, textField } from './text-field.ts';

/** A field for one number. */
export interface NumberField extends TextField {
  /** The number typed, or undefined when it is not one that is wanted; the field then says why. */
  read(): number | undefined;
}

export interface NumberFieldOptions extends Pick<TextFieldOptions, 'id' | 'label' | 'hint' | 'unit'> {
  readonly min: number;
  readonly max: number;
  /** What the field wants, as the end of "enter ...". */
  readonly wanted: string;
}

export function numberField({ min, max, wanted, ...shown }: NumberFieldOptions): NumberField {
  const field = textField({ ...shown, attributes: { class: 'number', inputmode: 'decimal' } });
  return {
    ...field,
    read() {
      const typed = field.input.value;
      const number = parseAmount(shown.unit === '%' ? typed.replace(/%\s*$/, '') : typed);
      const good = number !== undefined && number >= min && number <= max;
      field.say(good ? '' : `enter ${wanted}.`);
      return good ? number : undefined;
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
