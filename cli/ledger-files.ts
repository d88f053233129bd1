import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import {
  type ColumnMapping,
  type Issue,
  type LinePlan,
  LineTally,
  netOfPair,
  type Outcome,
  type Recognition,
  type Row,
  recogniseLedger,
  type SpendPart,
} from '../core/index.ts';
import { createCsvReader } from '../spreadsheet/read-csv.ts';
import { openXlsx, type XlsxFile } from '../spreadsheet/read-xlsx.ts';
import { sniffFile } from '../spreadsheet/sniff.ts';
import { createCsvSummer } from '../spreadsheet/sum-csv.ts';
import { wrongKind } from '../spreadsheet/wrong-kind.ts';
import { readBytes, unreadable } from './files.ts';

/** Told of bytes that were read, of all bytes. */
export type OnBytes = (done: number, of: number) => void;

const sniffBytes = 64 * 1024;
/** Rows that are looked at to recognise the columns. */
const sampleRows = 200;

/** Reads one spend export: the tables of payments in it, each with how it was recognised. */
export async function readLedgerFile(
  path: string,
  mapping: ColumnMapping,
  onBytes: OnBytes,
): Promise<Outcome<SpendPart[]>> {
  let kind: ReturnType<typeof sniffFile>;
  try {
    const file = await open(path);
    const { buffer, bytesRead } = await file
      .read(Buffer.alloc(sniffBytes), 0, sniffBytes, 0)
      .finally(() => file.close());
    const { size } = await stat(path);
    const head = new Uint8Array(buffer.subarray(0, bytesRead));
    kind = sniffFile(head);
    if (kind === 'text') return await readText(path, size, mapping, onBytes);
    // A packed file has its table of contents at the end.
    if (kind !== 'broken-zip' && kind !== 'other-zip' && kind !== 'xlsx')
      return { ok: false, issues: [wrongKind(kind, ['xlsx', 'csv'], path)] };
  } catch (error) {
    return { ok: false, issues: [unreadable(path, error)] };
  }
  const bytes = await readBytes(path);
  if (!bytes.ok) return bytes;
  const whole = sniffFile(bytes.value);
  if (whole !== 'xlsx' && whole !== 'broken-zip')
    return { ok: false, issues: [wrongKind(whole, ['xlsx', 'csv'], path)] };
  const workbook = openXlsx(bytes.value, {
    fileName: path,
    onProgress: (share) => onBytes(share, 1),
  });
  return workbook.ok ? readSheets(path, workbook.value, mapping) : workbook;
}

/** Recognises the columns from the first rows and adds up all rows as they come; nothing is kept. */
class TableReading {
  #sample: Row[] = [];
  #recognised: Outcome<Recognition> | undefined;
  #tally: LineTally | undefined;

  constructor(
    private readonly mapping: ColumnMapping,
    private readonly accept: (recognition: Recognition) => boolean = () => true,
  ) {}

