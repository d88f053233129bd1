import { formatCount, type LineGroup, lineText, type Naming, namingOf } from '../../core/index.ts';
import type { Reading } from '../reading.ts';
import { refuse } from '../refusal.ts';
import type { Encoding } from './encoding.ts';
import { fieldText, holdsTotal } from './field-text.ts';
import {
  entryCreditLines,
  entryCreditPence,
  entryKey,
  entryLines,
  entryMark,
  entryPence,
  finishHash,
  firstEntry,
  KeyTable,
  mixWord,
} from './key-table.ts';
import { KeyTexts } from './key-texts.ts';
import { monthText } from './month-table.ts';
import { packField, wordsOf } from './packed-key.ts';

/** Marks of entries: 0 pays a named supplier, above 0 is the offset of the entry that counts instead. */
export const paysNobody = -1;
export const namesTotal = -2;
const markOf: Record<Naming, number> = { supplier: 0, nobody: paysNobody, total: namesTotal };

/** What a field of the key becomes in a group. */
export type KeyPart = 'supplier' | 'postcode' | 'companyNumber' | 'category' | 'supplierType';

const encoder = new TextEncoder();
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Groups of payments by the bytes that their fields have in the file, quotes and all, so that a line
 * whose like was seen before is never decoded. What the bytes mean is worked out when they first
 * turn up; where they are another way of writing a group that there is, they lead on to it.
 *
 * A key is one word for the month, and then a field for each part. The lowest bit of the first
 * word tells keys that stand for themselves from keys made of what other bytes mean.
 */
export class LineGroups {
  readonly table = new KeyTable();
  readonly #parts: readonly KeyPart[];
  readonly #reading: Reading;
  /** The bytes of the keys that were last added. */
  #bytes: Uint8Array = new Uint8Array(0);

  constructor(parts: readonly KeyPart[], reading: Reading) {
    this.#parts = parts;
    this.#reading = reading;
  }

  /**
   * Adds the entry for a key that the table does not have.
   *
   * @param keys holds the key between two places
   * @returns the entry that counts for it
   */
  add(keys: Int32Array, from: number, to: number, hash: number, encoding: Encoding, record: number): number {
    this.#reading.takeText(4 * (to - from), record);
    if (this.#bytes.buffer !== keys.buffer) this.#bytes = new Uint8Array(keys.buffer);
    const bytes = this.#bytes;
    if (this.#isPlain(bytes, keys, from)) {
      const supplier = 4 * (from + 2);
      const length = keys[from + 1] as number;
      const doubtful = length === 0 || holdsTotal(bytes, supplier, supplier + length);
      const name = doubtful ? lineText(utf8.decode(bytes.subarray(supplier, supplier + length))) : '';
      return this.#own(keys, from, to, hash, doubtful ? namingOf(name) : 'supplier');
    }
    const texts = this.#fields(bytes, keys, from).map((field) => lineText(fieldText(field, encoding)) ?? '');
    const naming = namingOf(texts[0] === '' ? null : (texts[0] as string));
    const meant = this.#meantKey(keys[from] as number, texts, encoding);
    const { length } = meant.key;
    if (length === to - from && meant.key.every((word, at) => word === keys[from + at])) {
      return this.#own(keys, from, to, hash, naming);
    }
    const group =
      this.table.find(meant.key, 0, length, meant.hash) ||
      this.#own(meant.key, 0, length, meant.hash, naming);
    const entry = this.#entry(keys, from, to, hash);
    // Only now: adding an entry may replace the words.
    this.table.words[entry + entryMark] = group;
    return group;
  }

  /** All groups that lines were counted in, in order of arrival. */
  result(): LineGroup[] {
    const { table } = this;
    const { words, end } = table;
    const texts = new KeyTexts(words);
    const known = new Map<string, string>();
    const groups: LineGroup[] = [];
    for (let first = firstEntry; first < end; ) {
      let after = first;
      while (after < end && (words[after + entryLines] === 0 || this.#gather(texts, after))) {
        after = table.next(after);
      }
      texts.decode();
      for (; first < after; first = table.next(first)) {
        if (words[first + entryLines] !== 0) groups.push(this.#group(first, texts, known));
      }
    }
    return groups;
  }

  #gather(texts: KeyTexts, entry: number): boolean {
    return texts.gather(entry + entryKey + 1, this.#parts.length);
  }

  #group(entry: number, texts: KeyTexts, known: Map<string, string>): LineGroup {
    const { words, sums } = this.table;
    const text: Partial<Record<KeyPart, string>> = {};
    let word = entry + entryKey + 1;
    for (const part of this.#parts) {
      const length = words[word] as number;
      word += wordsOf(length);
      if (length === 0) continue;
      const field = texts.next(length);
      text[part] = part === 'supplier' || part === 'postcode' ? field : shared(known, field);
    }
    return {
      supplier: text.supplier ?? null,
      postcode: text.postcode ?? null,
      companyNumber: text.companyNumber ?? null,
      category: text.category ?? null,
      month: monthText((words[entry + entryKey] as number) >> 1),
      supplierType: text.supplierType ?? null,
      lines: words[entry + entryLines] as number,
      pence: sums[(entry >> 1) + entryPence] as number,
      creditLines: words[entry + entryCreditLines] as number,
      creditPence: sums[(entry >> 1) + entryCreditPence] as number,
    };
  }

  /** The key of a group that is not written as it reads. */
  #meantKey(first: number, texts: readonly string[], encoding: Encoding): { key: Int32Array; hash: number } {
    const all = texts.map((text) => encoder.encode(text));
    // Bytes that would mean something else, if they stood in the file, may not be taken for it.
    const readsAsItself = texts.every(
      (text, index) =>
        !text.startsWith('"') &&
        (lineText(text) ?? '') === text &&
        (encoding !== 'windows-1252' || text.length === all[index]?.length),
    );
    const month = readsAsItself ? first : first | 1;
    const key = new Int32Array(all.reduce((sum, { length }) => sum + wordsOf(length), 1));
    key[0] = month;
    let hash = mixWord(0, month);
    let end = 1;
    for (const bytes of all) {
      const padded = new DataView(new ArrayBuffer(bytes.length + 4));
      new Uint8Array(padded.buffer).set(bytes);
      hash = packField(padded, 0, bytes.length, key, end, hash);
      end += wordsOf(bytes.length);
    }
    return { key, hash: finishHash(hash) };
  }

  #own(keys: Int32Array, from: number, to: number, hash: number, naming: Naming): number {
    const entry = this.#entry(keys, from, to, hash);
    this.table.words[entry + entryMark] = markOf[naming];
    return entry;
  }

