import { supplierKey } from '../../ledger/supplier-key.ts';
import { exactSum, RunningSum } from '../../units/sum.ts';
import { isLocal } from '../local-supplier.ts';
import type { PeriodFacts } from './period-facts.ts';

/** One supplier in one period. */
export interface SupplierThen {
  /** GBP. */
  readonly spend: number;
  /** GBP of the spend that went to it as a local supplier. */
  readonly localSpend: number;
  /** What it re-spent or is taken to have re-spent of what it received, 0 to 1. */
  readonly respendShare: number;
  /** False when its share, or part of it, was taken from others. */
  readonly answered: boolean;
  /** What it adds to LM3 in rounds 2 and 3. */
  readonly adds: number;
}

/** What one supplier did to the change of LM3; `from` or `to` is null where it was not paid. */
export interface SupplierMove {
  readonly name: string;
  readonly from: SupplierThen | null;
  readonly to: SupplierThen | null;
  /** LM3: what it adds in the later period less what it added in the earlier one. */
  readonly change: number;
}

export interface SupplierMoves {
  /** Those that moved LM3 most, up or down. */
  readonly most: readonly SupplierMove[];
  /** How many more there are, and what they did together. */
  readonly others: { readonly count: number; readonly change: number };
}

/** Suppliers listed by name. */
const listed = 10;

/**
 * Suppliers by how much they moved LM3, matched by name without regard to case and spaces. All
 * changes add up to what suppliers did to LM3 in rounds 2 and 3.
 */
export function supplierMoves(from: PeriodFacts, to: PeriodFacts): SupplierMoves {
  const [before, after] = [suppliersThen(from), suppliersThen(to)];
  const moves: SupplierMove[] = [];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [then, now] = [before.get(key), after.get(key)];
    moves.push({
      name: now?.name ?? then?.name ?? key,
      from: then?.then ?? null,
      to: now?.then ?? null,
      change: (now?.then.adds ?? 0) - (then?.then.adds ?? 0),
    });
  }
  const moved = moves
    .filter(({ change }) => change !== 0)
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change) || (a.name < b.name ? -1 : 1));
  const rest = moved.slice(listed);
  return {
    most: moved.slice(0, listed),
    others: { count: rest.length, change: exactSum(rest.map(({ change }) => change)) },
  };
}

function suppliersThen({ prepared, taken, result, project }: PeriodFacts) {
  const { table } = prepared;
  const sums = new Map<
    string,
    { name: string; spend: RunningSum; local: RunningSum; respent: RunningSum; answered: boolean }
  >();
  for (let place = 0; place < table.spend.length; place += 1) {
    const supplier = table.supplierAt(place);
    const key = supplierKey(supplier.name);
    const entry = sums.get(key) ?? {
      name: supplier.name,
      spend: new RunningSum(),
      local: new RunningSum(),
      respent: new RunningSum(),
      answered: true,
    };
    entry.spend.add(supplier.spend);
    if (isLocal(supplier, project.settings)) entry.local.add(supplier.spend);
    entry.respent.add(supplier.spend * taken.shareAt(place));
    if (supplier.respendShare === null) entry.answered = false;
    sums.set(key, entry);
  }
  return new Map(
    [...sums].map(([key, { name, spend, local, respent, answered }]) => {
      const then: SupplierThen = {
        spend: spend.value,
        localSpend: local.value,
        respendShare: respent.value / spend.value,
        answered,
        adds: (local.value + respent.value) / result.round1,
      };
      return [key, { name, then }] as const;
    }),
  );
}
