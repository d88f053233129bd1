import { supplierKey } from '../../ledger/supplier-key.ts';
import { RunningSum } from '../../units/sum.ts';
import type { PreparedLm3 } from '../lm3.ts';
import { isLocal } from '../local-supplier.ts';
import type { TakenShares } from '../taken-shares.ts';

/** GBP that leave the area, by the round in which they do. */
export interface Leaving {
  /** Paid outside the area in round 2. */
  readonly round2: number;
  /** Not re-spent in the area in round 3, by the local and the non-local alike. */
  readonly round3: number;
  /** Both: what these pounds are short of a pound kept in each round. */
  readonly total: number;
}

/** One supplier, or all suppliers of one category, added up. GBP. */
export interface LeakSum {
  readonly name: string;
  readonly spend: number;
  readonly localSpend: number;
  readonly suppliers: number;
  readonly localSuppliers: number;
  readonly answered: boolean;
  readonly category?: string;
  readonly leaving: Leaving;
  /** GBP in rounds 2 and 3 if all its non-local spend went to the average local supplier. */
  readonly movingAdds: number;
}

class Running {
  readonly spend = new RunningSum();
  readonly localSpend = new RunningSum();
  readonly notRespent = new RunningSum();
  readonly movingAdds = new RunningSum();
  suppliers = 0;
  localSuppliers = 0;
  answered = true;

  constructor(
    private readonly name: string,
    private readonly category: string | undefined,
  ) {}

  add(spend: number, local: boolean, share: number, answered: boolean, localShare: number | undefined): void {
    this.spend.add(spend);
    this.notRespent.add(spend * (1 - share));
    if (local) this.localSpend.add(spend);
    else if (localShare !== undefined) this.movingAdds.add(spend * (1 + localShare - share));
    this.suppliers += 1;
    if (local) this.localSuppliers += 1;
    if (!answered) this.answered = false;
  }

  sum(): LeakSum {
    const [spend, localSpend] = [this.spend.value, this.localSpend.value];
    const [round2, round3] = [spend - localSpend, this.notRespent.value];
    return {
      name: this.name,
      spend,
      localSpend,
      suppliers: this.suppliers,
      localSuppliers: this.localSuppliers,
      answered: this.answered,
      ...(this.category === undefined ? {} : { category: this.category }),
      leaving: { round2, round3, total: round2 + round3 },
      movingAdds: this.movingAdds.value,
    };
  }
}

/**
 * Adds up what leaves through each supplier and through each category, where categories are given.
 *
 * @param localShare re-spend share of the average local supplier; undefined when none is known
 */
export function leakSums(
  { table, project }: PreparedLm3,
  taken: TakenShares,
  localShare: number | undefined,
): { suppliers: LeakSum[]; categories: LeakSum[] } {
  const suppliers = new Map<string, Running>();
  const categories = new Map<string, Running>();
  for (let place = 0; place < table.spend.length; place += 1) {
    const supplier = table.supplierAt(place);
    const local = isLocal(supplier, project.settings);
    const answered = supplier.respendShare !== null;
    const share = taken.shareAt(place);
    const groups: [Map<string, Running>, string | undefined, string | undefined][] = [
      [suppliers, supplier.name, supplier.category],
      [categories, supplier.category, undefined],
    ];
    for (const [sums, name, category] of groups) {
      if (name === undefined) continue;
      const key = supplierKey(name);
      const sum = sums.get(key) ?? new Running(name, category);
      sums.set(key, sum);
      sum.add(supplier.spend, local, share, answered, localShare);
    }
  }
  const all = (sums: Map<string, Running>): LeakSum[] => [...sums.values()].map((running) => running.sum());
  return { suppliers: all(suppliers), categories: all(categories) };
}
