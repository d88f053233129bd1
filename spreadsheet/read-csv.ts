import { formatCount, type Outcome, type Row, type Sheet } from '../core/index.ts';
import { sampleBytes } from './csv/opening.ts';
import { type CsvReaderOptions, type CsvSummary, StreamedCsv } from './csv/streamed-csv.ts';
import { Reading, type ReadOptions } from './reading.ts';
import { outcomeOf, Refusal, refuse } from './refusal.ts';

export type { CsvReaderOptions, CsvSummary } from './csv/streamed-csv.ts';

/** Takes a text file in pieces of any size. */
export interface CsvReader {
  /** Takes the next bytes; the buffer may be used again. False once the file is refused: call `end` for the reason. */
  push(chunk: Uint8Array): boolean;
  /** Call after the last bytes. Refusals and warnings come here, never as exceptions. */
  end(): Outcome<CsvSummary>;
}

/**
 * Reads CSV and its relatives (semicolons, tabs) as a stream: memory does not grow with the file.
 * UTF-8, UTF-16 and Windows-1252 are told apart. Progress is not reported, as the length is not known, and
 * the time is not limited unless `limits.seconds` says so.
 */
export function createCsvReader(options: CsvReaderOptions): CsvReader {
  const limits = { seconds: Number.POSITIVE_INFINITY, ...options.limits };
  const reader = new StreamedCsv({ ...options, limits });
  let stopped: Refusal | undefined;
  const run = (step: () => void): boolean => {
    if (stopped !== undefined) return false;
    try {
      step();
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      stopped = error;
      return false;
    }
  };
  return {
    push: (chunk) => run(() => reader.push(chunk)),
    end: () =>
      outcomeOf((warnings) => {
        if (stopped !== undefined) throw stopped;
        return reader.end(warnings);
      }),
  };
}

/** Reads a whole CSV file into one sheet, named after the file. */
export function readCsv(bytes: Uint8Array, options: ReadOptions = {}): Outcome<Sheet> {
  return outcomeOf((warnings) => {
    const reading = new Reading(options);
    reading.refuseLargeFile(bytes.length);
    const rows: Row[] = [];
    const onRow = (row: Row): void => {
      reading.takeCells(row.cells.length, { ...reading.place, row: row.number });
      rows.push(row);
      if (rows.length > reading.limits.rows) {
        refuse(
          reading.place,
          `more than ${formatCount(reading.limits.rows)} rows`,
          'at most that many in a file that is opened whole',
          'Split the file, or keep only the rows that are needed.',
        );
      }
    };
    const reader = new StreamedCsv({ ...options, onRow });
    for (let at = 0; at < bytes.length; at += sampleBytes) {
      reader.push(bytes.subarray(at, at + sampleBytes));
      reading.progress((at + sampleBytes) / bytes.length);
    }
    reader.end(warnings);
    const name = (options.fileName ?? 'CSV').replace(/^.*[/\\]/, '').replace(/\.[A-Za-z0-9]{1,5}$/, '');
    return { name: name === '' ? 'CSV' : name, rows };
  });
}
