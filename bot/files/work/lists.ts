import { type Issue, type Outcome, recogniseLedger, workbookKind } from '../../../core/index.ts';
import { readWorkbook } from '../../../spreadsheet/read-workbook.ts';
import { openXlsx } from '../../../spreadsheet/read-xlsx.ts';
import { sniffFile } from '../../../spreadsheet/sniff.ts';
import { type SupplierLists, supplierList } from '../../../spreadsheet/supplier-lists.ts';
import type { FileBytes } from '../file-answer.ts';
import { firstRows } from './first-columns.ts';

/** Whether a file is a list of suppliers, with where they are or which are local, and not payments. */
export function isSupplierList(file: FileBytes): boolean {
  const { bytes, fileName } = file;
  if (sniffFile(bytes) !== 'text') {
    const names = openXlsx(bytes, { fileName });
    if (!names.ok || workbookKind(names.value.sheets) !== 'unknown') return false;
  }
  return !recogniseLedger(firstRows(file)).ok && readList(file).ok;
}

/** All lists together; of two lists of the same kind the later counts. */
export function readLists(files: readonly FileBytes[]): Outcome<SupplierLists> {
  const issues: Issue[] = [];
  let value: SupplierLists = {};
  for (const file of files) {
    const read = readList(file);
    if (!read.ok) return read;
    issues.push(...read.issues);
    value = { ...value, ...read.value };
  }
  return { ok: true, value, issues };
}

function readList({ bytes, fileName }: FileBytes): Outcome<SupplierLists> {
  const workbook = readWorkbook(bytes, { fileName, accept: ['xlsx', 'csv'] });
  return workbook.ok ? supplierList(workbook.value.sheets) : workbook;
}
