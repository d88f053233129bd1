import type { SupplierTable } from '../supplier-table.ts';
import type { Sums } from './expected-reach.ts';
import { sizeOrder } from './size-order.ts';

/** Local and non-local suppliers apart. */
export type Kind = 'local' | 'nonLocal';

/** Suppliers that count, by size, so that any "largest so many" is added up at once. */
export interface SizeRanks {
  /** Places in the table, the largest spend first. */
  readonly order: Uint32Array;
  /** Places of silent suppliers whose answers count in round 3, the largest spend first. */
  readonly askable: Uint32Array;
  readonly isLocal: (place: number) => boolean;
  /** For a number of largest askable suppliers: how many suppliers of any kind are as large. */
  readonly rankOf: (largest: number) => number;
  /** The suppliers of a kind among the largest `rank` of all, or with `rest` those that are not. */
  readonly sums: (kind: Kind, answered: boolean, rank: number, rest: boolean) => Sums;
}

/** Three sums for each of four groups: local or not, answered or not. */
const sumsInGroup = 3;
const rowLength = 4 * sumsInGroup;
const firstSum = (local: boolean, answered: boolean): number =>
  ((local ? 0 : 2) + (answered ? 1 : 0)) * sumsInGroup;

/** @param chain whether round 3 follows local suppliers only */
export function sizeRanks(table: SupplierTable, chain: boolean): SizeRanks {
  const { spend, share, stratum, strata } = table;
  const total = spend.length;
  const isLocal = (place: number): boolean => strata[stratum[place] as number]?.local === true;
  const order = sizeOrder(spend, 'falling');
  // Row r holds the sums over the largest r suppliers.
  const running = new Float64Array((total + 1) * rowLength);
  const askable = new Uint32Array(total);
  const ranks = new Uint32Array(total + 1);
  let asked = 0;
  for (let rank = 0; rank < total; rank += 1) {
    const place = order[rank] as number;
    const amount = spend[place] as number;
    const local = isLocal(place);
    const answered = !Number.isNaN(share[place] as number);
    const row = rank * rowLength;
    for (let sum = row; sum < row + rowLength; sum += 1) running[sum + rowLength] = running[sum] as number;
    const at = row + rowLength + firstSum(local, answered);
    running[at] = (running[at] as number) + 1;
    running[at + 1] = (running[at + 1] as number) + amount;
    running[at + 2] = (running[at + 2] as number) + amount * amount;
    if (answered || (chain && !local)) continue;
    askable[asked] = place;
    asked += 1;
    ranks[asked] = rank + 1;
  }
  return {
    order,
    askable: askable.subarray(0, asked),
    isLocal,
    rankOf: (largest) => ranks[largest] ?? total,
    sums: (kind, answered, rank, rest) => {
      const first = firstSum(kind === 'local', answered);
      const read = (sum: number): number => {
        const upTo = running[rank * rowLength + first + sum] ?? 0;
        return rest ? (running[total * rowLength + first + sum] ?? 0) - upTo : upTo;
      };
      const count = read(0);
      // A difference of two running sums may leave a hair where there is nothing.
      return count === 0 ? { count: 0, spend: 0, squares: 0 } : { count, spend: read(1), squares: read(2) };
    },
  };
}
