import { decodeWindows1252, type Encoding } from './encoding.ts';
import { unquote } from './records.ts';

// A byte order mark inside a field is a character like any other.
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** The value of one field whose bytes are known to be in the encoding. */
export function fieldText(bytes: Uint8Array, encoding: Encoding): string {
  const text = encoding === 'windows-1252' ? decodeWindows1252(bytes) : utf8.decode(bytes);
  return text.startsWith('"') ? unquote(text) : text;
}

/** Whether `total` stands somewhere in the bytes, in capitals or not. */
export function holdsTotal(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at + 5 <= to; at += 1) {
    if (
      ((bytes[at] as number) | 0x20) === 0x74 &&
      ((bytes[at + 1] as number) | 0x20) === 0x6f &&
      ((bytes[at + 2] as number) | 0x20) === 0x74 &&
      ((bytes[at + 3] as number) | 0x20) === 0x61 &&
      ((bytes[at + 4] as number) | 0x20) === 0x6c
    ) {
      return true;
    }
  }
  return false;
}
