import type { PreparedLm3 } from '../lm3.ts';
import { isLocal } from '../local-supplier.ts';
import type { TakenShares } from '../taken-shares.ts';
import type { Moved } from './moved-table.ts';

/** The least and the most that something can be, GBP. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/**
 * What moves of spend can change in rounds 2 and 3 whatever silent suppliers are like. A supplier
 * re-spends the same share before and after, so only the money that moved leaves the change open:
 * silent suppliers whose money does not move cancel out.
 */
export function moveBounds(before: PreparedLm3, { follows }: TakenShares, moved: Moved): Range {
  const ranges: Range[] = [];
  for (const [place, change] of moved.byPlace) {
    const supplier = before.table.supplierAt(place);
    const local = isLocal(supplier, before.project.settings);
    const answer = follows(local) ? supplier.respendShare : 0;
    ranges.push(rangeOf(change, local, answer));
  }
  for (const [{ respendShare = null }, change] of moved.byNew) {
    ranges.push(rangeOf(change, true, respendShare));
  }
  return together(ranges);
}

function rangeOf(change: number, local: boolean, share: number | null): Range {
  const round2 = local ? change : 0;
  return share === null
    ? opened(round2, change)
    : { low: round2 + change * share, high: round2 + change * share };
}

/** A known sum and an amount of which anything from nothing to everything may count. */
export function opened(known: number, open: number): Range {
  return { low: known + Math.min(open, 0), high: known + Math.max(open, 0) };
}

export function together(ranges: readonly Range[]): Range {
  return ranges.reduce((sum, { low, high }) => ({ low: sum.low + low, high: sum.high + high }), {
    low: 0,
    high: 0,
  });
}
