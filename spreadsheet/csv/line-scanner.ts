import type { LineFault, LinePlan, LineTotals, TotalRow } from '../../core/index.ts';
import { foundText, isTotalRow, linePence, lineText, listedRows, saysTotal } from '../../core/index.ts';
import type { Reading } from '../reading.ts';
import { penceOfBytes } from './amount-bytes.ts';
import type { Encoding } from './encoding.ts';
import { refuseFault, refuseManyRecords, refuseMixedEncoding } from './fault.ts';
import { fieldText, holdsTotal } from './field-text.ts';
import {
  entryCreditLines,
  entryCreditPence,
  entryLines,
  entryMark,
  entryPence,
  finishHash,
  mixWord,
} from './key-table.ts';
import { type KeyPart, LineGroups, paysNobody } from './line-groups.ts';
import { MonthTable } from './month-table.ts';
import { packField, wordsOf } from './packed-key.ts';
import { RecordText } from './record-text.ts';
import { RecordSplitter } from './records.ts';
import { isUtf8 } from './utf8.ts';

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const doubleQuote = 0x22;
const minus = 0x2d;
const point = 0x2e;
const zero = 0x30;

/** Small enough to stay in the cache of one processor. */
const firstBlock = 256 * 1024;
/** Room after the bytes for three sentinels and for words that are read across the end. */
const slack = 16;

const keyParts: readonly KeyPart[] = ['supplier', 'postcode', 'companyNumber', 'category', 'supplierType'];

const meaningless = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/**
 * Adds up the payments of a delimited text file straight from its bytes, in blocks of its own size, so
 * that what comes out never depends on how the file was cut into pieces. Splits records as
 * `RecordSplitter` does, and means what `LineTally` in core says.
 *
 * What makes it fast: one pass over the bytes with a table of where fields may end; the amount read in
 * place; the key taken four bytes at a time and looked up in a `KeyTable`. Whatever is rare leaves this
 * way and is decoded to text, so that core decides what it means.
 */
export class LineScanner {
  readonly #plan: LinePlan;
  readonly #delimiter: number;
  readonly #reading: Reading;
  readonly #groups: LineGroups;
  readonly #months: MonthTable | undefined;
  /** The columns of the key, and the last column that anything is wanted from. */
  readonly #keyColumns: Int32Array;
  readonly #lastColumn: number;
  /** A record no longer than this is within all bounds. */
  readonly #harmless: number;
  readonly #fieldEnds: Int32Array;
  /** 1 for bytes that end an unquoted field. */
  readonly #fieldStops = new Uint8Array(256);
  /** 1 for bytes that end a record or may begin a quoted field. */
  readonly #recordStops = new Uint8Array(256);
  #data = new Uint8Array(firstBlock + slack);
  #view = new DataView(this.#data.buffer);
  #key = new Int32Array((firstBlock >> 2) + 64);
  #filled = 0;
  #encoding: Encoding;
  /** Number of the first record with a byte that means nothing in Windows-1252. */
  firstMeaningless: number | undefined;
  #records = 0;
  #lines = 0;
  #pence = 0;
  #blankRows = 0;
  #undatedLines = 0;
  #faultCount = 0;
  #totalRowCount = 0;
  readonly #faults: LineFault[] = [];
  readonly #totalRows: TotalRow[] = [];

  constructor(plan: LinePlan, delimiter: number, encoding: Encoding, reading: Reading) {
    this.#plan = plan;
    this.#delimiter = delimiter;
    this.#encoding = encoding;
    this.#reading = reading;
    const parts = keyParts.filter((part) => plan[part] !== undefined);
    this.#groups = new LineGroups(parts, reading);
    this.#keyColumns = Int32Array.from(parts, (part) => plan[part] as number);
    this.#months = plan.date === undefined ? undefined : new MonthTable(plan.dateOrder);
    this.#lastColumn = Math.max(plan.amount, plan.date ?? 0, ...this.#keyColumns);
    const { cellBytes, recordBytes, columns } = reading.limits;
    this.#harmless = Math.min(cellBytes, recordBytes, columns - 1);
    this.#fieldEnds = new Int32Array(this.#lastColumn + 1);
    for (const code of [delimiter, lineFeed, carriageReturn]) this.#fieldStops[code] = 1;
    for (const code of [doubleQuote, lineFeed, carriageReturn]) this.#recordStops[code] = 1;
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
      const room = this.#data.length - slack - this.#filled;
      const piece = bytes.subarray(from, from + room);
      this.#data.set(piece, this.#filled);
      this.#filled += piece.length;
      from += piece.length;
      if (this.#filled === this.#data.length - slack) this.#block();
    }
  }

