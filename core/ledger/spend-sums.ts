import type { Placing } from '../area/placing.ts';
import type { Concentration, KindSum, SpendSum, SpendSupplier, TypeSum } from './spend.ts';
import type { SupplierSums } from './supplier-sums.ts';
import type { SupplierType } from './supplier-type.ts';

type Growing = { -readonly [Key in keyof SpendSum]: SpendSum[Key] };
interface Amount {
  readonly pence: number;
  readonly lines: number;
}

/** Sums by a key, with the number of suppliers behind each. */
export class SumBy<Key> {
  readonly #sums = new Map<Key, Growing & { readonly suppliers: Set<number> }>();

  add(key: Key, supplier: number, { pence, lines }: Amount, placing: Placing): void {
    let sum = this.#sums.get(key);
    if (!sum) {
      sum = { pence: 0, lines: 0, local: 0, notLocal: 0, cannotTell: 0, suppliers: new Set() };
      this.#sums.set(key, sum);
    }
    sum.pence += pence;
    sum.lines += lines;
    sum[placing] += pence;
    sum.suppliers.add(supplier);
  }

  sumOf(key: Key): SpendSum {
    const { suppliers: _, ...sum } = this.#sums.get(key) ?? {
      ...{ pence: 0, lines: 0, local: 0, notLocal: 0, cannotTell: 0 },
      suppliers: undefined,
    };
    return sum;
  }

  list(): (SpendSum & { readonly key: Key; readonly suppliers: number })[] {
    return [...this.#sums].map(([key, { suppliers, ...sum }]) => ({
      ...sum,
      key,
      suppliers: suppliers.size,
    }));
  }
}

/** Shares of the money that a reader asks for: how few suppliers stand for half of it? */
const shares = [0.5, 0.75, 0.9] as const;

/** How many of the largest suppliers make half, three quarters and nine tenths of the money. */
export function concentrationOf(suppliers: readonly SpendSupplier[]): Concentration {
  const amounts = suppliers
    .filter(({ kind, pence }) => pence > 0 && !kind?.kind.manyPeople)
    .map(({ pence }) => pence)
    .sort((a, b) => b - a);
  const pence = amounts.reduce((sum, amount) => sum + amount, 0);
  const reach = shares.map((share) => {
    let sum = 0;
    const needed = amounts.findIndex((amount) => {
      sum += amount;
      return sum >= share * pence;
    });
    return { share, suppliers: needed + 1 };
  });
  return { suppliers: amounts.length, pence, reach };
}

/** Lines that are no plain payments to suppliers, by kind. */
export function kindSums(suppliers: readonly SpendSupplier[], sums: readonly SupplierSums[]): KindSum[] {
  const found = new Map<string, { -readonly [Key in keyof KindSum]: KindSum[Key] }>();
  suppliers.forEach(({ kind, pence, lines }, index) => {
    if (!kind) return;
    const names = sums[index]?.names.length ?? 0;
    const sum = found.get(kind.kind.id);
    if (sum) {
      sum.names += names;
      sum.lines += lines;
      sum.pence += pence;
    } else found.set(kind.kind.id, { kind: kind.kind, names, lines, pence });
  });
  return [...found.values()].sort((a, b) => b.pence - a.pence);
}

/** Sums by what the file tells of suppliers; lines of which it does not tell stand last. */
export function typeSums(
  groups: readonly (Amount & { readonly payee: number; readonly type: SupplierType | undefined })[],
  supplierOf: Uint32Array,
): TypeSum[] {
  const sums = new SumBy<SupplierType | null>();
  for (const { payee, type, ...amount } of groups)
    sums.add(type ?? null, supplierOf[payee] ?? 0, amount, 'cannotTell');
  return sums
    .list()
    .map(({ key, pence, lines, suppliers }) => ({ type: key, pence, lines, suppliers }))
    .sort((a, b) => Number(a.type === null) - Number(b.type === null) || b.pence - a.pence);
}
