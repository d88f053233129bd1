import type { Source } from '../explain/explained.ts';

/** A source as it is printed in a cell: title, place, and whether we have read it there. */
export function sourceInWords(source: Source | undefined): string {
  if (source === undefined) return '';
  return `${source.title}, ${source.place}${source.verified ? '' : ' (not read by us in the document itself)'}`;
}