  readonly add = (row: Row): void => {
    if (this.#recognised === undefined) {
      this.#sample.push(row);
      if (this.#sample.length >= sampleRows) this.#recognise();
    } else this.#take(row);
  };

  get recognised(): Outcome<Recognition> {
    return this.#recognised ?? this.#recognise();
  }

  result(file: string, sheet: string | undefined, lastRow: number | undefined): SpendPart | undefined {
    const recognised = this.recognised;
    if (!recognised.ok || !this.#tally) return undefined;
    return {
      file,
      ...(sheet === undefined ? {} : { sheet }),
      recognition: recognised.value,
      totals: this.#tally.result(lastRow),
    };
  }

  #recognise(): Outcome<Recognition> {
    const recognised = recogniseLedger(this.#sample, this.mapping);
    this.#recognised = recognised;
    if (recognised.ok && this.accept(recognised.value)) this.#tally = new LineTally(recognised.value.plan);
    for (const row of this.#sample) this.#take(row);
    this.#sample = [];
    return recognised;
  }

  #take(row: Row): void {
    if (this.#recognised?.ok) this.#tally?.add(netOfPair(row, this.#recognised.value));
  }
}

/** CSV is added up from its bytes, so that memory does not grow with the file. */
async function readText(
  path: string,
  size: number,
  mapping: ColumnMapping,
  onBytes: OnBytes,
): Promise<Outcome<SpendPart[]>> {
  const found: { recognition?: Recognition } = {};
  const plan = (rows: readonly Row[]): Outcome<LinePlan> => {
    const recognised = recogniseLedger(rows.slice(0, sampleRows), mapping);
    if (!recognised.ok) return { ok: false, issues: inFile(recognised.issues, path) };
    found.recognition = recognised.value;
    if (recognised.value.creditColumn !== undefined) return { ok: false, issues: [] };
    return { ...recognised, value: recognised.value.plan };
  };
  const onProgress = (share: number) => onBytes(share * size, size);
  const summer = createCsvSummer({ fileName: path, fileBytes: size, plan, onProgress });
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    if (!summer.push(chunk)) break;
  }
  const end = summer.end();
  const { recognition } = found;
  if (recognition?.creditColumn !== undefined) return readPairs(path, size, mapping, onBytes);
  if (!end.ok) return end;
  if (!recognition) return { ok: false, issues: [...end.issues, noPayments(path)] };
  return { ok: true, value: [{ file: path, recognition, totals: end.value.totals }], issues: end.issues };
}

/** Debits and credits in columns of their own are made one amount row by row. */
async function readPairs(
  path: string,
  size: number,
  mapping: ColumnMapping,
  onBytes: OnBytes,
): Promise<Outcome<SpendPart[]>> {
  const table = new TableReading(mapping);
  const reader = createCsvReader({ fileName: path, onRow: table.add });
  let done = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    if (!reader.push(chunk)) break;
    done += (chunk as Buffer).length;
    onBytes(done, size);
  }
  const end = reader.end();
  if (!end.ok) return end;
  const part = table.result(path, undefined, end.value.records);
  return part
    ? { ok: true, value: [part], issues: end.issues }
    : { ok: false, issues: [...end.issues, noPayments(path)] };
}

/**
 * Sheets of payments with the same headings are one ledger, such as a sheet for each month. Sheets of
 * other headings, such as a summary of the same payments, are not counted, and that is said.
 */
function readSheets(path: string, workbook: XlsxFile, mapping: ColumnMapping): Outcome<SpendPart[]> {
  const parts: SpendPart[] = [];
  const issues: Issue[] = [];
  const refused: Issue[] = [];
  let layout: string | undefined;
  for (const { name, hidden } of workbook.sheets) {
    if (hidden) {
      issues.push(passedOver(path, name, 'a hidden sheet'));
      continue;
    }
    const table = new TableReading(
      mapping,
      ({ headings }) => layout === undefined || keyOf(headings) === layout,
    );
    const read = workbook.readRows(name, table.add);
    if (!read.ok) return read;
    issues.push(...read.issues);
    const { recognised } = table;
    if (!recognised.ok) {
      refused.push(...inFile(recognised.issues, path, name));
      continue;
    }
    const part = table.result(path, name, undefined);
    if (part) {
      layout ??= keyOf(recognised.value.headings);
      parts.push(part);
    } else issues.push(passedOver(path, name, 'a sheet with other headings'));
  }
  if (parts.length === 0)
    return { ok: false, issues: refused.length > 0 ? refused.slice(0, 3) : [noPayments(path)] };
  const others = refused.flatMap(({ where: { sheet } }) => (sheet === undefined ? [] : [sheet]));
  for (const sheet of new Set(others)) issues.push(passedOver(path, sheet, 'a sheet without payments'));
  return { ok: true, value: parts, issues };
}

const keyOf = (headings: readonly string[]): string => JSON.stringify(headings);

const inFile = (issues: readonly Issue[], file: string, sheet?: string): Issue[] =>
  issues.map((issue) => ({
    ...issue,
    where: { file, ...(sheet === undefined ? {} : { sheet }), ...issue.where },
  }));

const passedOver = (file: string, sheet: string, found: string): Issue => ({
  severity: 'warning',
  where: { file, sheet },
  found,
  expected: 'payments under the headings of the first sheet of payments',
  mend: 'It was not counted. If it holds payments of its own, save it as a file and name that too.',
});

const noPayments = (file: string): Issue => ({
  severity: 'error',
  where: { file },
  found: 'no payments',
  expected: 'a sheet with headings and a line for each payment',
  mend: 'Export the payments again.',
});
