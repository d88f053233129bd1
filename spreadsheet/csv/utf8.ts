/**
 * Whether bytes are UTF-8 as the web's decoders judge it (WHATWG Encoding, UTF-8 decoder): no overlong
 * forms, no surrogates, nothing above U+10FFFF, nothing cut off.
 */
export function isUtf8(bytes: Uint8Array, from: number, to: number): boolean {
  let at = from;
  while (at < to) {
    const lead = bytes[at] as number;
    at += 1;
    if (lead < 0x80) continue;
    if (lead < 0xc2 || lead > 0xf4) return false;
    const more = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
    if (at + more > to) return false;
    const second = bytes[at] as number;
    const lower = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const upper = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    if (second < lower || second > upper) return false;
    for (let index = 1; index < more; index += 1) {
      if (((bytes[at + index] as number) & 0xc0) !== 0x80) return false;
    }
    at += more;
  }
  return true;
}
