import { type Block, blockSlack } from './line-batch.ts';

/** One byte four times: four bytes are looked at together. */
const fourTimes = 0x01010101;
const fourSpaces = 0x20202020;
const fourHighBits = 0x80808080 | 0;

/** Room for the stops of a block, were every byte one. */
export function newStops(block: Block): Int32Array {
  return new Int32Array(block.capacity + blockSlack + 4);
}

/**
 * Lists where the first bytes of a block may be delimiters or line ends: places of every one of them in
 * order, and now and then of another byte, so look before you trust one.
 *
 * @param stops takes the places
 * @returns whether the bytes, and up to three of those after them, are all ASCII
 */
export function findStops({ words }: Block, length: number, delimiter: number, stops: Int32Array): boolean {
  const fourDelimiters = (delimiter * fourTimes) | 0;
  const end = (length + 3) >> 2;
  let seen = 0;
  let count = 0;
  for (let word = 0; word < end; word += 1) {
    const four = words[word] as number;
    seen |= four;
    const other = four ^ fourDelimiters;
    // The high bits of bytes that are the delimiter or below a space, as all line ends are.
    let marks = (((other - fourTimes) & ~other) | ((four - fourSpaces) & ~four)) & fourHighBits;
    while (marks !== 0) {
      stops[count] = (word << 2) + ((31 - Math.clz32(marks & -marks)) >> 3);
      count += 1;
      marks &= marks - 1;
    }
  }
  return (seen & fourHighBits) === 0;
}
