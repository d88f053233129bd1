import { type Cell, cellText } from './cell.ts';

/** Longest name or label, in characters. */
export const longestText = 200;

export const shortTextExpected = `a text of at most ${longestText} characters`;

export function shortText(cell: Cell): string | undefined {
  const text = cellText(cell);
  return text.length > 0 && text.length <= longestText ? text : undefined;
}
