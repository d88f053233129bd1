const quote = 0x22;
const space = 0x20;
const minus = 0x2d;
const point = 0x2e;
const comma = 0x2c;

/** Digits that are exact as a double together with two for the pence. */
const mostDigits = 13;

/**
 * Whole pence of an amount in place, for the forms that ledgers are full of: `1234.50`, `"1,234.50"`,
 * `£1,234.50`, `GBP 12`, `(1,234.50)`, `1,234.50-`. NaN for everything else: `linePence` in core, which defines what
 * amounts mean, has to look at the text then.
 *
 * @param windows whether the text is in Windows-1252, where the pound sign is one byte
 */
export function penceOfBytes(bytes: Uint8Array, from: number, to: number, windows: boolean): number {
  let at = from;
  let end = to;
  if (bytes[at] === quote) {
    // Were there another quote inside, what follows would find it and give up.
    if (end - at < 2 || bytes[end - 1] !== quote) return Number.NaN;
    at += 1;
    end -= 1;
  }
  while (at < end && bytes[at] === space) at += 1;
  while (end > at && bytes[end - 1] === space) end -= 1;
  let negative = false;
  if (bytes[at] === 0x28) {
    if (bytes[end - 1] !== 0x29) return Number.NaN;
    negative = true;
    at += 1;
    end -= 1;
    while (end > at && bytes[end - 1] === space) end -= 1;
    while (at < end && bytes[at] === space) at += 1;
  } else if (end > at && bytes[end - 1] === minus) {
    negative = true;
    end -= 1;
    while (end > at && bytes[end - 1] === space) end -= 1;
  }
  // A second sign, before or after the currency, is for the slow path to refuse.
  if (!negative && at < end && bytes[at] === minus) {
    negative = true;
    at += 1;
    while (at < end && bytes[at] === space) at += 1;
  }
  at = afterCurrency(bytes, at, end, windows);
  while (at < end && bytes[at] === space) at += 1;
  if (!negative && at < end && bytes[at] === minus) {
    negative = true;
    at += 1;
  }
  const pence = unsignedPence(bytes, at, end);
  return negative ? 0 - pence : pence;
}

function afterCurrency(bytes: Uint8Array, at: number, end: number, windows: boolean): number {
  if (at >= end) return at;
  if (windows) {
    if (bytes[at] === 0xa3) return at + 1;
  } else if (bytes[at] === 0xc2 && bytes[at + 1] === 0xa3) return at + 2;
  return bytes[at] === 0x47 && bytes[at + 1] === 0x42 && bytes[at + 2] === 0x50 ? at + 3 : at;
}

/** Digits, with commas where thousands end or without, and at most two decimals. */
function unsignedPence(bytes: Uint8Array, from: number, end: number): number {
  if (end - from > mostDigits) return Number.NaN;
  let pounds = 0;
  let at = from;
  /** Digits since the last comma; before the first one there may be one to three. */
  let run = 0;
  let commas = 0;
  for (; at < end; at += 1) {
    const digit = (bytes[at] as number) - 0x30;
    if (digit >= 0 && digit <= 9) {
      pounds = pounds * 10 + digit;
      run += 1;
    } else if (bytes[at] === comma && run > 0 && run <= 3 && (commas === 0 || run === 3)) {
      commas += 1;
      run = 0;
    } else break;
  }
  if (run === 0 || (commas > 0 && run !== 3)) return Number.NaN;
  if (at === end) return pounds * 100;
  if (bytes[at] !== point) return Number.NaN;
  const tenths = (bytes[at + 1] as number) - 0x30;
  const left = end - at - 1;
  if (left < 1 || left > 2 || tenths < 0 || tenths > 9) return Number.NaN;
  if (left === 1) return pounds * 100 + tenths * 10;
  const hundredths = (bytes[at + 2] as number) - 0x30;
  return hundredths < 0 || hundredths > 9 ? Number.NaN : pounds * 100 + tenths * 10 + hundredths;
}
