import {
  isTotalRow,
  type LinePlan,
  lineText,
  listedRows,
  saysTotal,
  type TotalRow,
} from '../../core/index.ts';
import type { Reading } from '../reading.ts';
import type { Encoding } from './encoding.ts';
import { holdsTotal } from './field-text.ts';
import {
  entryCreditLines,
  entryCreditPence,
  entryLines,
  entryMark,
  entryPence,
  finishHash,
  mixWord,
} from './key-table.ts';
import { type Block, batchLines, type LineBatch } from './line-batch.ts';
import { type KeyPart, LineGroups, paysNobody } from './line-groups.ts';
import { MonthTable } from './month-table.ts';
import { packField, wordsOf } from './packed-key.ts';
import { RecordText } from './record-text.ts';
import { RecordSplitter } from './records.ts';

/** Words of a key besides the bytes of its fields: the month, and two for each field. */
const keySlack = 16;

/**
 * Counts lines in their groups, a batch at a time: first the keys of all, then all their entries fetched
 * together, then the sums. Tells payments from totals on the way, in the order of the file.
 */
export class LineCounter {
  readonly groups: LineGroups;
  readonly #delimiter: number;
  readonly #reading: Reading;
  readonly #months: MonthTable | undefined;
  readonly #parts: number;
  readonly #hashes = new Int32Array(batchLines);
  readonly #keyEnds = new Int32Array(batchLines);
  readonly #entries = new Int32Array(batchLines);
  #keys = new Int32Array(32 * batchLines);
  lines = 0;
  undatedLines = 0;
  totalRowCount = 0;
  readonly totalRows: TotalRow[] = [];
  #pence = 0;

  /** @param parts of the key, which follow the date, if there is one, in the fields of a batch */
  constructor(plan: LinePlan, parts: readonly KeyPart[], delimiter: number, reading: Reading) {
    this.#delimiter = delimiter;
    this.#reading = reading;
    this.groups = new LineGroups(parts, reading);
    this.#months = plan.date === undefined ? undefined : new MonthTable(plan.dateOrder);
    this.#parts = parts.length;
  }

  take(batch: LineBatch, lines: number, block: Block, encoding: Encoding): void {
    this.#pack(batch, lines, block, encoding);
    this.groups.table.fetch(this.#hashes, this.#keyEnds, lines, this.#entries);
    this.#count(batch, lines, block, encoding);
  }

  #pack(batch: LineBatch, lines: number, { data, view }: Block, encoding: Encoding): void {
    const keys = this.#roomForKeys(batch, lines);
    const hashes = this.#hashes;
    const keyEnds = this.#keyEnds;
    const months = this.#months;
    const parts = this.#parts;
    const { fields, stride } = batch;
    let end = 0;
    for (let line = 0; line < lines; line += 1) {
      let field = line * stride;
      let month = 0;
      if (months !== undefined) {
        month = months.month(data, view, fields[field] as number, fields[field + 1] as number, encoding);
        field += 2;
      }
      // The lowest bit is for LineGroups.
      keys[end] = month << 1;
      let hash = mixWord(0, month << 1);
      end += 1;
      for (let part = 0; part < parts; part += 1) {
        const from = fields[field] as number;
        const to = fields[field + 1] as number;
        hash = packField(view, from, to, keys, end, hash);
        end += wordsOf(to - from);
        field += 2;
      }
      hashes[line] = finishHash(hash);
      keyEnds[line] = end;
    }
  }

  #roomForKeys({ froms, tos }: LineBatch, lines: number): Int32Array {
    if (lines === 0) return this.#keys;
    const bytes = (tos[lines - 1] as number) - (froms[0] as number);
    const words = this.#parts * (bytes >> 2) + keySlack * lines;
    if (words > this.#keys.length) this.#keys = new Int32Array(words);
    return this.#keys;
  }

  #count(batch: LineBatch, lines: number, block: Block, encoding: Encoding): void {
    const { table } = this.groups;
    const keys = this.#keys;
    const keyEnds = this.#keyEnds;
    const hashes = this.#hashes;
    const entries = this.#entries;
    const { amounts } = batch;
    const dated = this.#months !== undefined;
    // A field of the class would take a new place in memory for each sum.
    let total = this.#pence;
    let from = 0;
    for (let line = 0; line < lines; line += 1) {
      const to = keyEnds[line] as number;
      const pence = amounts[line] as number;
      let entry = entries[line] as number;
      if (entry === 0 || !table.holds(entry, keys, from, to)) {
        const hash = hashes[line] as number;
        entry =
          table.find(keys, from, to, hash) ||
          this.groups.add(keys, from, to, hash, encoding, batch.records[line] as number);
      }
      const dateless = (keys[from] as number) === 0;
      from = to;
      let mark = table.words[entry + entryMark] as number;
      if (mark !== 0) {
        if (mark > 0) {
          entry = mark;
          mark = table.words[entry + entryMark] as number;
        }
        if (mark < 0 && this.#isTotal(mark, total, batch, line, block, encoding)) continue;
      }
      if (dateless && dated) this.undatedLines += 1;
      this.lines += 1;
      total += pence;
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
    this.#pence = total;
  }

  /** Whether a row that names nobody, or a total, is no payment; it is counted then. */
  #isTotal(
    mark: number,
    total: number,
    batch: LineBatch,
    line: number,
    { data }: Block,
    encoding: Encoding,
  ): boolean {
    const pence = batch.amounts[line] as number;
    const from = batch.froms[line] as number;
    const to = batch.tos[line] as number;
    const above = { lines: this.lines, pence: total };
    const anyCell = () =>
      holdsTotal(data, from, to) && this.#anyFieldSaysTotal(data.subarray(from, to), encoding);
    if (!isTotalRow(mark === paysNobody ? 'nobody' : 'total', pence, above, anyCell)) return false;
    this.totalRowCount += 1;
    if (this.totalRows.length < listedRows) {
      this.totalRows.push({ row: batch.records[line] as number, pence });
    }
    return true;
  }

  #anyFieldSaysTotal(record: Uint8Array, encoding: Encoding): boolean {
    let says = false;
    const text = new RecordText(encoding);
    const splitter = new RecordSplitter(this.#delimiter, this.#reading.limits, (raw) => {
      says = text.fields(raw)?.some((field) => saysTotal(lineText(field))) === true;
      return false;
    });
    splitter.push(record);
    splitter.end();
    return says;
  }
}
