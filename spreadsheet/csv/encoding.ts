/** How a text file writes its characters. ASCII is all of them but the wide ones, as far as it goes. */
export type Encoding = 'ascii' | 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';

export interface SniffedEncoding {
  readonly encoding: Encoding;
  /** Bytes of the byte order mark to skip. */
  readonly markBytes: number;
}

/**
 * Tells the encoding from the beginning of a file: by its byte order mark, by the zero bytes that
 * UTF-16 puts beside each ASCII character, or by whether it is valid UTF-8. What is none of these is
 * taken for Windows-1252, which Excel writes as "CSV (comma delimited)" on a British computer.
 * The sample may end inside a character.
 */
export function sniffEncoding(sample: Uint8Array): SniffedEncoding {
  const [first, second, third] = sample;
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8', markBytes: 3 };
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', markBytes: 2 };
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', markBytes: 2 };
  const wide = sniffWide(sample);
  if (wide !== undefined) return { encoding: wide, markBytes: 0 };
  if (sample.every((code) => code < 0x80)) return { encoding: 'ascii', markBytes: 0 };
  return { encoding: isUtf8(sample) ? 'utf-8' : 'windows-1252', markBytes: 0 };
}

function sniffWide(sample: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  let evenZeros = 0;
  let oddZeros = 0;
  for (let at = 0; at < sample.length; at += 1) {
    if (sample[at] !== 0) continue;
    if (at % 2 === 0) evenZeros += 1;
    else oddZeros += 1;
  }
  const many = Math.max(1, sample.length * 0.2);
  if (oddZeros > many && evenZeros === 0) return 'utf-16le';
  if (evenZeros > many && oddZeros === 0) return 'utf-16be';
  return undefined;
}

function isUtf8(sample: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** What Windows-1252 puts where Latin-1 has control characters; 0 where it has nothing. */
const windowsSigns =
  '\u20ac\0\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\0\u017d\0' +
  '\0\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\0\u017e\u0178';

/**
 * Windows-1252 as text. Done here because some versions of Node decode it as Latin-1 and lose the
 * curly quotes. Bytes without a meaning become the replacement character.
 */
export function decodeWindows1252(bytes: Uint8Array): string {
  let text = '';
  for (const code of bytes) {
    if (code < 0x80 || code > 0x9f) text += String.fromCharCode(code);
    else text += windowsSigns[code - 0x80] === '\0' ? '\ufffd' : (windowsSigns[code - 0x80] as string);
  }
  return text;
}
