import { isSpace } from './bytes.ts';
import { parseNumber } from './number.ts';
import { decodeRaw, decodeText } from './text.ts';

const none = new Uint8Array(0);

/**
 * Gathers the text of one element. It nearly always comes as a single run, which is then left in
 * place until it is asked for: numbers and indexes are read off the bytes without making a string.
 */
export class TextCollector {
  readonly #refuse: (found: string) => never;
  readonly #maxBytes: number;
  #bytes: Uint8Array = none;
  #from = 0;
  #to = 0;
  /** Text of the earlier runs, once there is more than one. */
  #before = '';
  #size = 0;

  constructor(maxBytes: number, refuse: (found: string) => never) {
    this.#maxBytes = maxBytes;
    this.#refuse = refuse;
  }

  reset(): void {
    this.#bytes = none;
    this.#from = 0;
    this.#to = 0;
    this.#before = '';
    this.#size = 0;
  }

  add(bytes: Uint8Array, from: number, to: number, raw: boolean): void {
    this.#size += to - from;
    if (this.#size > this.#maxBytes) this.#refuse('a text longer than Excel allows in a cell');
    if (this.#to > this.#from || raw) this.#settle();
    if (raw) {
      this.#before += decodeRaw(bytes, from, to) ?? this.#refuse('text that is not valid UTF-8');
      return;
    }
    this.#bytes = bytes;
    this.#from = from;
    this.#to = to;
  }

  /** Copies what is still in place, as its bytes are about to change. */
  letGo(): void {
    this.#bytes = this.#bytes.slice(this.#from, this.#to);
    this.#to -= this.#from;
    this.#from = 0;
  }

  get isEmpty(): boolean {
    return this.#size === 0;
  }

  text(): string {
    if (this.#to > this.#from) this.#settle();
    return this.#before;
  }

  /** The text as a number; undefined when it is anything but a plain decimal that a cell can hold. */
  number(): number | undefined {
    if (this.#before !== '') return parseText(this.text());
    let from = this.#from;
    let to = this.#to;
    while (from < to && isSpace(this.#bytes[from] as number)) from += 1;
    while (from < to && isSpace(this.#bytes[to - 1] as number)) to -= 1;
    return parseNumber(this.#bytes, from, to);
  }

  #settle(): void {
    if (this.#to === this.#from) return;
    this.#before +=
      decodeText(this.#bytes, this.#from, this.#to) ??
      this.#refuse('text that is not valid UTF-8 or holds an unknown reference');
    this.#from = 0;
    this.#to = 0;
  }
}

const encoder = new TextEncoder();

function parseText(text: string): number | undefined {
  const bytes = encoder.encode(text.trim());
  return parseNumber(bytes, 0, bytes.length);
}
