import { type LinePlan, lineMonth } from '../../core/index.ts';
import type { Encoding } from './encoding.ts';
import { fieldText } from './field-text.ts';
import { entryMark, finishHash, KeyTable } from './key-table.ts';
import { packField, wordsOf } from './packed-key.ts';

/** Dates with a time of day can all differ: they are forgotten when there are this many. */
const mostRemembered = 20_000;

/** Months of dates by their bytes, so that each way of writing a day is read once. */
export class MonthTable {
  readonly #order: LinePlan['dateOrder'];
  #table = new KeyTable();
  #key = new Int32Array(64);

  constructor(order: LinePlan['dateOrder']) {
    this.#order = order;
  }

  /** Months since the year 0, from 1 on; 0 when the field holds no date. */
  month(bytes: Uint8Array, view: DataView, from: number, to: number, encoding: Encoding): number {
    const length = wordsOf(to - from);
    // Longer than any way of writing a date.
    if (length > this.#key.length) return this.#read(bytes, from, to, encoding);
    const hash = finishHash(packField(view, from, to, this.#key, 0, 0));
    const known = this.#table.find(this.#key, 0, length, hash);
    if (known !== 0) return this.#table.words[known + entryMark] as number;
    const month = this.#read(bytes, from, to, encoding);
    if (this.#table.entries >= mostRemembered) this.#table = new KeyTable();
    const entry = this.#table.add(this.#key, 0, length, hash);
    if (entry !== undefined) this.#table.words[entry + entryMark] = month;
    return month;
  }

  #read(bytes: Uint8Array, from: number, to: number, encoding: Encoding): number {
    const month = lineMonth(fieldText(bytes.subarray(from, to), encoding), this.#order);
    return month === undefined ? 0 : Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  }
}

/** The month that `MonthTable` counts so, such as "2022-08"; null for 0. */
export function monthText(month: number): string | null {
  if (month === 0) return null;
  const year = Math.floor((month - 1) / 12);
  return `${year}-${String(month - 12 * year).padStart(2, '0')}`;
}
