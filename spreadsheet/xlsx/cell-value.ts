import { type Cell, type Place, quoteCell } from '../../core/index.ts';
import { refuse, refuseDamaged } from '../refusal.ts';
import type { TextCollector } from '../xml/collector.ts';
import { unescapeText } from './rich-text.ts';
import { isoToDate, type SerialDates } from './serial-date.ts';

/** What the cells of a sheet are read with. */
export interface CellContext {
  readonly sharedTexts: readonly string[];
  /** By cell format: whether numbers are shown as dates. */
  readonly dateStyles: readonly boolean[];
  readonly dates: SerialDates;
}

/**
 * The value in `<v>` for a cell of this type (its `t` attribute; numbers have none). An empty text
 * counts as an empty cell, as nothing can be seen in it.
 * ECMA-376 part 1, 18.18.11.
 */
export function cellValue(
  type: string,
  style: number,
  content: TextCollector,
  context: CellContext,
  where: () => Place,
): Cell {
  if (content.isEmpty) return null;
  switch (type) {
    case 'n':
      return numberOrDate(style, content, context, where);
    case 's': {
      const index = content.number();
      const text = index === undefined ? undefined : context.sharedTexts[index];
      if (text === undefined) {
        refuseDamaged(
          where(),
          `a cell that refers to text number ${quoteCell(content.text())}, which the workbook does not have`,
        );
      }
      return text === '' ? null : text;
    }
    case 'str': {
      const text = unescapeText(content.text());
      return text === '' ? null : text;
    }
    case 'b':
      return boolean(content.text().trim(), where);
    case 'e':
      return { error: content.text().trim() };
    case 'd': {
      const date = isoToDate(content.text().trim());
      return date === undefined ? content.text() : { date };
    }
    default:
      return refuseDamaged(where(), `a cell of an unknown type, ${quoteCell(type)}`);
  }
}

function numberOrDate(style: number, content: TextCollector, context: CellContext, where: () => Place): Cell {
  const value = content.number();
  if (value === undefined) {
    const text = content.text();
    if (text.trim() === '') return null;
    return refuse(
      where(),
      `${quoteCell(text)} in a cell that is marked as a number`,
      'a number that Excel can hold, with fewer than 309 digits',
      'Type the value into the cell again in Excel and save the workbook.',
    );
  }
  return shownNumber(value, style, context);
}

/** A number as the date that its cell shows it as, or as it is. */
export function shownNumber(value: number, style: number, context: CellContext): Cell {
  if (context.dateStyles[style] !== true) return value;
  return context.dates.date(value) ?? value;
}

function boolean(text: string, where: () => Place): boolean {
  if (text === '1' || text === 'true') return true;
  if (text === '0' || text === 'false') return false;
  return refuseDamaged(where(), `${quoteCell(text)} in a cell that is marked as true or false`);
}
