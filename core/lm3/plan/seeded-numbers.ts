const modulus = 2 ** 31 - 1;
const multiplier = 48_271;
/** Small seeds begin with small numbers; after these that is forgotten. */
const thrownAway = 100;

/** Largest seed; the smallest is 1. */
export const largestSeed = modulus - 1;

/**
 * Whole numbers from 1 to 2^31 - 2 that look random and are the same for the same seed: each is 48,271
 * times the one before, modulo 2^31 - 1. The first 100 are thrown away. None comes twice before all
 * have come.
 *
 * It is chosen because anyone can redo it in a spreadsheet with `MOD(48271*A1,2147483647)`; it is not
 * for secrets. Source: Park, Miller and Stockmeyer, Communications of the ACM 36(7), 1993, pages 108-110;
 * the C++ standard calls it `minstd_rand` and gives 399268537 as its 10,000th number from seed 1.
 *
 * @param seed a whole number from 1 to 2^31 - 2
 * @throws RangeError for any other seed
 */
export function seededNumbers(seed: number): () => number {
  if (!Number.isInteger(seed) || seed < 1 || seed > largestSeed) {
    throw new RangeError(`seededNumbers: a seed is a whole number from 1 to ${largestSeed}, got ${seed}`);
  }
  let state = seed;
  // The product stays below 2^53, so nothing is lost in it.
  const next = (): number => {
    state = (state * multiplier) % modulus;
    return state;
  };
  for (let thrown = 0; thrown < thrownAway; thrown += 1) next();
  return next;
}

/** A number of the stream as it is printed: from 0 to 1. */
export const asFraction = (number: number): number => number / modulus;
