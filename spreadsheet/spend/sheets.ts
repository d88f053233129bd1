import type { ColumnMapping, Issue, Outcome } from '../../core/index.ts';
import type { XlsxFile } from '../read-xlsx.ts';
import type { SpendTableRead } from '../spend-file.ts';
import { TableReading } from './table-reading.ts';

/**
 * Sheets of payments with the same headings are one ledger, such as a sheet for each month. Sheets of
 * other headings, such as a summary of the same payments, are not counted, and that is said.
 */
export function readSpendSheets(
  path: string,
  workbook: XlsxFile,
  mapping: ColumnMapping,
): Outcome<SpendTableRead[]> {
  const parts: SpendTableRead[] = [];
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
