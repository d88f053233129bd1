import { formatGbp, placingWords } from '../../core/index.ts';
import type { SpendAnswer } from '../files/file-answer.ts';
import type { Message } from './message.ts';
import { namedListMessage } from './named-list.ts';

/** The largest payees that are not known to be local. */
export function leaksMessage({ leaks, area }: SpendAnswer): Message {
  return namedListMessage({
    title: 'Where the most leaks away',
    intro:
      leaks.length === 0
        ? `Everyone who was paid is in ${area ?? 'the area'}.`
        : `The largest payees not known to be in ${area ?? 'the area'}:`,
    lines: leaks.map(({ name, pence, placing, category }) => ({
      lead: name,
      text: `: ${formatGbp(pence / 100)}, ${placingWords[placing].toLowerCase()}${category === null ? '' : `, ${category}`}`,
    })),
  });
}
