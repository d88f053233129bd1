import { asFraction, seededNumbers } from './seeded-numbers.ts';
import { sizeOrder } from './size-order.ts';
import type { SizeRanks } from './size-ranks.ts';
import type { Split } from './split.ts';

/** A random number for every supplier that may be asked, and draws by them. */
export interface Draw {
  /** The number of a place in the table, from 0 to 1; null for suppliers that are not to be asked. */
  readonly numberOf: (place: number) => number | null;
  /** Places drawn for the rest of a split, by rising number. */
  readonly of: (split: Split) => readonly number[];
}

/**
 * Gives each supplier that may be asked, in the order of the list, the next of the seeded numbers. The
 * rest is drawn by the smallest numbers of each kind, so that a larger draw holds a smaller one and an
 * auditor can redo it.
 */
export function drawOf(suppliers: number, { askable, isLocal }: SizeRanks, seed: number): Draw {
  const numbers = new Uint32Array(suppliers);
  const next = seededNumbers(seed);
  const bySize = new Uint32Array(suppliers);
  askable.forEach((place, index) => {
    bySize[place] = index + 1;
  });
  for (let place = 0; place < suppliers; place += 1) if (bySize[place] !== 0) numbers[place] = next();
  let rising: Uint32Array | undefined;
  return {
    numberOf: (place) => (bySize[place] === 0 ? null : asFraction(numbers[place] as number)),
    of: ({ largest, random }) => {
      let left = random.local + random.nonLocal;
      if (left === 0) return [];
      rising ??= byNumber(askable, numbers);
      const open = { local: random.local, nonLocal: random.nonLocal };
      const drawn: number[] = [];
      for (const place of rising) {
        if ((bySize[place] as number) <= largest) continue;
        const kind = isLocal(place) ? 'local' : 'nonLocal';
        if (open[kind] === 0) continue;
        open[kind] -= 1;
        drawn.push(place);
        left -= 1;
        if (left === 0) break;
      }
      return drawn;
    },
  };
}

/** Places by rising number. */
function byNumber(places: Uint32Array, numbers: Uint32Array): Uint32Array {
  const keys = new Float64Array(places.length);
  places.forEach((place, index) => {
    keys[index] = numbers[place] as number;
  });
  return sizeOrder(keys, 'rising').map((index) => places[index] as number);
}
