/** The bytes that steer the scanners; everything that matters to XML syntax is ASCII. */
export const byte = {
  tab: 0x09,
  lineFeed: 0x0a,
  carriageReturn: 0x0d,
  space: 0x20,
  exclamation: 0x21,
  doubleQuote: 0x22,
  singleQuote: 0x27,
  hyphen: 0x2d,
  slash: 0x2f,
  colon: 0x3a,
  less: 0x3c,
  equals: 0x3d,
  greater: 0x3e,
  question: 0x3f,
  closingBracket: 0x5d,
} as const;

export function isSpace(code: number): boolean {
  return code === byte.space || code === byte.lineFeed || code === byte.carriageReturn || code === byte.tab;
}

/** A name of ASCII bytes as a string. One-letter names, most of a sheet, come from the engine's cache. */
export function nameOf(bytes: Uint8Array, from: number, to: number): string {
  let name = String.fromCharCode(bytes[from] as number);
  for (let at = from + 1; at < to; at += 1) name += String.fromCharCode(bytes[at] as number);
  return name;
}

/** Where `sequence` (ASCII) begins in `bytes` at or after `from`, or -1. */
export function findAscii(bytes: Uint8Array, sequence: string, from: number): number {
  const first = sequence.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let same = 1;
    while (same < sequence.length && bytes[at + same] === sequence.charCodeAt(same)) same += 1;
    if (same === sequence.length) return at;
  }
  return -1;
}
