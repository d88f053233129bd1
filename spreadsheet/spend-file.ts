import type { ColumnMapping, Issue, LinePlan, Outcome, Recognition, Row, SpendPart } from '../core/index.ts';
import { recogniseLedger } from '../core/index.ts';
import { joinBytes } from './join-bytes.ts';
import { createCsvReader } from './read-csv.ts';
import { openXlsx } from './read-xlsx.ts';
import { Reading } from './reading.ts';
import { outcomeOf } from './refusal.ts';
import { type FileKind, sniffFile } from './sniff.ts';
import { readSpendSheets } from './spend/sheets.ts';
import { firstPayments, TableReading } from './spend/table-reading.ts';
import { createCsvSummer } from './sum-csv.ts';
import { nameMismatch, wrongKind } from './wrong-kind.ts';

/** A spend export somewhere: on disk, in a browser's hands. */
export interface SpendFile {
  /** The name that the user knows it by. */
  readonly name: string;
  readonly bytes: number;
  /** Its bytes from the beginning, in pieces of any size, each good until the next; may be asked for again. */
  readonly pieces: () => AsyncIterable<Uint8Array>;
}

export interface SpendFileOptions {
  /** What a person said of its columns. */
  readonly mapping?: ColumnMapping;
  /** Told now and then how much is done, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/** A table of payments, added up, with the first of its rows for people to look at. */
export interface SpendTableRead extends SpendPart {
  readonly firstRows: readonly Row[];
}

/** Enough to tell what a file is that is not a packed one. */
const sniffBytes = 64 * 1024;

/**
 * Reads one spend export (.csv or .xlsx): the tables of payments in it, added up, each with how it was
 * recognised. Text files of any length are added up straight from their bytes; sheets row by row.
 */
export async function readSpendFile(
  file: SpendFile,
  options: SpendFileOptions = {},
): Promise<Outcome<SpendTableRead[]>> {
  const kind = sniffFile(await beginning(file));
  const read = await readKind(kind, file, options);
  return read.ok ? { ...read, issues: [...nameMismatch(kind, file.name), ...read.issues] } : read;
}

async function readKind(
  kind: FileKind,
  file: SpendFile,
  options: SpendFileOptions,
): Promise<Outcome<SpendTableRead[]>> {
  if (kind === 'text') return readText(file, options);
  // A packed file has its table of contents at the end.
  if (kind !== 'broken-zip' && kind !== 'other-zip' && kind !== 'xlsx') return refused(file, kind);
  const size = outcomeOf(() => new Reading({ fileName: file.name }).refuseLargeFile(file.bytes));
  if (!size.ok) return size;
  const bytes = await whole(file);
  const known = sniffFile(bytes);
  if (known !== 'xlsx' && known !== 'broken-zip') return refused(file, known);
  const { onProgress } = options;
  const workbook = openXlsx(bytes, { fileName: file.name, ...(onProgress ? { onProgress } : {}) });
  return workbook.ok ? readSpendSheets(file.name, workbook.value, options.mapping ?? {}) : workbook;
}

const refused = (file: SpendFile, kind: FileKind): Outcome<never> => ({
  ok: false,
  issues: [wrongKind(kind, ['xlsx', 'csv'], file.name)],
});

async function beginning({ pieces }: SpendFile): Promise<Uint8Array> {
  const first: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces()) {
    first.push(piece.slice(0, sniffBytes));
    length += piece.length;
    if (length >= sniffBytes) break;
  }
  return joinBytes(first).subarray(0, sniffBytes);
}

async function whole({ pieces }: SpendFile): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces()) all.push(piece.slice());
  return joinBytes(all);
}

async function readText(
  file: SpendFile,
  { mapping = {}, onProgress }: SpendFileOptions,
): Promise<Outcome<SpendTableRead[]>> {
  let recognition: Recognition | undefined;
  let firstRows: readonly Row[] = [];
  const summer = createCsvSummer({
    fileName: file.name,
    fileBytes: file.bytes,
    ...(onProgress ? { onProgress } : {}),
    plan: (rows): Outcome<LinePlan> => {
      const recognised = recogniseLedger(rows, mapping);
      if (!recognised.ok) return { ok: false, issues: recognised.issues.map(inFile(file.name)) };
      recognition = recognised.value;
      firstRows = firstPayments(rows, recognised.value.plan);
      return { ...recognised, value: recognised.value.plan };
    },
  });
  for await (const piece of file.pieces()) {
    // Two columns that make one amount are added up row by row.
    if (!summer.push(piece) || recognition?.creditColumn !== undefined) break;
  }
  if (recognition?.creditColumn !== undefined) return readRows(file, mapping, onProgress);
  const summed = summer.end();
  if (!summed.ok) return summed;
  if (!recognition) throw new Error('readSpendFile: a file was added up without knowing its columns');
  if (recognition.creditColumn !== undefined) return readRows(file, mapping, onProgress);
  const part = { file: file.name, recognition, totals: summed.value.totals, firstRows };
  return { ok: true, value: [part], issues: summed.issues };
}

async function readRows(
  file: SpendFile,
  mapping: ColumnMapping,
  onProgress?: (share: number) => void,
): Promise<Outcome<SpendTableRead[]>> {
  const table = new TableReading(mapping);
  const reader = createCsvReader({ fileName: file.name, onRow: table.add });
  let done = 0;
  for await (const piece of file.pieces()) {
    if (!reader.push(piece)) break;
    done += piece.length;
    onProgress?.(done / file.bytes);
  }
  const end = reader.end();
  if (!end.ok) return end;
  const part = table.result(file.name, undefined, end.value.records);
  if (!part) throw new Error('readSpendFile: columns that were known are not known any more');
  return { ok: true, value: [part], issues: end.issues };
}

const inFile =
  (file: string) =>
  (issue: Issue): Issue => ({ ...issue, where: { file, ...issue.where } });
