import {
  foundText,
  type LineFault,
  type LinePlan,
  type LineTotals,
  linePence,
  listedRows,
} from '../../core/index.ts';
import type { Reading } from '../reading.ts';
import { penceOfBytes } from './amount-bytes.ts';
import type { Encoding } from './encoding.ts';
import { refuseFault, refuseManyRecords, refuseMixedEncoding } from './fault.ts';
import { fieldText } from './field-text.ts';
import { batchLines, type LineBatch, newBatch, newBlock } from './line-batch.ts';
import { LineCounter } from './line-counter.ts';
import type { KeyPart } from './line-groups.ts';
import { RecordSplitter } from './records.ts';
import { findStops, newStops } from './stops.ts';
import { isUtf8 } from './utf8.ts';

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const doubleQuote = 0x22;
const minus = 0x2d;
const point = 0x2e;
const zero = 0x30;

/** One byte four times: four bytes are looked at together. */
const fourTimes = 0x01010101;
const fourQuotes = doubleQuote * fourTimes;
const fourHighBits = 0x80808080;

/** Small enough to stay in the cache of one processor. */
const firstBlock = 128 * 1024;

const keyParts: readonly KeyPart[] = ['supplier', 'postcode', 'companyNumber', 'category', 'supplierType'];

const meaningless = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/**
 * Adds up the payments of a delimited text file straight from its bytes, in blocks of its own size, so
 * that what comes out never depends on how the file was cut into pieces. Splits records as
 * `RecordSplitter` does, and means what `LineTally` in core says.
 *
 * What makes it fast: the bytes are passed over once and four at a time, amounts are read in place, and
 * `LineCounter` looks groups up by the bytes of their fields, many lines together. Whatever is rare
 * leaves this way and is decoded to text, so that core decides what it means.
 */
export class LineScanner {
  readonly #plan: LinePlan;
  readonly #delimiter: number;
  readonly #reading: Reading;
  readonly #counter: LineCounter;
  /** Columns of the date, if there is one, and of the parts of the key; the last that is wanted at all. */
  readonly #columns: Int32Array;
  readonly #lastColumn: number;
  /** A record no longer than this is within all bounds. */
  readonly #harmless: number;
  /** Where the fields of the current record end, from place 1 on; they begin one after the place before. */
  readonly #ends: Int32Array;
  #block = newBlock(firstBlock);
  #stops = newStops(this.#block);
  readonly #batch: LineBatch;
  #filled = 0;
  #encoding: Encoding;
  /** Number of the first record with a byte that means nothing in Windows-1252. */
  firstMeaningless: number | undefined;
  #records = 0;
  #blankRows = 0;
  #faultCount = 0;
  readonly #faults: LineFault[] = [];

  constructor(plan: LinePlan, delimiter: number, encoding: Encoding, reading: Reading) {
    this.#plan = plan;
    this.#delimiter = delimiter;
    this.#encoding = encoding;
    this.#reading = reading;
    const parts = keyParts.filter((part) => plan[part] !== undefined);
    const columns = [plan.date, ...parts.map((part) => plan[part])].filter((column) => column !== undefined);
    this.#counter = new LineCounter(plan, parts, delimiter, reading);
    this.#columns = Int32Array.from(columns);
    this.#batch = newBatch(columns.length);
    this.#lastColumn = Math.max(plan.amount, ...columns);
    const { cellBytes, recordBytes, columns: mostColumns } = reading.limits;
    this.#harmless = Math.min(cellBytes, recordBytes, mostColumns - 1);
    this.#ends = new Int32Array(this.#lastColumn + 2);
  }

  /** Records so far, blank ones included. */
  get records(): number {
    return this.#records;
  }

  get encoding(): Encoding {
    return this.#encoding;
  }

