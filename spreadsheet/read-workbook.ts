import type { Issue, Outcome } from '../core/index.ts';
import { readCsv } from './read-csv.ts';
import { openXlsx, type ReadSheet, readXlsx, type XlsxFile } from './read-xlsx.ts';
import { Reading, type ReadOptions } from './reading.ts';
import { outcomeOf } from './refusal.ts';
import { type FileKind, sniffFile } from './sniff.ts';
import { nameMismatch, wrongKind } from './wrong-kind.ts';

/** Bytes of a file turned into values. */
export interface Workbook {
  readonly kind: 'xlsx' | 'csv';
  /** In the order of their tabs; a CSV file is one sheet. */
  readonly sheets: readonly ReadSheet[];
}

export interface ReadWorkbookOptions extends ReadOptions {
  /** Kinds of file to take; only Excel workbooks unless it says otherwise. */
  readonly accept?: readonly ('xlsx' | 'csv')[];
}

/**
 * The one door for a file that someone hands us: tells what it is from its content, reads it within
 * the limits, and otherwise says what was found, what was expected and how to mend it.
 *
 * Warnings name formulas without a stored result and a name that does not fit the content. Hidden
 * sheets are read and marked. Numbers in cells formatted as dates come as dates; every other number
 * comes as it is stored. Cells of CSV files are all texts.
 */
export function readWorkbook(bytes: Uint8Array, options: ReadWorkbookOptions = {}): Outcome<Workbook> {
  const accept = options.accept ?? ['xlsx'];
  const tooLarge = outcomeOf(() => new Reading(options).refuseLargeFile(bytes.length));
  if (!tooLarge.ok) return tooLarge;
  const kind = sniffFile(bytes);
  // What is wrong with a broken archive is told by the reader that fails on it.
  if ((kind === 'xlsx' || kind === 'broken-zip') && accept.includes('xlsx')) {
    return withName(readXlsx(bytes, options), 'xlsx', kind, options);
  }
  if (kind === 'text' && accept.includes('csv')) {
    const read = readCsv(bytes, options);
    const sheets: Outcome<ReadSheet[]> = read.ok
      ? { ...read, value: [{ ...read.value, hidden: false }] }
      : read;
    return withName(sheets, 'csv', kind, options);
  }
  return { ok: false, issues: [wrongKind(kind, accept, options.fileName)] };
}

/**
 * The same door for a ledger that is added up row by row and never held: opens an Excel workbook of
 * any length, whose sheets are then read with `readRows`. Text files have a stream of their own
 * (`createCsvReader`) and are refused here, as is everything else that is no workbook.
 */
export function openWorkbook(bytes: Uint8Array, options: ReadOptions = {}): Outcome<XlsxFile> {
  const tooLarge = outcomeOf(() => new Reading(options).refuseLargeFile(bytes.length));
  if (!tooLarge.ok) return tooLarge;
  const kind = sniffFile(bytes);
  if (kind !== 'xlsx' && kind !== 'broken-zip') {
    return { ok: false, issues: [wrongKind(kind, ['xlsx'], options.fileName)] };
  }
  const opened = openXlsx(bytes, options);
  return { ...opened, issues: [...nameMismatch(kind, options.fileName), ...opened.issues] };
}

function withName(
  read: Outcome<ReadSheet[]>,
  kind: Workbook['kind'],
  found: FileKind,
  { fileName }: ReadOptions,
): Outcome<Workbook> {
  const mismatch: readonly Issue[] = nameMismatch(found, fileName);
  const issues = [...mismatch, ...read.issues];
  return read.ok ? { ok: true, value: { kind, sheets: read.value }, issues } : { ok: false, issues };
}
