import { formatCount, type Place } from '../../core/index.ts';
import type { Reading } from '../reading.ts';
import { refuse, refuseDamaged } from '../refusal.ts';
import { Attributes } from './attributes.ts';
import { byte, findAscii, isSpace, nameOf } from './bytes.ts';
import { refuseOtherEncoding, skipByteOrderMark } from './encoding.ts';

/** What the scanner tells of a document, in order. Names come without their namespace prefix. */
export interface XmlHandler {
  /** `depth` is 1 for the outermost element. `attributes` are good only until this returns. */
  open(name: string, attributes: Attributes, depth: number): void;
  close(name: string, depth: number): void;
  /** A run of text; comments and CDATA sections split it. `raw` text (CDATA) has no references in it. */
  text(bytes: Uint8Array, from: number, to: number, raw: boolean): void;
  /**
   * Takes a whole element, whose `<` is at `at`, in one go and returns where it ends; -1 leaves it to be
   * told tag by tag. For what a document holds millions of, always written alike.
   */
  whole?(bytes: Uint8Array, at: number, depth: number): number;
  /** The bytes told of so far are about to be used again: what is still wanted must be copied now. */
  letGo?(): void;
}

const empty = new Uint8Array(0);

/**
 * Reads XML as it comes, holding no more than one tag or one run of text. It makes no tree, follows
 * no reference and looks nothing up: a document type declaration, the door to entity bombs, is
 * refused. Tags must nest; everything else that a validator would check is left alone.
 */
export class XmlScanner {
  readonly #handler: XmlHandler;
  readonly #reading: Reading;
  readonly #where: Place;
  readonly #part: string;
  readonly #attributes: Attributes;
  readonly #open: string[] = [];
  /** Holds what is left over of one piece with the next, used again for each. */
  #buffer: Uint8Array = empty;
  #held = 0;
  /** Bytes to gather before looking again at an unfinished tag, so that looking stays linear. */
  #enough = 4;
  #begun = false;
  #rootClosed = false;

  /** @param part the file inside the workbook, as issues name it */
  constructor(handler: XmlHandler, reading: Reading, where: Place, part: string) {
    this.#handler = handler;
    this.#reading = reading;
    this.#where = where;
    this.#part = part;
    this.#attributes = new Attributes((found) => this.#damaged(found));
  }

