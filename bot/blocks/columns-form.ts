import type { ModalView, PlainTextOption } from '@slack/types';
import { type ColumnRole, columnLetters, roleWords, type ShownColumn } from '../../core/index.ts';
import { noSpendChoices, type SpendChoices } from '../files/spend-choices.ts';
import { type FormOrigin, form, formIds } from './file-form.ts';
import type { FormState } from './form-state.ts';
import { clip, slackLimits } from './limits.ts';
import { plain } from './menus.ts';
import { paragraph } from './message.ts';

/** What a person is asked for; other columns bear on no figure in Slack. */
const asked = [
  'supplier',
  'amount',
  'debit',
  'credit',
  'date',
  'postcode',
  'category',
  'companyNumber',
] as const satisfies readonly ColumnRole[];

const none = '-';
const fieldOf = (role: ColumnRole): string => `column_${role}`;

/** Shown while the file is read: a form has to be opened within three seconds. */
export function readingForm(origin: FormOrigin): ModalView {
  return form(formIds.columns, origin, {
    title: 'Columns',
    blocks: [paragraph('Reading the file …')],
  });
}

/** Shown where the file cannot be read any more. */
export function unreadForm(origin: FormOrigin, why: string): ModalView {
  return form(formIds.columns, origin, { title: 'Columns', blocks: [paragraph(why)] });
}

/** Asks which column holds what, beginning with what was recognised. Only the person who asked sees the cells. */
export function columnsForm(origin: FormOrigin, columns: readonly ShownColumn[]): ModalView {
  const options = columns.slice(0, slackLimits.optionsInMenu - 1).map(columnOption);
  const noColumn: PlainTextOption = { text: plain('No column'), value: none };
  return form(formIds.columns, origin, {
    title: 'Columns',
    submit: 'Read it like this',
    blocks: [
      paragraph(
        'Which column holds what? A supplier and an amount are needed; the rest makes the result better.',
      ),
      ...asked.map((role) => {
        const place = columns.findIndex((column) => column.role === role);
        return {
          type: 'input' as const,
          block_id: fieldOf(role),
          label: plain(labels[role] ?? roleWords[role]),
          optional: role !== 'supplier',
          element: {
            type: 'static_select' as const,
            action_id: fieldOf(role),
            options: [noColumn, ...options],
            initial_option: options[place] ?? noColumn,
          },
        };
      }),
    ],
  });
}

const labels: Partial<Record<ColumnRole, string>> = {
  debit: 'Debit, where there is no single amount',
  credit: 'Credit, to be taken off the debit',
};

function columnOption({ heading, sample }: ShownColumn, place: number): PlainTextOption {
  const shown = sample.join(' · ');
  // A menu that is closed shows the text alone.
  const text = `${columnLetters(place)}: ${heading === '' ? shown : heading}`;
  return {
    text: plain(clip(text, slackLimits.optionText)),
    ...(shown === '' || heading === '' ? {} : { description: plain(clip(shown, slackLimits.optionText)) }),
    // Not the bare letters: some file may have a heading "B".
    value: `column ${columnLetters(place)}`,
  };
}

/** What the form says, with what was said before; or what is wrong with it, by block. */
export function readColumnsForm(
  state: FormState,
  before: SpendChoices = noSpendChoices,
):
  | { readonly ok: true; readonly spend: SpendChoices }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> } {
  const said = asked.map((role) => ({ role, column: state.choice(fieldOf(role)) ?? none }));
  const errors: Record<string, string> = {};
  const columnOf = (role: ColumnRole) => said.find((one) => one.role === role)?.column ?? none;
  if (columnOf('supplier') === none) errors[fieldOf('supplier')] = 'Say which column names the supplier.';
  if (columnOf('amount') === none && columnOf('debit') === none) {
    errors[fieldOf('amount')] = 'Say which column holds the amount, or choose a debit and a credit below.';
  }
  said.forEach(({ role, column }, place) => {
    const double = said.slice(0, place).find((one) => column !== none && one.column === column);
    if (double)
      errors[fieldOf(role)] = `This column is the one for ${roleWords[double.role].toLowerCase()} already.`;
  });
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const columns = Object.fromEntries(said.map(({ role, column }) => [role, column]));
  return { ok: true, spend: { ...before, columns, sure: true } };
}
