import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import Papa from 'papaparse';
import { type LinePlan, LineTally, type Row } from '../../../core/index.ts';
import { type CsvSummary, createCsvReader } from '../../../spreadsheet/read-csv.ts';
import { readWorkbook } from '../../../spreadsheet/read-workbook.ts';
import { sumCsv } from '../../../spreadsheet/sum-csv.ts';
import { inTime, refusal, type Verdict } from './judgement.ts';

const plan: LinePlan = {
  firstRow: 2,
  supplier: 1,
  amount: 3,
  postcode: 2,
  category: 4,
  date: 0,
  dateOrder: 'dayFirst',
};

/**
 * Reads bytes through every door for text files and holds the results against each other, and against
 * csv-parse and papaparse where these read the file without an error. Throws where anything is wrong.
 */
export function judgeCsv(bytes: Uint8Array): Verdict {
  const door = inTime(() => readWorkbook(bytes, { accept: ['csv'] }));
  const rows: Row[] = [];
  const read = inTime(() => {
    const reader = createCsvReader({ onRow: (row) => rows.push(row) });
    for (let at = 0; at < bytes.length; at += 5_000) reader.push(bytes.subarray(at, at + 5_000));
    return reader.end();
  });
  if (door.ok) {
    assert(read.ok, 'the stream reads what the door reads');
    assert.deepEqual(rows, door.value.sheets[0]?.rows, 'the stream and the door read the same');
  }
  judgeSums(bytes, rows, read.ok ? read.value : undefined);
  if (!door.ok || !read.ok) return refusal(door.ok ? read : door);
  const text = decoded(bytes, read.value);
  const verdicts = [agreesWithCsvParse(rows, text, read.value), agreesWithPapa(rows, text, read.value)];
  return `read; ${verdicts.join('; ')}`;
}

/** The engine that adds up from bytes comes to what the rows come to, or refuses what the reader refuses. */
function judgeSums(bytes: Uint8Array, rows: readonly Row[], summary: CsvSummary | undefined): void {
  const summed = inTime(() => sumCsv(bytes, { plan: () => ({ ok: true, value: plan, issues: [] }) }));
  assert.equal(summed.ok, summary !== undefined, 'the summing engine reads what the reader of rows reads');
  if (!summed.ok || summary === undefined) return;
  const tally = new LineTally(plan);
  for (const row of rows) tally.add(row);
  assert.deepEqual(
    summed.value.totals,
    tally.result(summary.records),
    'the same sums from bytes and from rows',
  );
}

/** The bytes 128 to 159 of Windows-1252, which some versions of Node decode as Latin-1. */
const windowsSigns =
  '\u20ac\ufffd\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\ufffd\u017d\ufffd\ufffd\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\ufffd\u017e\u0178';

function decoded(bytes: Uint8Array, { encoding }: CsvSummary): string {
  const text =
    encoding === 'windows-1252'
      ? Buffer.from(bytes)
          .toString('latin1')
          .replaceAll(/[\u0080-\u009f]/g, (sign) => windowsSigns[sign.charCodeAt(0) - 0x80] ?? '')
      : new TextDecoder(encoding === 'ascii' ? 'utf-8' : encoding).decode(bytes);
  return text.replace(/^sep=[^\r\n](?:\r\n|\n|\r|$)/i, '');
}

/**
 * Rows that hold something, without the empty cells at their ends. A byte order mark too many at the
 * beginning is taken off by some and kept by others.
 */
function filled(rows: readonly (readonly unknown[])[]): string[][] {
  return rows
    .map((cells, row) => cells.map((cell, column) => tidy(cell, row === 0 && column === 0)))
    .map((cells) => cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1))
    .filter((cells) => cells.length > 0);
}

function tidy(cell: unknown, first: boolean): string {
  const text = cell === null ? '' : String(cell).trim();
  return first ? text.replace(/^\ufeff+/, '').trim() : text;
}

function agreesWithCsvParse(rows: readonly Row[], text: string, { delimiter }: CsvSummary): Verdict {
  let theirs: unknown[][];
  try {
    theirs = parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: false,
    }) as unknown[][];
  } catch {
    return 'csv-parse refuses';
  }
  assert.deepEqual(filled(rows.map(({ cells }) => cells)), filled(theirs), 'the same cells as csv-parse');
  return 'as csv-parse';
}

/**
 * papaparse takes one kind of line end in a file, so texts of several kinds are left to csv-parse. It drops
 * spaces between a closing quotation mark and the next field, so outer spaces are not compared.
 */
function agreesWithPapa(rows: readonly Row[], text: string, { delimiter }: CsvSummary): Verdict {
  const newline = text.includes('\r') ? '\r\n' : '\n';
  if (text.replaceAll('\r\n', '').search(newline === '\n' ? /\r/ : /[\r\n]/) >= 0)
    return 'line ends of several kinds';
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline });
  if (errors.length > 0) return 'papaparse refuses';
  assert.deepEqual(filled(rows.map(({ cells }) => cells)), filled(data), 'the same cells as papaparse');
  return 'as papaparse';
}
