import type { Cell, Issue, Row } from '../../core/index.ts';
import { joinBytes } from '../join-bytes.ts';
import { Reading, type ReadOptions } from '../reading.ts';
import type { Encoding } from './encoding.ts';
import { meaninglessBytes, refuseFault, refuseManyRecords, refuseMixedEncoding } from './fault.ts';
import { openText, sampleBytes } from './opening.ts';
import { RecordText } from './record-text.ts';
import { type RawRecord, RecordSplitter } from './records.ts';
import type { WideDecoder } from './wide-decoder.ts';

/** What is known of a text file once it has been read. */
export interface CsvSummary {
  /** Records in the file, blank ones included: the last row number that Excel would show. */
  readonly records: number;
  readonly encoding: Encoding;
  /** The character between fields. */
  readonly delimiter: string;
}

export interface CsvReaderOptions extends ReadOptions {
  /**
   * Told of every record that holds something. Cells are texts, or null where a field is empty;
   * row numbers count records from 1, blank ones included, as Excel would show them.
   */
  readonly onRow: (row: Row) => void;
  /** The character between fields, when it is known; otherwise the beginning of the file decides. */
  readonly delimiter?: string;
}

/** The reader behind both doors of `read-csv.ts`. Problems come as refusals. */
export class StreamedCsv {
  readonly #options: CsvReaderOptions;
  readonly #reading: Reading;
  #sample: Uint8Array[] = [];
  #sampled = 0;
  #wide: WideDecoder | undefined;
  #text = new RecordText('ascii');
  #encoding: Encoding = 'ascii';
  #delimiter = ',';
  #splitter: RecordSplitter | undefined;

  constructor(options: CsvReaderOptions) {
    this.#options = options;
    this.#reading = new Reading(options);
  }

  push(chunk: Uint8Array): void {
    this.#reading.mayGoOn();
    if (this.#splitter !== undefined) {
      this.#split(this.#splitter, this.#narrow(chunk));
      return;
    }
    // A caller may use its buffer again before the sample is full.
    this.#sample.push(chunk.slice());
    this.#sampled += chunk.length;
    if (this.#sampled >= sampleBytes) this.#begin(false);
  }

  end(warnings: Issue[]): CsvSummary {
    const { limits, place } = this.#reading;
    const splitter = this.#splitter ?? this.#begin(true);
    if (this.#wide !== undefined) splitter.push(this.#wide.end());
    splitter.end();
    refuseFault(splitter.fault, limits, place);
    const { firstMeaningless } = this.#text;
    if (firstMeaningless !== undefined) warnings.push(meaninglessBytes(place, firstMeaningless));
    return { records: splitter.records, encoding: this.#encodingUsed(), delimiter: this.#delimiter };
  }

  #encodingUsed(): Encoding {
    return this.#wide === undefined ? this.#text.encoding : this.#encoding;
  }

  /** Settles encoding and delimiter from the sample, then lets the sample through. */
  #begin(whole: boolean): RecordSplitter {
    const { encoding, wide, delimiter, pieces } = openText(
      joinBytes(this.#sample),
      whole,
      this.#reading,
      this.#options.delimiter,
    );
    this.#sample = [];
    this.#encoding = encoding;
    this.#wide = wide;
    this.#text = new RecordText(wide === undefined ? encoding : 'utf-8');
    this.#delimiter = String.fromCharCode(delimiter);
    const splitter = new RecordSplitter(delimiter, this.#reading.limits, (record) => this.#record(record));
    this.#splitter = splitter;
    for (const piece of pieces) this.#split(splitter, piece);
    return splitter;
  }

  #narrow(bytes: Uint8Array): Uint8Array {
    return this.#wide === undefined ? bytes : this.#wide.push(bytes);
  }

  #split(splitter: RecordSplitter, bytes: Uint8Array): void {
    splitter.push(bytes);
    refuseFault(splitter.fault, this.#reading.limits, this.#reading.place);
  }

  #record(record: RawRecord): boolean {
    const { limits, place } = this.#reading;
    if (record.number > limits.streamedRecords) refuseManyRecords(limits, place);
    if (record.from === record.to) return true;
    const fields = this.#text.fields(record);
    if (fields === undefined) return refuseMixedEncoding(place, record.number);
    const cells: Cell[] = fields;
    let filled = false;
    for (let column = 0; column < cells.length; column += 1) {
      if (cells[column] === '') cells[column] = null;
      else filled = true;
    }
    if (filled) this.#options.onRow({ number: record.number, cells });
    return true;
  }
}