  /** Takes the next bytes; the buffer may be used again. */
  push(bytes: Uint8Array): void {
    for (let from = 0; from < bytes.length; ) {
      const room = this.#block.capacity - this.#filled;
      const piece = bytes.subarray(from, from + room);
      this.#block.data.set(piece, this.#filled);
      this.#filled += piece.length;
      from += piece.length;
      if (this.#filled === this.#block.capacity) this.#take();
    }
  }

  /** Call after the last bytes: the last record may lack its line end. */
  end(): void {
    const begun = this.#scan(true);
    if (begun < this.#filled) this.#refuseRest(begun);
  }

  result(): LineTotals {
    const { groups, lines, totalRows, totalRowCount, undatedLines } = this.#counter;
    return {
      groups: groups.result(),
      rows: lines + this.#blankRows + totalRowCount + this.#faultCount,
      lines,
      blankRows: this.#blankRows,
      totalRows,
      totalRowCount,
      faults: this.#faults,
      faultCount: this.#faultCount,
      undatedLines,
    };
  }

  /** Scans a full block and keeps what is left of it, in a larger one when that is much. */
  #take(): void {
    const begun = this.#scan(false);
    const rest = this.#filled - begun;
    if (rest > this.#reading.limits.recordBytes) this.#refuseRest(begun);
    const before = this.#block;
    if (rest > before.capacity / 2) {
      this.#block = newBlock(2 * before.capacity);
      this.#stops = newStops(this.#block);
    }
    this.#block.data.set(before.data.subarray(begun, this.#filled));
    this.#filled = rest;
  }

  /**
   * Takes all whole records of the block.
   *
   * @param last whether the end of the block is the end of the file
   * @returns where the record that is still open begins
   */
  #scan(last: boolean): number {
    const { data, view } = this.#block;
    const end = this.#filled;
    // Sentinels, so that the inner loops need not look for the end of the block.
    data[end] = lineFeed;
    data[end + 1] = doubleQuote;
    data[end + 2] = lineFeed;
    const delimiter = this.#delimiter;
    const stops = this.#stops;
    const ascii = findStops(this.#block, end + 1, delimiter, stops);
    const ends = this.#ends;
    const lastColumn = this.#lastColumn;
    const harmless = this.#harmless;
    const { firstRow, amount: amountColumn } = this.#plan;
    const columns = this.#columns;
    const batch = this.#batch;
    const { fields, amounts, froms, tos, records } = batch;
    const { streamedRecords } = this.#reading.limits;
    let record = this.#records;
    let lines = 0;
    let field = 0;
    let begin = 0;
    let stop = 0;
    while (begin < end) {
      let at = begin;
      let column = 0;
      let code = delimiter;
      ends[0] = begin - 1;
      for (;;) {
        if (data[at] === doubleQuote) {
          at = closingQuote(data, view, at + 1);
          // Past the sentinel: the quote is open.
          if (at > end) break;
          while ((stops[stop] as number) < at) stop += 1;
        }
        at = stops[stop] as number;
        code = data[at] as number;
        stop += 1;
        while (code !== delimiter && code !== lineFeed && code !== carriageReturn) {
          at = stops[stop] as number;
          code = data[at] as number;
          stop += 1;
        }
        if (column <= lastColumn) {
          column += 1;
          ends[column] = at;
        }
        if (code !== delimiter) break;
        at += 1;
      }
      // On the sentinel: the record may go on in the next block.
      if (at > end || (at === end && !last)) break;
      for (; column <= lastColumn; column += 1) ends[column + 1] = (ends[column] as number) + 1;
      let next = at + 1;
      if (code === carriageReturn) {
        if (next === end && !last) break;
        if (next < end && data[next] === lineFeed) {
          next += 1;
          stop += 1;
        }
      }
      const from = begin;
      begin = next;
      record += 1;
      if (record > streamedRecords) refuseManyRecords(this.#reading.limits, this.#reading.place);
      if (at - from > harmless) this.#checkBounds(from, at, record);
      if (!ascii) this.#checkEncoding(from, at, record);
      if (record < firstRow) continue;
      if (at === from) {
        this.#blankRows += 1;
        continue;
      }

      let digitAt = (ends[amountColumn] as number) + 1;
      const amountEnd = ends[amountColumn + 1] as number;
      let pence = Number.NaN;
      // No more digits than fit a word of 32 bits; the others are read below.
      if (amountEnd - digitAt <= 9) {
        const negative = data[digitAt] === minus;
        if (negative) digitAt += 1;
        const firstDigit = digitAt;
        let pounds = 0;
        let digit = (data[digitAt] as number) - zero;
        while (digit >= 0 && digit <= 9 && digitAt < amountEnd) {
          pounds = (Math.imul(pounds, 10) + digit) | 0;
          digitAt += 1;
          digit = (data[digitAt] as number) - zero;
        }
        if (digitAt > firstDigit) {
          const left = amountEnd - digitAt;
          if (left === 0) pence = pounds * 100;
          else if (left === 3 && data[digitAt] === point) {
            const tenths = (data[digitAt + 1] as number) - zero;
            const hundredths = (data[digitAt + 2] as number) - zero;
            if (tenths >= 0 && tenths <= 9 && hundredths >= 0 && hundredths <= 9) {
              pence = Math.imul(pounds, 100) + tenths * 10 + hundredths;
            }
          }
          if (negative) pence = 0 - pence;
        }
      }
      if (Number.isNaN(pence)) {
        pence = this.#otherAmount(record);
        if (Number.isNaN(pence)) continue;
      }

      froms[lines] = from;
      tos[lines] = at;
      records[lines] = record;
      amounts[lines] = pence;
      for (let index = 0; index < columns.length; index += 1) {
        const wanted = columns[index] as number;
        fields[field] = (ends[wanted] as number) + 1;
        fields[field + 1] = ends[wanted + 1] as number;
        field += 2;
      }
      lines += 1;
      if (lines === batchLines) {
        this.#counter.take(batch, lines, this.#block, this.#encoding);
        lines = 0;
        field = 0;
      }
    }
    this.#records = record;
    this.#counter.take(batch, lines, this.#block, this.#encoding);
    return begin;
  }

  /** An amount that is not just digits. NaN when the row is blank or a fault, which is counted then. */
  #otherAmount(record: number): number {
    const { amount, supplier } = this.#plan;
    const from = (this.#ends[amount] as number) + 1;
    const to = this.#ends[amount + 1] as number;
    const inPlace = penceOfBytes(this.#block.data, from, to, this.#encoding === 'windows-1252');
    if (!Number.isNaN(inPlace)) return inPlace;
    const text = this.#text(amount);
    const pence = linePence(text);
    if (pence !== undefined) return pence;
    if (text.trim() === '' && this.#text(supplier).trim() === '') {
      this.#blankRows += 1;
      return Number.NaN;
    }
    this.#faultCount += 1;
    if (this.#faults.length < listedRows) {
      this.#faults.push({ row: record, column: amount, found: foundText(text) });
    }
    return Number.NaN;
  }

  /** The text of a field of the current record. */
  #text(column: number): string {
    const from = (this.#ends[column] as number) + 1;
    const to = this.#ends[column + 1] as number;
    return from === to ? '' : fieldText(this.#block.data.subarray(from, to), this.#encoding);
  }

  /** Lets the careful splitter judge a record that is long enough to be past some bound. */
  #checkBounds(from: number, to: number, record: number): void {
    const { limits, place } = this.#reading;
    const splitter = new RecordSplitter(this.#delimiter, limits, () => true);
    splitter.push(this.#block.data.subarray(from, to));
    splitter.end();
    const { fault } = splitter;
    refuseFault(fault && { ...fault, record }, limits, place);
  }

  /** Settles the encoding by the first record that is not ASCII, and refuses a change of it later. */
  #checkEncoding(from: number, to: number, record: number): void {
    const { data } = this.#block;
    let at = from;
    while (at < to && (data[at] as number) < 0x80) at += 1;
    if (at === to) return;
    if (this.#encoding !== 'windows-1252') {
      if (isUtf8(data, at, to)) {
        this.#encoding = 'utf-8';
        return;
      }
      if (this.#encoding !== 'ascii') refuseMixedEncoding(this.#reading.place, record);
      this.#encoding = 'windows-1252';
    }
    for (; at < to && this.firstMeaningless === undefined; at += 1) {
      if (meaningless.has(data[at] as number)) this.firstMeaningless = record;
    }
  }

  /** Refuses a record that has no end within the bounds, or whose quote has none at all. */
  #refuseRest(begun: number): never {
    this.#checkBounds(begun, this.#filled, this.#records + 1);
    throw new RangeError('LineScanner: a record that is not whole, and yet within all bounds');
  }
}

/** Where the text goes on after the quote that closes a quoted part; past the sentinels when none does. */
function closingQuote(data: Uint8Array, view: DataView, from: number): number {
  let at = from;
  for (;;) {
    let other = view.getInt32(at, true) ^ fourQuotes;
    let quotes = (other - fourTimes) & ~other & fourHighBits;
    while (quotes === 0) {
      at += 4;
      other = view.getInt32(at, true) ^ fourQuotes;
      quotes = (other - fourTimes) & ~other & fourHighBits;
    }
    at += (31 - Math.clz32(quotes & -quotes)) >> 3;
    if (data[at + 1] !== doubleQuote) return at + 1;
    at += 2;
  }
}
