import { type Anchor, type Column, source } from './enabled-columns.ts';
import { listWords, type TableAnswer } from './table-answer.ts';

/** "over 200 jobs": the least or the most that a figure may be. */
export interface Limit {
  readonly side: 'over' | 'under';
  readonly amount: number;
  /** The question without it. */
  readonly rest: string;
}

const limited =
  /\b(over|above|more than|at least|greater than|bigger than|exceed(?:s|ing)?|under|below|less than|fewer than|at most|up to) (?:gbp )?(\d+(?:\.\d+)?) ?(k|m|million|thousand)?\b/;
const multiples: Readonly<Record<string, number>> = { k: 1e3, thousand: 1e3, m: 1e6, million: 1e6 };

/** The limit that a levelled question sets; undefined when it sets none. */
export function limitIn(text: string): Limit | undefined {
  const match = limited.exec(text);
  if (match === null) return undefined;
  const [whole, word = '', digits = '', multiple = ''] = match;
  const side = /^(under|below|less|fewer|at most|up to)/.test(word) ? 'under' : 'over';
  const amount = Number(digits) * (multiples[multiple] ?? 1);
  return { side, amount, rest: text.replace(whole, ' ') };
}

/** The anchors whose figure lies on that side, most first. */
export function within(anchors: readonly Anchor[], column: Column, { side, amount }: Limit): TableAnswer {
  const inside = anchors
    .filter((anchor) => (side === 'over' ? column.value(anchor) > amount : column.value(anchor) < amount))
    .sort((a, b) => column.value(b) - column.value(a));
  const names = listWords(inside.map((anchor) => `${anchor.name} ${column.words(column.value(anchor))}`));
  const count = inside.length === 0 ? 'None' : `${inside.length}`;
  return {
    text: `${count} of ${anchors.length} anchors ${inside.length === 1 ? 'has' : 'have'} ${side} ${column.words(amount)} (${column.label})${inside.length === 0 ? '' : `: ${names}`}.`,
    sources: [source()],
    covered: true,
  };
}
