import { byte } from './bytes.ts';
import { decodeEntities } from './entities.ts';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The text that stands in bytes of an XML document, with line ends and character references put
 * right. Undefined when the bytes are no UTF-8 or hold a reference that XML does not know by itself.
 */
export function decodeText(bytes: Uint8Array, from: number, to: number): string | undefined {
  const text = decodeRaw(bytes, from, to);
  return text?.includes('&') ? decodeEntities(text) : text;
}

/** The same for a CDATA section, where nothing is a reference. */
export function decodeRaw(bytes: Uint8Array, from: number, to: number): string | undefined {
  if (to - from < shortText) {
    const short = decodeShortAscii(bytes, from, to);
    if (short !== undefined) return short;
  }
  try {
    const text = decoder.decode(bytes.subarray(from, to));
    return text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
  } catch {
    return undefined;
  }
}

/** Up to this length building the string here beats calling the decoder. */
const shortText = 12;

function decodeShortAscii(bytes: Uint8Array, from: number, to: number): string | undefined {
  let text = '';
  for (let at = from; at < to; at += 1) {
    const code = bytes[at] as number;
    if (code >= 0x80 || code === byte.carriageReturn) return undefined;
    text += String.fromCharCode(code);
  }
  return text;
}
