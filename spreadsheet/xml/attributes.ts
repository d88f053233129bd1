import { byte, isSpace, nameOf } from './bytes.ts';
import { decodeText } from './text.ts';

/** No attribute in a workbook has a name near that long. */
const longestName = 255;

/**
 * The attributes of the tag that the scanner stands on, read one after the other without making a
 * list: a sheet has millions of tags. Good only until the handler returns.
 */
export class Attributes {
  /** Name of the current attribute, with its prefix. */
  name = '';
  bytes: Uint8Array = new Uint8Array(0);
  /** Where the current value begins and ends in `bytes`, without its quotes. */
  from = 0;
  to = 0;
  readonly #refuse: (found: string) => never;
  #start = 0;
  #at = 0;
  #end = 0;

  constructor(refuse: (found: string) => never) {
    this.#refuse = refuse;
  }

  /** Sets out over the attributes that stand in these bytes. */
  begin(bytes: Uint8Array, start: number, end: number): void {
    this.bytes = bytes;
    this.#start = start;
    this.#at = start;
    this.#end = end;
  }

  /** Steps to the next attribute; false after the last. */
  next(): boolean {
    const { bytes } = this;
    const end = this.#end;
    let at = this.#at;
    while (at < end && isSpace(bytes[at] as number)) at += 1;
    if (at >= end) return false;
    const nameFrom = at;
    while (at < end && bytes[at] !== byte.equals && !isSpace(bytes[at] as number)) at += 1;
    const nameTo = at;
    if (nameTo - nameFrom > longestName) this.#refuse('an attribute with a very long name');
    while (at < end && isSpace(bytes[at] as number)) at += 1;
    if (at >= end || bytes[at] !== byte.equals || nameTo === nameFrom)
      this.#refuse('an attribute without a value');
    at += 1;
    while (at < end && isSpace(bytes[at] as number)) at += 1;
    const quote = bytes[at];
    if (at >= end || (quote !== byte.doubleQuote && quote !== byte.singleQuote)) {
      this.#refuse('an attribute value without quotes');
    }
    this.from = at + 1;
    at += 1;
    while (at < end && bytes[at] !== quote) at += 1;
    if (at >= end) this.#refuse('an attribute value whose quotes are not closed');
    this.to = at;
    this.#at = at + 1;
    this.name = nameOf(bytes, nameFrom, nameTo);
    return true;
  }

  /** The current value as text. */
  text(): string {
    return (
      decodeText(this.bytes, this.from, this.to) ?? this.#refuse('an attribute value that is not valid text')
    );
  }

  /** The value of the attribute of that name, searched from the first on. */
  get(name: string): string | undefined {
    this.#at = this.#start;
    while (this.next()) if (this.name === name) return this.text();
    return undefined;
  }

  /** The value of the attribute with that name after any prefix but with one: `id` finds `r:id`. */
  getPrefixed(localName: string): string | undefined {
    this.#at = this.#start;
    while (this.next()) if (this.name.endsWith(`:${localName}`)) return this.text();
    return undefined;
  }
}
