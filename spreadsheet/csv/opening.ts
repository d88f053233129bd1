import type { Reading } from '../reading.ts';
import { sniffDelimiter } from './delimiter.ts';
import { type Encoding, sniffEncoding } from './encoding.ts';
import { WideDecoder } from './wide-decoder.ts';

/** How much of the beginning of a file settles its encoding and its delimiter. */
export const sampleBytes = 64 * 1024;

/** A text file whose beginning has been looked at. */
export interface OpenedText {
  readonly encoding: Encoding;
  /** What further bytes go through, when the file is in UTF-16. */
  readonly wide: WideDecoder | undefined;
  /** The byte between fields. */
  readonly delimiter: number;
  /** The beginning without byte order mark and delimiter hint, and not in UTF-16 any more. */
  readonly pieces: readonly Uint8Array[];
}

/**
 * Settles encoding and delimiter by the first `sampleBytes`: always the same bytes, however the file was cut
 * into pieces.
 *
 * @param gathered beginning of the file, at least `sampleBytes` of it where it is that long
 * @param whole whether that is all of it
 * @param delimiter the character between fields, when it is known
 */
export function openText(
  gathered: Uint8Array,
  whole: boolean,
  { limits, place }: Reading,
  delimiter: string | undefined,
): OpenedText {
  const sample = gathered.subarray(0, sampleBytes);
  const { encoding, markBytes } = sniffEncoding(sample);
  const wide =
    encoding === 'utf-16le' || encoding === 'utf-16be' ? new WideDecoder(encoding, place) : undefined;
  const narrow = (bytes: Uint8Array) => (wide === undefined ? bytes : wide.push(bytes));
  const first = narrow(sample.subarray(markBytes));
  const sniffed =
    delimiter === undefined
      ? sniffDelimiter(first, whole && gathered.length <= sampleBytes, limits)
      : { delimiter: delimiter.charCodeAt(0), hintBytes: 0 };
  const pieces = [first.subarray(sniffed.hintBytes), narrow(gathered.subarray(sampleBytes))];
  return { encoding, wide, delimiter: sniffed.delimiter, pieces };
}