  /** Call after the last bytes: the last record may lack its line end. */
  end(): void {
    const begun = this.#scan(true);
    if (begun < this.#filled) this.#refuseRest(begun);
  }

  result(): LineTotals {
    return {
      groups: this.#groups.result(),
      rows: this.#lines + this.#blankRows + this.#totalRowCount + this.#faultCount,
      lines: this.#lines,
      blankRows: this.#blankRows,
      totalRows: this.#totalRows,
      totalRowCount: this.#totalRowCount,
      faults: this.#faults,
      faultCount: this.#faultCount,
      undatedLines: this.#undatedLines,
    };
  }

  /** Scans a full block and keeps what is left of it, in a larger one when that is much. */
  #block(): void {
    const begun = this.#scan(false);
    const rest = this.#filled - begun;
    if (rest > this.#reading.limits.recordBytes) this.#refuseRest(begun);
    const before = this.#data;
    if (rest > before.length / 2) {
      const capacity = 2 * (before.length - slack);
      this.#data = new Uint8Array(capacity + slack);
      this.#view = new DataView(this.#data.buffer);
      this.#key = new Int32Array((capacity >> 2) + 64);
    }
    this.#data.set(before.subarray(begun, this.#filled));
    this.#filled = rest;
  }

  /**
   * Takes all whole records of the block.
   *
   * @param last whether the end of the block is the end of the file
   * @returns where the record that is still open begins
   */
  #scan(last: boolean): number {
    const data = this.#data;
    const view = this.#view;
    const end = this.#filled;
    // Sentinels, so that the inner loops need not look for the end of the block.
    data[end] = lineFeed;
    data[end + 1] = doubleQuote;
    data[end + 2] = lineFeed;
    const ascii = isAscii(view, end);
    const delimiter = this.#delimiter;
    const fieldStops = this.#fieldStops;
    const recordStops = this.#recordStops;
    const fieldEnds = this.#fieldEnds;
    const lastColumn = this.#lastColumn;
    const harmless = this.#harmless;
    const { firstRow, amount: amountColumn } = this.#plan;
    const dateColumn = this.#plan.date ?? -1;
    const months = this.#months;
    const keyColumns = this.#keyColumns;
    const key = this.#key;
    const { table } = this.#groups;
    const { streamedRecords } = this.#reading.limits;
    let records = this.#records;
    let begin = 0;
    while (begin < end) {
      let at = begin;
      let column = 0;
      let code: number;
      for (;;) {
        code = data[at] as number;
        if (code === doubleQuote) {
          at = closingQuote(data, at + 1);
          code = data[at] as number;
        }
        while (fieldStops[code] === 0) {
          at += 1;
          code = data[at] as number;
        }
        fieldEnds[column] = at;
        if (code !== delimiter) break;
        at += 1;
        if (column === lastColumn) break;
        column += 1;
      }
      if (code === delimiter) {
        // Nothing more is wanted, but a line end inside quotes does not end the record.
        code = data[at] as number;
        for (;;) {
          while (recordStops[code] === 0) {
            at += 1;
            code = data[at] as number;
          }
          if (code !== doubleQuote) break;
          at = data[at - 1] === delimiter ? closingQuote(data, at + 1) : at + 1;
          code = data[at] as number;
        }
      } else {
        for (; column < lastColumn; column += 1) {
          fieldEnds[column + 1] = (fieldEnds[column] as number) + 1;
        }
      }
      // Past the sentinel: a quote is open. On it: the record may go on in the next block.
      if (at > end || (at === end && !last)) break;
      let next = at + 1;
      if (code === carriageReturn) {
        if (next === end && !last) break;
        if (next < end && data[next] === lineFeed) next += 1;
      }
      const from = begin;
      records += 1;
      begin = next;
      if (records > streamedRecords) refuseManyRecords(this.#reading.limits, this.#reading.place);
      if (at - from > harmless) this.#checkBounds(from, at, records);
      if (!ascii) this.#checkEncoding(from, at, records);
      if (records < firstRow) continue;
      if (at === from) {
        this.#blankRows += 1;
        continue;
      }

      const amountEnd = fieldEnds[amountColumn] as number;
      let digitAt = amountColumn === 0 ? from : (fieldEnds[amountColumn - 1] as number) + 1;
      let pence = Number.NaN;
      if (amountEnd - digitAt <= 9) {
        const sign = data[digitAt] === minus ? -1 : 1;
        if (sign < 0) digitAt += 1;
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
          if (sign < 0) pence = 0 - pence;
        }
      }
      if (Number.isNaN(pence)) {
        pence = this.#otherAmount(from, records);
        if (Number.isNaN(pence)) continue;
      }

      let month = 0;
      if (months !== undefined) {
        const dateFrom = dateColumn === 0 ? from : (fieldEnds[dateColumn - 1] as number) + 1;
        month = months.month(data, view, dateFrom, fieldEnds[dateColumn] as number, this.#encoding);
      }
      // The lowest bit is for LineGroups.
      key[0] = month << 1;
      let hash = mixWord(0, month << 1);
      let length = 1;
      for (let part = 0; part < keyColumns.length; part += 1) {
        const keyColumn = keyColumns[part] as number;
        const fieldFrom = keyColumn === 0 ? from : (fieldEnds[keyColumn - 1] as number) + 1;
        const fieldEnd = fieldEnds[keyColumn] as number;
        hash = packField(view, fieldFrom, fieldEnd, key, length, hash);
        length += wordsOf(fieldEnd - fieldFrom);
      }
      hash = finishHash(hash);
      let entry =
        table.find(key, length, hash) || this.#groups.add(key, length, hash, this.#encoding, records);
      let mark = table.words[entry + entryMark] as number;
      if (mark !== 0) {
        if (mark > 0) {
          entry = mark;
          mark = table.words[entry + entryMark] as number;
        }
        if (mark < 0 && this.#isTotal(mark, pence, from, at, records)) continue;
      }
      if (month === 0 && months !== undefined) this.#undatedLines += 1;
      this.#lines += 1;
      this.#pence += pence;
      const { words, sums } = table;
      words[entry + entryLines] = (words[entry + entryLines] as number) + 1;
      const sum = (entry >> 1) + entryPence;
      sums[sum] = (sums[sum] as number) + pence;
      if (pence < 0) {
        words[entry + entryCreditLines] = (words[entry + entryCreditLines] as number) + 1;
        const credit = (entry >> 1) + entryCreditPence;
        sums[credit] = (sums[credit] as number) + pence;
      }
    }
    this.#records = records;
    return begin;
  }

  /** An amount that is not just digits. NaN when the row is blank or a fault, which is counted then. */
  #otherAmount(recordFrom: number, record: number): number {
    const { amount, supplier } = this.#plan;
    const [from, to] = this.#field(recordFrom, amount);
    const windows = this.#encoding === 'windows-1252';
    const inPlace = penceOfBytes(this.#data, from, to, windows);
    if (!Number.isNaN(inPlace)) return inPlace;
    const text = this.#text(from, to);
    const pence = linePence(text);
    if (pence !== undefined) return pence;
    if (text.trim() === '' && this.#text(...this.#field(recordFrom, supplier)).trim() === '') {
      this.#blankRows += 1;
      return Number.NaN;
    }
    this.#faultCount += 1;
    if (this.#faults.length < listedRows) {
      this.#faults.push({ row: record, column: amount, found: foundText(text) });
    }
    return Number.NaN;
  }

  /** Whether a row that names nobody, or a total, is no payment; it is counted then. */
  #isTotal(mark: number, pence: number, from: number, to: number, record: number): boolean {
    const above = { lines: this.#lines, pence: this.#pence };
    const anyCell = () => holdsTotal(this.#data, from, to) && this.#anyFieldSaysTotal(from, to);
    if (!isTotalRow(mark === paysNobody ? 'nobody' : 'total', pence, above, anyCell)) return false;
    this.#totalRowCount += 1;
    if (this.#totalRows.length < listedRows) this.#totalRows.push({ row: record, pence });
    return true;
  }

  #anyFieldSaysTotal(from: number, to: number): boolean {
    let says = false;
    const text = new RecordText(this.#encoding);
    const splitter = new RecordSplitter(this.#delimiter, this.#reading.limits, (record) => {
      says = text.fields(record)?.some((field) => saysTotal(lineText(field))) === true;
      return false;
    });
    splitter.push(this.#data.subarray(from, to));
    splitter.end();
    return says;
  }

  /** Begin and end of a field; a column that the record does not reach is empty. */
  #field(recordFrom: number, column: number): [number, number] {
    const from = column === 0 ? recordFrom : (this.#fieldEnds[column - 1] as number) + 1;
    return [from, this.#fieldEnds[column] as number];
  }

  #text(from: number, to: number): string {
    return from === to ? '' : fieldText(this.#data.subarray(from, to), this.#encoding);
  }

  /** Lets the careful splitter judge a record that is long enough to be past some bound. */
  #checkBounds(from: number, to: number, record: number): void {
    const { limits, place } = this.#reading;
    const splitter = new RecordSplitter(this.#delimiter, limits, () => true);
    splitter.push(this.#data.subarray(from, to));
    splitter.end();
    const { fault } = splitter;
    refuseFault(fault && { ...fault, record }, limits, place);
  }

  /** Settles the encoding by the first record that is not ASCII, and refuses a change of it later. */
  #checkEncoding(from: number, to: number, record: number): void {
    const data = this.#data;
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
    if (this.firstMeaningless !== undefined) return;
    for (; at < to; at += 1) {
      if (meaningless.has(data[at] as number)) {
        this.firstMeaningless = record;
        return;
      }
    }
  }

  /** Refuses a record that has no end within the bounds, or whose quote has none at all. */
  #refuseRest(begun: number): never {
    this.#checkBounds(begun, this.#filled, this.#records + 1);
    throw new RangeError('LineScanner: a record that is not whole, and yet within all bounds');
  }
}

/** Where the text goes on after the quote that closes a quoted part; past the sentinels when none does. */
function closingQuote(data: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    while (data[at] !== doubleQuote) at += 1;
    if (data[at + 1] !== doubleQuote) return at + 1;
    at += 2;
  }
}

/** Whether the first bytes, up to three more included, are all ASCII. */
function isAscii(view: DataView, length: number): boolean {
  let seen = 0;
  for (let at = 0; at < length; at += 4) seen |= view.getInt32(at, true);
  return (seen & 0x80808080) === 0;
}