  /** Takes the next bytes; the caller may use their buffer again. */
  push(chunk: Uint8Array): void {
    let data = chunk;
    if (this.#held > 0 || this.#enough > chunk.length) {
      this.#makeRoom(this.#held + chunk.length);
      this.#buffer.set(chunk, this.#held);
      this.#held += chunk.length;
      if (this.#held < this.#enough) return;
      data = this.#buffer.subarray(0, this.#held);
    }
    let from = 0;
    if (!this.#begun) {
      this.#begun = true;
      from = skipByteOrderMark(data, this.#where, this.#part);
    }
    const done = this.#scan(data, from);
    this.#handler.letGo?.();
    const left = data.length - done;
    if (data === chunk) this.#makeRoom(left);
    this.#buffer.set(data.subarray(done));
    this.#held = left;
    this.#enough = left * 2;
    if (left > this.#reading.limits.xmlTokenBytes) this.#refuseLong();
  }

  #makeRoom(bytes: number): void {
    if (bytes <= this.#buffer.length) return;
    const larger = new Uint8Array(Math.max(bytes, this.#buffer.length * 2));
    larger.set(this.#buffer.subarray(0, this.#held));
    this.#buffer = larger;
  }

  /** Call after the last bytes: refuses a document that is not closed. */
  end(): void {
    const rest = this.#buffer.subarray(0, this.#held);
    this.#enough = 0;
    const done = rest.length > 0 ? this.#scan(rest, 0) : 0;
    if (!isBlank(rest, done, rest.length) || !this.#rootClosed) {
      const last = this.#open.at(-1);
      this.#damaged(last === undefined ? 'no whole document' : `an end before </${last}>`);
    }
  }

  /** Tells the handler of everything that is complete; returns where the incomplete rest begins. */
  #scan(data: Uint8Array, start: number): number {
    const length = data.length;
    let at = start;
    while (at < length) {
      if (data[at] !== byte.less) {
        let end = at + 1;
        while (end < length && data[end] !== byte.less) end += 1;
        if (end === length) return at;
        this.#text(data, at, end, false);
        at = end;
      }
      const next = data[at + 1];
      let end: number;
      if (next === undefined) return at;
      if (next === byte.exclamation) end = this.#declaration(data, at);
      else if (next === byte.question) end = this.#instruction(data, at);
      else if (next === byte.slash) end = this.#closingTag(data, at);
      else {
        const depth = this.#open.length + 1;
        const mayBeWhole = depth > 1 && depth + deepestInWhole <= this.#reading.limits.xmlDepth;
        end = mayBeWhole ? (this.#handler.whole?.(data, at, depth) ?? -1) : -1;
        if (end < 0) end = this.#openingTag(data, at);
      }
      if (end < 0) return at;
      at = end;
    }
    return at;
  }

  #openingTag(data: Uint8Array, at: number): number {
    const length = data.length;
    let nameFrom = at + 1;
    let end = nameFrom;
    for (; end < length; end += 1) {
      const code = data[end] as number;
      if (code === byte.colon) nameFrom = end + 1;
      else if (code === byte.greater || code === byte.slash || isSpace(code)) break;
    }
    const nameTo = end;
    // A > inside quotes does not end the tag.
    let quote = 0;
    for (; end < length; end += 1) {
      const code = data[end] as number;
      if (quote !== 0) {
        if (code === quote) quote = 0;
        else if (code === byte.less) this.#damaged('an opening angle bracket inside a tag');
      } else if (code === byte.greater) break;
      else if (code === byte.doubleQuote || code === byte.singleQuote) quote = code;
      else if (code === byte.less) this.#damaged('an opening angle bracket inside a tag');
    }
    if (end >= length) return -1;
    if (end - at > this.#reading.limits.xmlTokenBytes) this.#refuseLong();
    if (nameTo === nameFrom) this.#damaged('a tag without a name');
    if (nameTo - nameFrom > longestName) this.#damaged('a tag with a very long name');
    const name = nameOf(data, nameFrom, nameTo);
    const selfClosing = data[end - 1] === byte.slash;
    if (this.#rootClosed) this.#damaged(`a second document, <${name}>, after the first`);
    this.#open.push(name);
    const depth = this.#open.length;
    if (depth > this.#reading.limits.xmlDepth)
      this.#damaged(`elements nested more than ${formatCount(depth - 1)} deep`);
    this.#attributes.begin(data, nameTo, selfClosing ? end - 1 : end);
    this.#handler.open(name, this.#attributes, depth);
    if (selfClosing) this.#close(name, depth);
    return end + 1;
  }

  #closingTag(data: Uint8Array, at: number): number {
    const length = data.length;
    let nameFrom = at + 2;
    let end = nameFrom;
    let nameTo = -1;
    for (; end < length; end += 1) {
      const code = data[end] as number;
      if (code === byte.greater) break;
      if (code === byte.colon) nameFrom = end + 1;
      else if (nameTo < 0 && isSpace(code)) nameTo = end;
    }
    if (end >= length) return -1;
    if (nameTo < 0) nameTo = end;
    const depth = this.#open.length;
    const expected = this.#open[depth - 1];
    if (expected === undefined || !isName(expected, data, nameFrom, nameTo)) {
      const found = nameOf(data, nameFrom, Math.min(nameTo, nameFrom + 40));
      this.#damaged(`</${found}> where ${expected === undefined ? 'nothing' : `</${expected}>`} was due`);
    }
    this.#close(expected, depth);
    return end + 1;
  }

  #close(name: string, depth: number): void {
    this.#handler.close(name, depth);
    this.#open.pop();
    if (depth === 1) this.#rootClosed = true;
  }

  /** A comment, a CDATA section or the declaration that is refused. */
  #declaration(data: Uint8Array, at: number): number {
    const opening = nameOf(data, at, Math.min(data.length, at + cdata.length));
    if (opening.startsWith('<!--')) {
      const end = findAscii(data, '-->', at + 4);
      return end < 0 ? -1 : end + 3;
    }
    if (opening === cdata) {
      const end = findAscii(data, ']]>', at + cdata.length);
      if (end < 0) return -1;
      this.#text(data, at + cdata.length, end, true);
      return end + 3;
    }
    if ('<!--'.startsWith(opening) || cdata.startsWith(opening)) return -1;
    return refuse(
      this.#where,
      `a document type declaration in ${this.#part}`,
      'plain data, as Excel writes it',
      'Such declarations can be used to attack programs. Open the file in Excel and save it as a new workbook (.xlsx).',
    );
  }

  #instruction(data: Uint8Array, at: number): number {
    const end = findAscii(data, '?>', at + 2);
    if (end < 0) return -1;
    refuseOtherEncoding(nameOf(data, at, Math.min(end, at + 200)), this.#where, this.#part);
    return end + 2;
  }

  #text(data: Uint8Array, from: number, to: number, raw: boolean): void {
    if (to - from > this.#reading.limits.xmlTokenBytes) this.#refuseLong();
    if (this.#open.length > 0) this.#handler.text(data, from, to, raw);
    else if (raw || !isBlank(data, from, to)) this.#damaged('text outside the document');
  }

  #refuseLong(): never {
    return refuse(
      this.#where,
      `a single piece of more than ${formatCount(this.#reading.limits.xmlTokenBytes)} bytes in ${this.#part}`,
      'texts and tags no longer than Excel allows',
      'Shorten very long texts, or open the file in Excel and save it as a new workbook (.xlsx).',
    );
  }

  #damaged(found: string): never {
    return refuseDamaged(this.#where, `damaged content in ${this.#part}: ${found}`);
  }
}

const cdata = '<![CDATA[';

/** How many levels an element that is taken whole may have inside: `<is><t>` in a cell. */
const deepestInWhole = 2;

/** No name in a workbook comes near it. */
const longestName = 255;

function isName(name: string, data: Uint8Array, from: number, to: number): boolean {
  if (to - from !== name.length) return false;
  for (let at = 0; at < name.length; at += 1) if (data[from + at] !== name.charCodeAt(at)) return false;
  return true;
}

function isBlank(data: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (!isSpace(data[at] as number)) return false;
  return true;
}
