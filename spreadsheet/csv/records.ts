import { joinBytes } from '../join-bytes.ts';

/** One record of a delimited text file, in place: nothing has been decoded. Good until the call returns. */
export interface RawRecord {
  /** Counted from 1, blank records included, as Excel numbers its rows. */
  readonly number: number;
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
  /** Where each field ends, relative to `from`; the first `fields` of them count. */
  readonly fieldEnds: Int32Array;
  readonly fields: number;
  /** Some field is quoted. */
  readonly quoted: boolean;
  /** All bytes are ASCII. */
  readonly ascii: boolean;
}

export interface RecordLimits {
  readonly recordBytes: number;
  readonly cellBytes: number;
  readonly columns: number;
}

/** Why a file cannot be split into records, and where the record in question began. */
export interface RecordFault {
  readonly kind: 'unclosed quote' | 'long record' | 'long field' | 'many columns';
  readonly record: number;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const doubleQuote = 0x22;

const atFieldStart = 0;
const inPlain = 1;
const inQuotes = 2;
/** After a quote inside quotes: a second one stands for itself, anything else follows the quoted part. */
const afterQuote = 3;

const none = new Uint8Array(0);

/**
 * Splits the bytes of a delimited text file (RFC 4180) into records and fields, in one pass and over
 * pieces of any size. Records end at LF, CR LF or CR. A quote opens a quoted part only at the start
 * of a field; elsewhere it stands for itself, as in Excel. Works for every encoding in which ASCII
 * bytes mean ASCII characters.
 */
export class RecordSplitter {
  readonly #delimiter: number;
  readonly #limits: RecordLimits;
  readonly #onRecord: (record: RawRecord) => boolean;
  #fieldEnds = new Int32Array(64);
  #rest: Uint8Array = none;
  /** How far the rest has been looked at. */
  #looked = 0;
  #state = atFieldStart;
  #fields = 0;
  #quoted = false;
  #seen = 0;
  #records = 0;
  #afterReturn = false;
  #fault: RecordFault | undefined;
  #stopped = false;

  /** @param onRecord gets each record; returns false to stop */
  constructor(delimiter: number, limits: RecordLimits, onRecord: (record: RawRecord) => boolean) {
    this.#delimiter = delimiter;
    this.#limits = limits;
    this.#onRecord = onRecord;
  }

  /** Records so far, blank ones included. */
  get records(): number {
    return this.#records;
  }

  get fault(): RecordFault | undefined {
    return this.#fault;
  }

  /** Takes the next bytes. False once nothing more is wanted. */
  push(chunk: Uint8Array): boolean {
    if (this.#stopped) return false;
    const data = this.#rest.length === 0 ? chunk : joinBytes([this.#rest, chunk]);
    const begun = this.#split(data, this.#looked);
    if (this.#stopped) return false;
    // A copy: the caller may use its buffer again.
    this.#rest = begun < data.length ? data.slice(begun) : none;
    this.#looked = this.#rest.length;
    if (this.#rest.length > this.#limits.recordBytes) {
      const unclosed = this.#state === inQuotes;
      return this.#fail(unclosed ? 'unclosed quote' : 'long record');
    }
    return true;
  }

  /** Call after the last bytes: the last record may lack its line end. */
  end(): void {
    if (this.#stopped) return;
    if (this.#state === inQuotes) {
      this.#fail('unclosed quote');
      return;
    }
    if (this.#rest.length > 0) this.#finish(this.#rest, 0, this.#rest.length);
  }

  /** Returns where the record that is still open begins. */
  #split(data: Uint8Array, lookFrom: number): number {
    const delimiter = this.#delimiter;
    const length = data.length;
    let state = this.#state;
    let seen = this.#seen;
    let begin = 0;
    let at = lookFrom;
    if (this.#afterReturn && length > 0) {
      this.#afterReturn = false;
      if (data[0] === lineFeed) {
        begin = 1;
        at = 1;
      }
    }
    for (; at < length; at += 1) {
      const code = data[at] as number;
      if (state === inQuotes) {
        seen |= code;
        if (code === doubleQuote) state = afterQuote;
        continue;
      }
      if (code === delimiter) {
        if (!this.#endField(at - begin)) return begin;
        state = atFieldStart;
      } else if (code === lineFeed || code === carriageReturn) {
        this.#seen = seen;
        if (!this.#finish(data, begin, at)) return begin;
        begin = at + 1;
        if (code === carriageReturn) {
          if (begin === length) this.#afterReturn = true;
          else if (data[begin] === lineFeed) {
            begin += 1;
            at += 1;
          }
        }
        state = atFieldStart;
        seen = 0;
      } else {
        seen |= code;
        if (code !== doubleQuote) state = inPlain;
        else if (state === atFieldStart) {
          state = inQuotes;
          this.#quoted = true;
        } else if (state === afterQuote) state = inQuotes;
      }
    }
    this.#state = state;
    this.#seen = seen;
    return begin;
  }

  #endField(end: number): boolean {
    const start = this.#fields === 0 ? 0 : (this.#fieldEnds[this.#fields - 1] as number) + 1;
    if (end - start > this.#limits.cellBytes) return this.#fail('long field');
    if (this.#fields >= this.#limits.columns) return this.#fail('many columns');
    if (this.#fields === this.#fieldEnds.length) {
      const larger = new Int32Array(this.#fieldEnds.length * 2);
      larger.set(this.#fieldEnds);
      this.#fieldEnds = larger;
    }
    this.#fieldEnds[this.#fields] = end;
    this.#fields += 1;
    return true;
  }

  #finish(bytes: Uint8Array, from: number, to: number): boolean {
    if (to - from > this.#limits.recordBytes) return this.#fail('long record');
    if (!this.#endField(to - from)) return false;
    this.#records += 1;
    const goOn = this.#onRecord({
      number: this.#records,
      bytes,
      from,
      to,
      fieldEnds: this.#fieldEnds,
      fields: this.#fields,
      quoted: this.#quoted,
      ascii: this.#seen < 0x80,
    });
    this.#fields = 0;
    this.#quoted = false;
    this.#seen = 0;
    this.#state = atFieldStart;
    if (!goOn) this.#stopped = true;
    return goOn;
  }

  #fail(kind: RecordFault['kind']): false {
    this.#fault = { kind, record: this.#records + 1 };
    this.#stopped = true;
    return false;
  }
}

/** The value of a field that begins with a quote: quotes off, doubled quotes single. */
export function unquote(field: string): string {
  let value = '';
  let from = 1;
  for (;;) {
    const quote = field.indexOf('"', from);
    if (quote < 0) return value + field.slice(from);
    value += field.slice(from, quote);
    // A closing quote with more text after it: Excel takes the rest as it stands.
    if (field[quote + 1] !== '"') return value + field.slice(quote + 1);
    value += '"';
    from = quote + 2;
  }
}
