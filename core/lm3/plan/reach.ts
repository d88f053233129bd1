import { RunningSum } from '../../units/sum.ts';
import type { SupplierTable } from '../supplier-table.ts';
import type { SizeRanks } from './size-ranks.ts';
import type { Reach } from './survey-plan.ts';

/** Shares of supplier value that a plan tells the way to. */
const reachedShares = [0.5, 0.75, 0.9] as const;

/**
 * The fewest suppliers whose answers reach shares of supplier value. All silent ones count for that,
 * whether round 3 follows them or not, as they do in the response rate.
 */
export function reachOf(table: SupplierTable, { order }: SizeRanks, answerRate: number): Reach[] {
  const answered = new RunningSum();
  const silent = new RunningSum();
  const silentOrder = order.filter((place) => Number.isNaN(table.share[place] as number));
  for (const place of silentOrder) silent.add(table.spend[place] as number);
  table.share.forEach((share, place) => {
    if (!Number.isNaN(share)) answered.add(table.spend[place] as number);
  });
  const already = answered.value;
  const all = already + silent.value;
  return reachedShares.map((share) => {
    const missing = share * all - already;
    const { suppliers, value } = largestFor(missing, silentOrder, table.spend);
    const asked = largestFor(missing / answerRate, silentOrder, table.spend);
    return {
      share,
      suppliers,
      responseRateThen: all === 0 ? 1 : (already + value) / all,
      questionnaires: asked.value * answerRate >= missing ? asked.suppliers : null,
    };
  });
}

/** How many of the largest add up to so much, or all of them. */
function largestFor(missing: number, order: Uint32Array, spend: Float64Array) {
  const sum = new RunningSum();
  let suppliers = 0;
  while (sum.value < missing && suppliers < order.length) {
    sum.add(spend[order[suppliers] as number] as number);
    suppliers += 1;
  }
  return { suppliers, value: sum.value };
}
