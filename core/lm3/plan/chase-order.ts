import type { SupplierTable } from '../supplier-table.ts';
import type { SizeRanks } from './size-ranks.ts';

/**
 * Places of silent suppliers, those first whose answers bring the bounds closest together: by spend,
 * and after all of them those that round 3 does not follow, whose answers change nothing in LM3.
 */
export function chaseOrder(table: SupplierTable, { order, askable }: SizeRanks): Uint32Array {
  const silent = order.filter((place) => Number.isNaN(table.share[place] as number));
  if (silent.length === askable.length) return askable;
  const followed = new Set(askable);
  return Uint32Array.from([...askable, ...silent.filter((place) => !followed.has(place))]);
}
