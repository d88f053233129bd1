import { DeflateFault } from './deflate-fault.ts';

/** Codes up to this long are found in one step; longer ones, which are rare, in two. */
export const rootBits = 10;
const rootSize = 1 << rootBits;
const longestCode = 15;
const longestRest = longestCode - rootBits;

/** What an entry of the table says its code stands for. */
export const kind = { literal: 0, based: 1, end: 2, longer: 3 } as const;

/**
 * What each symbol of an alphabet stands for, as `payload << 10 | kind << 8 | extra bits << 4`. A
 * literal's payload is its byte, that of a length or a distance the least that it can be. Symbols that
 * have a code but must not be used are `noMeaning`.
 */
export type Meanings = Int32Array;
export const noMeaning = -1;

/**
 * A table that turns the next bits of the input into what they stand for: a meaning with the length of
 * its code in the lowest four bits. Entries for unused codes are 0. RFC 1951, 3.2.2.
 */
export class HuffmanTable {
  readonly entries = new Int32Array(rootSize + rootSize * (1 << longestRest));
  readonly #meanings: Meanings;
  readonly #lengthCounts = new Int32Array(longestCode + 1);
  readonly #nextCodes = new Int32Array(longestCode + 1);

  constructor(meanings: Meanings) {
    this.#meanings = meanings;
  }

  /** Builds the table from the lengths of the codes of all symbols; 0 for those that do not occur. */
  build(lengths: Uint8Array, from: number, symbols: number): void {
    const counts = this.#lengthCounts.fill(0);
    for (let symbol = 0; symbol < symbols; symbol += 1) {
      const length = lengths[from + symbol] as number;
      counts[length] = (counts[length] as number) + 1;
    }
    counts[0] = 0;
    let code = 0;
    for (let length = 1; length <= longestCode; length += 1) {
      code = (code + (counts[length - 1] as number)) << 1;
      this.#nextCodes[length] = code;
      if (code + (counts[length] as number) > 1 << length) throw new DeflateFault();
    }
    this.entries.fill(0, 0, rootSize);
    let used = rootSize;
    for (let symbol = 0; symbol < symbols; symbol += 1) {
      const length = lengths[from + symbol] as number;
      if (length === 0) continue;
      const next = this.#nextCodes[length] as number;
      this.#nextCodes[length] = next + 1;
      const meaning = this.#meanings[symbol] as number;
      used = this.#enter(reversed(next, length), length, meaning === noMeaning ? 0 : meaning | length, used);
    }
  }

  /** Puts in one code; `used` is how much of the table is taken, and returned with what this adds. */
  #enter(code: number, length: number, entry: number, used: number): number {
    const { entries } = this;
    if (length <= rootBits) {
      for (let at = code; at < rootSize; at += 1 << length) entries[at] = entry;
      return used;
    }
    const root = code & (rootSize - 1);
    let start = (entries[root] as number) >>> 10;
    let end = used;
    if (start === 0) {
      start = used;
      end = used + (1 << longestRest);
      entries.fill(0, start, end);
      entries[root] = (start << 10) | (kind.longer << 8);
    }
    for (let at = code >>> rootBits; at < 1 << longestRest; at += 1 << (length - rootBits)) {
      entries[start + at] = entry;
    }
    return end;
  }
}

/** Codes come with their first bit lowest. */
function reversed(code: number, length: number): number {
  let result = 0;
  for (let bit = 0; bit < length; bit += 1) result |= ((code >>> bit) & 1) << (length - 1 - bit);
  return result;
}
