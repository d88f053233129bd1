import { projectColumns } from '../../lm3/workbook-layout.ts';
import type { CellSpec, CellStyle, SheetSpec, ValidationSpec } from '../workbook-spec.ts';
import { choiceMessage, headingRow, inputPage } from './sheet-parts.ts';

/** What is said of an item beside its cell, how the cell looks, and what may be typed. */
export interface ItemHelp {
  readonly what: string;
  readonly style?: CellStyle;
  readonly rule?: ValidationSpec['rule'];
  readonly message?: string;
}

/** The address of one answer on a sheet of items, for formulas. */
export function answerAddress(sheet: string, items: object, item: string): string {
  return `'${sheet}'!$B$${rowOf(items, item)}`;
}

const rowOf = (items: object, item: string): number => headingRow + 1 + Object.keys(items).indexOf(item);

/** A sheet of items, each with its answer and a sentence of help. */
export function itemSheet<Item extends string>(
  named: { readonly name: string; readonly title: string; readonly subtitle: string; readonly table: string },
  items: Readonly<Record<Item, string>>,
  answers: Readonly<Partial<Record<Item, string | number>>>,
  help: Record<Item, ItemHelp>,
): SheetSpec {
  const keys = Object.keys(items) as Item[];
  const rows = keys.map((item): CellSpec[] => [
    { value: items[item], style: 'label' },
    { value: answers[item] ?? null, style: inputStyle(help[item].style) },
    { value: help[item].what, style: 'text' },
  ]);
  return {
    ...inputPage(named.name, named.title, named.subtitle, [38, 40, 80]),
    tables: [
      {
        name: named.table,
        row: headingRow,
        column: 1,
        headings: [...projectColumns.map(({ heading }) => ({ text: heading })), { text: 'What to enter' }],
        rows,
      },
    ],
    validations: keys.flatMap((item): ValidationSpec[] => {
      const { rule, message = choiceMessage } = help[item];
      return rule ? [{ range: `B${rowOf(items, item)}`, rule, message }] : [];
    }),
  };
}

const inputStyle = (style: CellStyle = 'input'): CellStyle => (style === 'count' ? 'inputCount' : style);
