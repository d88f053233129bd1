import { parseIndex } from '../xml/number.ts';
import { lastColumn, parseReference } from './cell-reference.ts';

/** Longer texts take the usual way, which counts their bytes. */
export const longestPlainText = 4096;

const letterC = 0x63;
const space = 0x20;
const greater = 0x3e;
const less = 0x3c;
const slash = 0x2f;
const quote = 0x22;
const equals = 0x3d;

/** What stands round the content of a cell, before and after, as Excel and most other programs write it. */
const valueTags = [ascii('<v>'), ascii('</v></c>')] as const;
const inlineTags = [ascii('<is><t>'), ascii('</t></is></c>')] as const;
const spacedInlineTags = [ascii('<is><t xml:space="preserve">'), ascii('</t></is></c>')] as const;

/**
 * A cell that is written in the plainest way, such as `<c r="B3" s="1"><v>7.5</v></c>`, read in one
 * go: nearly all cells of a ledger are. Anything else (formulas, other attributes, comments, runs of
 * rich text, a piece that ends inside the cell) is not taken, and is then read tag by tag.
 */
export class PlainCell {
  column = 0;
  row = 0;
  style = 0;
  /** The type as `cellValue` knows it; only numbers, shared, formula and inline texts are taken. */
  type: 'n' | 's' | 'str' | 'inlineStr' = 'n';
  /** Where the content lies; an empty cell has none. */
  from = 0;
  to = 0;
  readonly #longestText: number;

  /** @param maxBytes the limit on the text of one cell */
  constructor(maxBytes: number) {
    this.#longestText = Math.min(longestPlainText, maxBytes);
  }

  /** Reads the cell whose `<` is at `at`; returns where it ends, or -1 when it is not taken. */
  read(bytes: Uint8Array, start: number): number {
    if (bytes[start + 1] !== letterC || bytes[start + 2] !== space) return -1;
    let at = this.#attributes(bytes, start + 2);
    if (at < 0) return -1;
    if (bytes[at] === slash && bytes[at + 1] === greater) {
      this.from = 0;
      this.to = 0;
      return at + 2;
    }
    if (bytes[at] !== greater) return -1;
    at += 1;
    let tags: readonly [Uint8Array, Uint8Array] = valueTags;
    if (this.type === 'inlineStr') tags = standsAt(bytes, at, inlineTags[0]) ? inlineTags : spacedInlineTags;
    const [before, after] = tags;
    if (!standsAt(bytes, at, before)) return -1;
    at += before.length;
    this.from = at;
    const limit = Math.min(bytes.length, at + this.#longestText);
    while (at < limit && bytes[at] !== less) at += 1;
    this.to = at;
    return this.to > this.from && standsAt(bytes, at, after) ? at + after.length : -1;
  }

  /** Attributes `r`, `s` and `t`, each at most once, one space before each; returns where the tag goes on. */
  #attributes(bytes: Uint8Array, start: number): number {
    let at = start;
    let reference = -1;
    this.style = 0;
    this.type = 'n';
    while (bytes[at] === space) {
      const name = bytes[at + 1];
      if (bytes[at + 2] !== equals || bytes[at + 3] !== quote) return -1;
      const from = at + 4;
      let to = from;
      while (to < bytes.length && bytes[to] !== quote) to += 1;
      if (name === 0x72) reference = parseReference(bytes, from, to);
      else if (name === 0x73) this.style = parseIndex(bytes, from, to);
      else if (name !== 0x74 || !this.#setType(bytes, from, to)) return -1;
      at = to + 1;
    }
    if (reference < 0 || this.style < 0) return -1;
    this.row = Math.floor(reference / lastColumn);
    this.column = reference - this.row * lastColumn;
    return at;
  }

  #setType(bytes: Uint8Array, from: number, to: number): boolean {
    if (to === from + 1) {
      this.type = bytes[from] === 0x73 ? 's' : 'n';
      return bytes[from] === 0x73 || bytes[from] === 0x6e;
    }
    for (const type of textTypes) {
      if (to - from !== type.bytes.length || !standsAt(bytes, from, type.bytes)) continue;
      this.type = type.name;
      return true;
    }
    return false;
  }
}

const textTypes = [
  { name: 'inlineStr', bytes: ascii('inlineStr') },
  { name: 'str', bytes: ascii('str') },
] as const;

/** Whether these bytes are there; past the end nothing is. */
export function standsAt(bytes: Uint8Array, at: number, wanted: Uint8Array): boolean {
  for (let index = 0; index < wanted.length; index += 1) {
    if (bytes[at + index] !== wanted[index]) return false;
  }
  return true;
}

export function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}
