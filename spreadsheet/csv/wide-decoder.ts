import type { Place } from '../../core/index.ts';
import { refuse } from '../refusal.ts';

/**
 * Turns UTF-16, which Excel writes as "Unicode text", into UTF-8 piece by piece, so that one splitter
 * does for all encodings.
 */
export class WideDecoder {
  readonly #decoder: InstanceType<typeof TextDecoder>;
  readonly #encoder = new TextEncoder();
  readonly #place: Place;

  constructor(encoding: 'utf-16le' | 'utf-16be', place: Place) {
    this.#decoder = new TextDecoder(encoding, { fatal: true });
    this.#place = place;
  }

  push(chunk: Uint8Array): Uint8Array {
    return this.#encoder.encode(this.#decode(chunk, true));
  }

  end(): Uint8Array {
    return this.#encoder.encode(this.#decode(new Uint8Array(0), false));
  }

  #decode(chunk: Uint8Array, stream: boolean): string {
    try {
      return this.#decoder.decode(chunk, { stream });
    } catch {
      return refuse(
        this.#place,
        'text in UTF-16 with broken characters or cut off in the middle of one',
        'a whole, undamaged text file, best in UTF-8',
        'Get the file again, or export it as "CSV UTF-8".',
      );
    }
  }
}
