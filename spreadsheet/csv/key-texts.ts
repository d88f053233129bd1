import { wordsOf } from './packed-key.ts';

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** Bytes that are decoded together: one call of the decoder costs as much as hundreds of letters. */
const windowBytes = 32 * 1024;

/** The fields of packed keys as texts. Ask in the order in which they were gathered. */
export class KeyTexts {
  readonly #words: Int32Array;
  readonly #bytes: Uint8Array;
  #gathered = new Uint8Array(windowBytes);
  #used = 0;
  #text = '';
  /** Whether each byte that was gathered is one character of the text. */
  #inStep = false;
  #taken = 0;

  constructor(words: Int32Array) {
    this.#words = words;
    this.#bytes = new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
  }

  /**
   * Gathers the fields of a key. False when there is no room until those before have been asked for.
   *
   * @param word where the length of the first field stands, and after it its bytes
   */
  gather(word: number, fields: number): boolean {
    let bytes = 0;
    let at = word;
    for (let field = 0; field < fields; field += 1) {
      const length = this.#words[at] as number;
      bytes += length;
      at += wordsOf(length);
    }
    if (this.#used + bytes > this.#gathered.length) {
      if (this.#used > 0) return false;
      this.#gathered = new Uint8Array(bytes);
    }
    at = word;
    for (let field = 0; field < fields; field += 1) {
      const length = this.#words[at] as number;
      const from = 4 * (at + 1);
      for (let index = 0; index < length; index += 1) {
        this.#gathered[this.#used + index] = this.#bytes[from + index] as number;
      }
      this.#used += length;
      at += wordsOf(length);
    }
    return true;
  }

  /** Decodes all that was gathered. */
  decode(): void {
    this.#text = utf8.decode(this.#gathered.subarray(0, this.#used));
    this.#inStep = this.#text.length === this.#used;
    this.#used = 0;
    this.#taken = 0;
  }

  /** The next field, of as many bytes as it was gathered with. */
  next(length: number): string {
    const from = this.#taken;
    this.#taken += length;
    if (this.#inStep) return this.#text.slice(from, from + length);
    return utf8.decode(this.#gathered.subarray(from, from + length));
  }
}
