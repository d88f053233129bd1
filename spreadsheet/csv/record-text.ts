import { decodeWindows1252, type Encoding } from './encoding.ts';
import { type RawRecord, unquote } from './records.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const replacement = '\ufffd';

/**
 * Decodes records one at a time, so that a field that someone keeps holds on to its own record and
 * not to the block of the file around it.
 *
 * As long as everything was ASCII the encoding is open, and the first record that is not settles it.
 * So a file that looks like ASCII for megabytes still reads right, whichever encoding it turns out to
 * be in; only one that mixes encodings is refused.
 */
export class RecordText {
  #encoding: Encoding;
  /** Number of the first record with a byte that means nothing in Windows-1252. */
  firstMeaningless: number | undefined;

  constructor(encoding: Encoding) {
    this.#encoding = encoding;
  }

  get encoding(): Encoding {
    return this.#encoding;
  }

  /** The fields as text; undefined when the bytes are not in the file's encoding. */
  fields(record: RawRecord): string[] | undefined {
    const { bytes, from, to, fieldEnds, fields, quoted } = record;
    const text = this.#decode(record);
    if (text === undefined) return undefined;
    const values: string[] = new Array(fields);
    // When each byte is one character, the ends count for the text as well.
    const inStep = text.length === to - from;
    let start = 0;
    for (let field = 0; field < fields; field += 1) {
      const end = fieldEnds[field] as number;
      const value = inStep ? text.slice(start, end) : utf8.decode(bytes.subarray(from + start, from + end));
      values[field] = quoted && value.startsWith('"') ? unquote(value) : value;
      start = end + 1;
    }
    return values;
  }

  #decode(record: RawRecord): string | undefined {
    const bytes = record.bytes.subarray(record.from, record.to);
    if (record.ascii) return utf8.decode(bytes);
    if (this.#encoding !== 'windows-1252') {
      const text = decodeUtf8(bytes);
      if (text !== undefined) {
        if (this.#encoding === 'ascii') this.#encoding = 'utf-8';
        return text;
      }
      if (this.#encoding !== 'ascii') return undefined;
      this.#encoding = 'windows-1252';
    }
    const text = decodeWindows1252(bytes);
    if (text.includes(replacement)) this.firstMeaningless ??= record.number;
    return text;
  }
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}