  #entry(keys: Int32Array, from: number, to: number, hash: number): number {
    const { limits, place } = this.#reading;
    if (this.table.entries >= limits.lineGroups) {
      refuse(
        place,
        `more than ${formatCount(limits.lineGroups)} groups of payments that differ in what they tell`,
        'at most that many in one file',
        'Check which columns were taken for supplier, postcode and category, or split the file.',
      );
    }
    return (
      this.table.add(keys, from, to, hash) ??
      refuse(
        place,
        'names that were made up to slow this down',
        'a list of payments',
        'Get the file again from the system that it comes from.',
      )
    );
  }

  /** Whether the fields of a key mean the same in every encoding and are what `lineText` makes of them. */
  #isPlain(bytes: Uint8Array, keys: Int32Array, from: number): boolean {
    let word = from + 1;
    for (let part = 0; part < this.#parts.length; part += 1) {
      const length = keys[word] as number;
      if (!isPlain(bytes, 4 * (word + 1), length)) return false;
      word += wordsOf(length);
    }
    return true;
  }

  /** The bytes of each field of a key. */
  #fields(bytes: Uint8Array, keys: Int32Array, from: number): Uint8Array[] {
    let word = from + 1;
    return this.#parts.map(() => {
      const length = keys[word] as number;
      const field = bytes.subarray(4 * (word + 1), 4 * (word + 1) + length);
      word += wordsOf(length);
      return field;
    });
  }
}

function isPlain(bytes: Uint8Array, from: number, length: number): boolean {
  if (length === 0) return true;
  if (bytes[from] === 0x22 || bytes[from] === 0x27) return false;
  let before = 0x20;
  for (let at = from; at < from + length; at += 1) {
    const code = bytes[at] as number;
    if (code < 0x20 || code > 0x7e || (code === 0x20 && before === 0x20)) return false;
    before = code;
  }
  return before !== 0x20;
}

/** One string for all that are equal: categories are few and groups are many. */
function shared(known: Map<string, string>, text: string): string {
  const first = known.get(text);
  if (first !== undefined) return first;
  known.set(text, text);
  return text;
}
