import { mixWord } from './key-table.ts';

/**
 * A key as words: for each field its length in bytes and then its bytes, four to a word, the last word
 * filled up with zeros. The length before the bytes keeps different fields from making one key.
 */
export const wordsOf = (bytes: number): number => 1 + ((bytes + 3) >> 2);

const tailMasks = Int32Array.of(0, 0xff, 0xffff, 0xffffff);

/**
 * Packs the field between two places at the end of a key and mixes it into the hash. The view has to reach
 * three bytes beyond the field.
 *
 * @returns the hash; the key has grown by `wordsOf` the field's length
 */
export function packField(
  view: DataView,
  from: number,
  to: number,
  key: Int32Array,
  keyEnd: number,
  hash: number,
): number {
  key[keyEnd] = to - from;
  let mixed = mixWord(hash, to - from);
  // A second hash beside the first, so that the one need not wait for the other.
  let beside = hash;
  let at = from;
  let word = keyEnd + 1;
  for (; at + 8 <= to; at += 8) {
    const four = view.getInt32(at, true);
    const next = view.getInt32(at + 4, true);
    key[word] = four;
    key[word + 1] = next;
    word += 2;
    mixed = mixWord(mixed, four);
    beside = mixWord(beside, next);
  }
  if (at + 4 <= to) {
    const four = view.getInt32(at, true);
    key[word] = four;
    word += 1;
    mixed = mixWord(mixed, four);
    at += 4;
  }
  if (at < to) {
    const rest = view.getInt32(at, true) & (tailMasks[to - at] as number);
    key[word] = rest;
    beside = mixWord(beside, rest);
  }
  return mixWord(mixed, beside);
}
