import { type Numbers, wholeBelow } from './numbers.ts';

/** Who answers: 1 at the place of each supplier that does. Suppliers stand in order of size, the largest first. */
export type Silence = (shares: Float64Array, next: Numbers) => Uint8Array;

/** As many as said, every supplier as likely as any other; between two numbers, any of them. */
export function atRandom(least: number, most = least): Silence {
  return (shares, next) => {
    const count = least + wholeBelow(most - least + 1, next);
    return smallestKeys(count, Float64Array.from(shares, next));
  };
}

/** Every supplier answers with the same chance. */
export function eachWithChance(chance: number): Silence {
  return (shares, next) => Uint8Array.from(shares, () => (next() < chance ? 1 : 0));
}

/** The largest are chased: they answer with one chance, the rest with another. */
export function largestChased(largest: number, chance: number, restChance: number): Silence {
  return (shares, next) =>
    Uint8Array.from(shares, (_, place) => (next() < (place < largest ? chance : restChance) ? 1 : 0));
}

/** Suppliers that re-spend more are keener to answer: weight e^(2 x share) in a draw without replacement. */
export function keenOnesAnswer(count: number): Silence {
  return (shares, next) =>
    smallestKeys(
      count,
      Float64Array.from(shares, (share) => -Math.log(1 - next()) / Math.exp(2 * share)),
    );
}

function smallestKeys(count: number, keys: Float64Array): Uint8Array {
  const answered = new Uint8Array(keys.length);
  const limit = keys.slice().sort()[count - 1] ?? -1;
  keys.forEach((key, place) => {
    if (key <= limit) answered[place] = 1;
  });
  return answered;
}
