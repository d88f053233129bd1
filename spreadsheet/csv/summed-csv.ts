import type { Issue, LinePlan, LineTotals, Outcome, Row } from '../../core/index.ts';
import { joinBytes } from '../join-bytes.ts';
import { Reading, type ReadOptions } from '../reading.ts';
import type { Encoding } from './encoding.ts';
import { meaninglessBytes, refuseFault, refuseMixedEncoding } from './fault.ts';
import { LineScanner } from './line-scanner.ts';
import { type OpenedText, openText } from './opening.ts';
import { RecordText } from './record-text.ts';
import { RecordSplitter } from './records.ts';
import type { CsvSummary } from './streamed-csv.ts';

export interface CsvSumOptions extends ReadOptions {
  /**
   * Shown the first rows that hold something (up to 500, within the first 256 kB of the file; all cells are
   * texts or null, row numbers as Excel shows them), says which columns are which, or with issues that it
   * cannot tell. Called once, from `push` or from `end`.
   */
  readonly plan: (firstRows: readonly Row[]) => Outcome<LinePlan>;
  /** The character between fields, when it is known; otherwise the beginning of the file decides. */
  readonly delimiter?: string;
  /** Size of the file, so that `onProgress` can tell how much of it is done. */
  readonly fileBytes?: number;
}

/** A file of payments, added up. */
export interface SummedLines extends CsvSummary {
  readonly plan: LinePlan;
  readonly totals: LineTotals;
}

/** How much of the file is gathered before its columns are settled; encoding and delimiter take less. */
const openingBytes = 256 * 1024;
const rowsShown = 500;

/** The engine behind both doors of `sum-csv.ts`. Problems come as refusals, but for those of the plan. */
export class SummedCsv {
  readonly #options: CsvSumOptions;
  readonly #reading: Reading;
  #opening: Uint8Array[] = [];
  #gathered = 0;
  #taken = 0;
  #opened: OpenedText | undefined;
  #plan: LinePlan | undefined;
  #planIssues: readonly Issue[] = [];
  #scanner: LineScanner | undefined;
  /** Why the columns could not be told, once that is known. */
  refusedPlan: readonly Issue[] | undefined;

  constructor(options: CsvSumOptions) {
    this.#options = options;
    this.#reading = new Reading(options);
  }

  push(chunk: Uint8Array): void {
    this.#reading.mayGoOn();
    if (this.#scanner !== undefined) this.#scan(chunk);
    else {
      // A caller may use its buffer again before the opening is full.
      this.#opening.push(chunk.slice());
      this.#gathered += chunk.length;
      if (this.#gathered >= openingBytes) this.#begin(false);
    }
    this.#taken += chunk.length;
    const { fileBytes } = this.#options;
    if (fileBytes !== undefined && fileBytes > 0) this.#reading.progress(this.#taken / fileBytes);
  }

  /** Call after the last bytes, and then ask for the result unless the plan was refused. */
  finish(): void {
    if (this.#scanner === undefined) this.#begin(true);
    const wide = this.#opened?.wide;
    if (wide !== undefined) this.#scanner?.push(wide.end());
    this.#scanner?.end();
  }

  result(warnings: Issue[]): SummedLines {
    const [opened, scanner, plan] = [this.#opened, this.#scanner, this.#plan];
    if (opened === undefined || scanner === undefined || plan === undefined) {
      throw new RangeError('SummedCsv: asked for a result that there is not');
    }
    warnings.push(...this.#planIssues);
    if (scanner.firstMeaningless !== undefined) {
      warnings.push(meaninglessBytes(this.#reading.place, scanner.firstMeaningless));
    }
    return {
      records: scanner.records,
      encoding: opened.wide === undefined ? scanner.encoding : opened.encoding,
      delimiter: String.fromCharCode(opened.delimiter),
      plan,
      totals: scanner.result(),
    };
  }

  #begin(whole: boolean): void {
    const opened = openText(joinBytes(this.#opening), whole, this.#reading, this.#options.delimiter);
    this.#opening = [];
    this.#opened = opened;
    const planned = this.#options.plan(this.#firstRows(opened, whole));
    if (!planned.ok) {
      this.refusedPlan = planned.issues;
      return;
    }
    this.#plan = planned.value;
    this.#planIssues = planned.issues;
    this.#scanner = new LineScanner(planned.value, opened.delimiter, narrowEncoding(opened), this.#reading);
    for (const piece of opened.pieces) this.#scanner.push(piece);
  }

  #scan(chunk: Uint8Array): void {
    const wide = this.#opened?.wide;
    this.#scanner?.push(wide === undefined ? chunk : wide.push(chunk));
  }

  /** The first rows as a reader would show them. */
  #firstRows({ pieces, delimiter, ...opened }: OpenedText, whole: boolean): Row[] {
    const { limits, place } = this.#reading;
    const rows: Row[] = [];
    const text = new RecordText(narrowEncoding(opened));
    const splitter = new RecordSplitter(delimiter, limits, (record) => {
      const fields = text.fields(record) ?? refuseMixedEncoding(place, record.number);
      const cells = fields.map((field) => (field === '' ? null : field));
      if (cells.some((cell) => cell !== null)) rows.push({ number: record.number, cells });
      return rows.length < rowsShown;
    });
    for (const piece of pieces) splitter.push(piece);
    if (whole) splitter.end();
    refuseFault(splitter.fault, limits, place);
    return rows;
  }
}

/** The encoding of the bytes that come out of the opening: UTF-16 has become UTF-8. */
const narrowEncoding = ({ encoding, wide }: Pick<OpenedText, 'encoding' | 'wide'>): Encoding =>
  wide === undefined ? encoding : 'utf-8';
