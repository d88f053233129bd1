import { type Cell, formatCount, type Issue, type Row } from '../../core/index.ts';
import { joinBytes } from '../join-bytes.ts';
import { Reading, type ReadOptions } from '../reading.ts';
import { refuse } from '../refusal.ts';
import { sniffDelimiter } from './delimiter.ts';
import { type Encoding, sniffEncoding } from './encoding.ts';
import { refuseFault } from './fault.ts';
import { RecordText } from './record-text.ts';
import { type RawRecord, RecordSplitter } from './records.ts';
import { WideDecoder } from './wide-decoder.ts';

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

/** How much of the file is gathered before encoding and delimiter are settled. */
export const sampleBytes = 64 * 1024;

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
    if (firstMeaningless !== undefined) {
      warnings.push({
        severity: 'warning',
        where: { ...place, row: firstMeaningless },
        found: 'characters that are neither UTF-8 nor Windows-1252; they read as \ufffd',
        expected: 'a text file in UTF-8',
        mend: 'Open the file in the program it came from and export it as "CSV UTF-8".',
      });
    }
    return { records: splitter.records, encoding: this.#encodingUsed(), delimiter: this.#delimiter };
  }

  #encodingUsed(): Encoding {
    return this.#wide === undefined ? this.#text.encoding : this.#encoding;
  }

  /** Settles encoding and delimiter from the sample, then lets the sample through. */
  #begin(whole: boolean): RecordSplitter {
    const gathered = joinBytes(this.#sample);
    this.#sample = [];
    // Always the same bytes, however the file was cut into pieces: they decide how it is read.
    const sample = gathered.subarray(0, sampleBytes);
    const { encoding, markBytes } = sniffEncoding(sample);
    this.#encoding = encoding;
    let narrow = sample.subarray(markBytes);
    if (encoding === 'utf-16le' || encoding === 'utf-16be') {
      this.#wide = new WideDecoder(encoding, this.#reading.place);
      this.#text = new RecordText('utf-8');
      narrow = this.#wide.push(narrow);
    } else this.#text = new RecordText(encoding);
    const given = this.#options.delimiter?.charCodeAt(0);
    const { limits } = this.#reading;
    const sniffed =
      given === undefined ? sniffDelimiter(narrow, whole, limits) : { delimiter: given, hintBytes: 0 };
    this.#delimiter = String.fromCharCode(sniffed.delimiter);
    const splitter = new RecordSplitter(sniffed.delimiter, limits, (record) => this.#record(record));
    this.#splitter = splitter;
    this.#split(splitter, narrow.subarray(sniffed.hintBytes));
    this.#split(splitter, this.#narrow(gathered.subarray(sampleBytes)));
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
    if (record.number > limits.streamedRecords) {
      refuse(
        place,
        `more than ${formatCount(limits.streamedRecords)} records`,
        'at most that many in one file',
        'Split the file.',
      );
    }
    if (record.from === record.to) return true;
    const fields = this.#text.fields(record);
    if (fields === undefined) {
      return refuse(
        { ...place, row: record.number },
        'characters in another encoding than further up in the file, where it is UTF-8',
        'one encoding throughout, best UTF-8',
        'Open the file in the program it came from and export it as "CSV UTF-8".',
      );
    }
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
