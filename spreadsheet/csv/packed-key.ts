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
  let at = from;
  let word = keyEnd + 1;
  for (; at + 4 <= to; at += 4) {
    const four = view.getInt32(at, true);
    key[word] = four;
    word += 1;
    mixed = mixWord(mixed, four);
  }
  if (at < to) {
    const rest = view.getInt32(at, true) & (tailMasks[to - at] as number);
    key[word] = rest;
    mixed = mixWord(mixed, rest);
  }
  return mixed;
}
