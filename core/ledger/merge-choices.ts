import { cellText, quoteCell, type Sheet } from '../workbook/cell.ts';
import type { Issue, Outcome } from '../workbook/issue.ts';
import { type ColumnSpec, findSheet, isEmpty, readTable, yesOrNo } from '../workbook/read-table.ts';
import { supplierName } from './supplier-name.ts';

/** What a person decided about spellings. Names are compared without regard to capitals and spaces. */
export interface MergeChoices {
  /** Names that are counted on their own. */
  readonly keepApart: ReadonlySet<string>;
  /** Pairs of names that are one supplier. */
  readonly same: readonly (readonly [string, string])[];
}

export const noChoices: MergeChoices = { keepApart: new Set(), same: [] };

/** The sheets of merges in a workbook that we wrote, and their columns. */
export const mergeSheets = { merges: 'Merges', likely: 'Names alike' } as const;
export const mergeColumns = {
  name: 'Name',
  supplier: 'Counted with',
  keepApart: 'Keep apart',
  other: 'May be the same as',
  same: 'Same supplier',
} as const;

const merges = [
  { key: 'name', heading: mergeColumns.name, also: ['Supplier', 'Supplier name', 'Payee'], required: true },
  { key: 'keepApart', heading: mergeColumns.keepApart, required: false },
] as const satisfies readonly ColumnSpec<string>[];

const likely = [
  { key: 'name', heading: mergeColumns.name, required: true },
  { key: 'other', heading: mergeColumns.other, required: true },
  { key: 'same', heading: mergeColumns.same, required: true },
] as const satisfies readonly ColumnSpec<string>[];

/**
 * Reads what a person decided: a list of names to keep apart, or the sheets Merges and Names alike of
 * a workbook written before, with Yes where a name is to be kept apart or is the same supplier.
 */
export function readMergeChoices(sheets: readonly Sheet[]): Outcome<MergeChoices> {
  const issues: Issue[] = [];
  const keepApart = new Set<string>();
  const same: [string, string][] = [];
  const mergeSheet = findSheet(sheets, [mergeSheets.merges, 'Keep apart']) ?? sheets[0];
  const answer = (
    sheet: Sheet,
    cell: ReturnType<typeof yesOrNo>,
    address: string,
    found: unknown,
  ): boolean => {
    if (cell === undefined)
      issues.push({
        severity: 'error',
        where: { sheet: sheet.name, cell: address },
        found: String(found),
        expected: 'Yes or No, or nothing',
        mend: 'Type Yes or No.',
      });
    return cell === true;
  };
  if (mergeSheet) {
    const table = readTable(mergeSheet, merges);
    issues.push(...table.issues);
    // A list of names alone names those to keep apart.
    const all = !table.rows.some((row) => !isEmpty(row.cell('keepApart'))) && !isWorkbookOfOurs(sheets);
    for (const row of table.rows) {
      const cell = row.cell('keepApart');
      const apart =
        all ||
        (!isEmpty(cell) && answer(mergeSheet, yesOrNo(cell), row.address('keepApart'), quoteCell(cell)));
      if (apart && !isEmpty(row.cell('name'))) keepApart.add(plain(cellText(row.cell('name'))));
    }
  }
  const likelySheet = findSheet(sheets, [mergeSheets.likely]);
  if (likelySheet) {
    const table = readTable(likelySheet, likely);
    issues.push(...table.issues);
    for (const row of table.rows) {
      const cell = row.cell('same');
      if (isEmpty(cell)) continue;
      if (answer(likelySheet, yesOrNo(cell), row.address('same'), quoteCell(cell)))
        same.push([plain(cellText(row.cell('name'))), plain(cellText(row.cell('other')))]);
    }
  }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: { keepApart, same }, issues: [] };
}

const isWorkbookOfOurs = (sheets: readonly Sheet[]): boolean =>
  findSheet(sheets, [mergeSheets.merges]) !== undefined;

const plain = (name: string): string => supplierName(name).capitals;
