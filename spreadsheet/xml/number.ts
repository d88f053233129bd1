const zero = 0x30;
const point = 0x2e;
const minus = 0x2d;
const exactDigits = 15;
const powersOfTen = Array.from({ length: exactDigits + 1 }, (_, power) => 10 ** power);
const longestNumber = 64;

/**
 * A decimal number in ASCII bytes. Undefined for anything else: text, an empty run, infinity, and
 * numbers too large to hold. Up to 15 digits are read off the bytes; digits and power of ten are then
 * both exact, so the one division rounds as reading the whole number would.
 */
export function parseNumber(bytes: Uint8Array, from: number, to: number): number | undefined {
  let at = from;
  const negative = bytes[at] === minus && at < to;
  if (negative) at += 1;
  let digits = 0;
  let value = 0;
  let decimals = -1;
  for (; at < to; at += 1) {
    const digit = (bytes[at] as number) - zero;
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      digits += 1;
      if (decimals >= 0) decimals += 1;
    } else if (digit === point - zero && decimals < 0) decimals = 0;
    else return parseSlowly(bytes, from, to);
  }
  if (digits === 0) return undefined;
  if (digits > exactDigits) return parseSlowly(bytes, from, to);
  if (decimals > 0) value /= powersOfTen[decimals] as number;
  return negative && value !== 0 ? -value : value;
}

function parseSlowly(bytes: Uint8Array, from: number, to: number): number | undefined {
  if (to - from > longestNumber) return undefined;
  const text = String.fromCharCode(...bytes.subarray(from, to));
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** A whole number of digits only, as in references and indexes; -1 for anything else. */
export function parseIndex(bytes: Uint8Array, from: number, to: number): number {
  if (to <= from || to - from > exactDigits) return -1;
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const digit = (bytes[at] as number) - zero;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}
