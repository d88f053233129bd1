import type { PaymentKind } from '../settings.ts';
import type { SupplierTable } from '../supplier-table.ts';
import type { SizeRanks } from './size-ranks.ts';

const nobodyToAsk: ReadonlySet<PaymentKind> = new Set(['redacted', 'person', 'benefit']);

/**
 * Places of silent suppliers, those first whose answers bring the bounds closest together: by spend,
 * and after all of them those that round 3 does not follow, whose answers change nothing in LM3. Names
 * that stand for people or for nobody are left out: there is nobody to ask.
 */
export function chaseOrder(table: SupplierTable, { order, askable }: SizeRanks): Uint32Array {
  const silent = order.filter((place) => Number.isNaN(table.share[place] as number));
  const canBeAsked = (place: number): boolean => {
    const { kind } = table.supplierAt(place);
    return kind === undefined || !nobodyToAsk.has(kind);
  };
  if (silent.length === askable.length) return askable.filter(canBeAsked);
  const followed = new Set(askable);
  return Uint32Array.from([...askable, ...silent.filter((place) => !followed.has(place))]).filter(canBeAsked);
}
