import { type ChaseList, formatCount, formatGbp, formatShare, type Lm3Result } from '../../core/index.ts';
import type { Message } from './message.ts';
import { namedListMessage } from './named-list.ts';

const listed = 10;

/** The silent suppliers whose answers would firm the result up most, the largest first. */
export function chaseListMessage({ name }: Pick<Lm3Result, 'name'>, chase: ChaseList): Message {
  const lines = chase.suppliers.slice(0, listed).map(({ name: supplier, spend, shareOfSpend, local }) => ({
    lead: supplier,
    text: `: ${formatGbp(spend)}, ${formatShare(shareOfSpend)} of supplier spend, ${local ? 'local' : 'not local'}`,
  }));
  const rest = chase.silent - lines.length;
  return namedListMessage({
    title: `Whom to ask first, for ${name}`,
    intro: tell(chase),
    lines,
    closing: rest > 0 && lines.length > 0 ? `and ${formatCount(rest)} smaller ones.` : undefined,
  });
}

function tell({ silent, neededForHalf }: ChaseList): string {
  if (silent === 0) return 'Every supplier has answered.';
  const quiet = `${formatCount(silent)} ${silent === 1 ? 'supplier has' : 'suppliers have'} not answered`;
  return neededForHalf === 0
    ? `${quiet}; those that answered stand for half of supplier spend or more.`
    : `${quiet}. Answers from ${formatCount(neededForHalf)} of them would make it half of supplier spend.`;
}
