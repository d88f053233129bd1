/** Excel's own bounds; an address past them is no address. */
export const lastRow = 1_048_576;
export const lastColumn = 16_384;

const letterA = 0x41;
const zero = 0x30;

/**
 * Reads `B3` off the bytes as column 1 (from 0) and row 3 in one number: row * 16,384 + column.
 * Returns -1 for what is no address, and for addresses past Excel's last cell, XFD1048576.
 */
export function parseReference(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  let column = 0;
  for (; at < to; at += 1) {
    const letter = (bytes[at] as number) - letterA;
    if (letter < 0 || letter > 25) break;
    column = column * 26 + letter + 1;
    if (column > lastColumn) return -1;
  }
  if (column === 0 || at === to) return -1;
  let row = 0;
  for (; at < to; at += 1) {
    const digit = (bytes[at] as number) - zero;
    if (digit < 0 || digit > 9) return -1;
    row = row * 10 + digit;
    if (row > lastRow) return -1;
  }
  return row === 0 ? -1 : row * lastColumn + column - 1;
}
