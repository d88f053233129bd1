import { type Cell, cellText } from '../workbook/cell.ts';

/** Which way round dates in figures are written, and what showed it. */
export interface DateOrder {
  readonly order: 'dayFirst' | 'monthFirst';
  readonly because: string;
  /** Said where the dates contradict each other. */
  readonly doubt?: string;
}

const inFigures = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}\b/;

/** British dates put the day first; the order is taken for American only where a date proves it. */
export function dateOrderOf(cells: readonly Cell[]): DateOrder {
  const texts = cells.map(cellText);
  const parts = texts.map((text) => inFigures.exec(text));
  const dayFirst = texts[parts.findIndex((part) => part !== null && Number(part[1]) > 12)];
  const monthFirst = texts[parts.findIndex((part) => part !== null && Number(part[2]) > 12)];
  if (dayFirst !== undefined && monthFirst !== undefined) {
    return {
      order: 'dayFirst',
      because: 'British dates put the day first',
      doubt: `"${dayFirst}" has the day first and "${monthFirst}" has the month first`,
    };
  }
  if (monthFirst !== undefined) return { order: 'monthFirst', because: `"${monthFirst}" has no 13th month` };
  if (dayFirst !== undefined) return { order: 'dayFirst', because: `"${dayFirst}" has no 13th month` };
  return { order: 'dayFirst', because: 'British dates put the day first' };
}
