/** A stream of numbers from 0 up to 1 that is the same for the same seed. */
export type Numbers = () => number;

/** Mulberry32: unlike the shorter rule that `numbers` of the speed rows uses, fit for drawing samples. */
export function seededNumbers(seed: number): Numbers {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from 0 up to `below`. */
export const wholeBelow = (below: number, next: Numbers): number => Math.floor(next() * below);
