import { type Cell, quoteCell, type Sheet } from '../workbook/cell.ts';
import type { Issue, Outcome } from '../workbook/issue.ts';
import { type ColumnSpec, isEmpty, readTable, yesOrNo } from '../workbook/read-table.ts';
import { supplierKey } from './supplier-key.ts';

/** Who is local, as a person who knows the suppliers said. */
export interface LocalList {
  /** By supplier key: local or not. */
  readonly said: ReadonlyMap<string, { readonly name: string; readonly local: boolean }>;
  /** True when the list names the local suppliers only, so that everyone else is not local. */
  readonly localOnly: boolean;
}

const columns = [
  { key: 'name', heading: 'Supplier', also: ['Supplier name', 'Name', 'Beneficiary'], required: true },
  { key: 'local', heading: 'Local', also: ['Is local', 'Local supplier'], required: false },
] as const satisfies readonly ColumnSpec<string>[];

/**
 * Reads a list of suppliers: one column headed Supplier that names the local ones, or with a second
 * column headed Local that says Yes or No for each.
 */
export function readLocalList(sheet: Sheet): Outcome<LocalList> {
  const { rows, issues } = readTable(sheet, columns);
  const said = new Map<string, { name: string; local: boolean }>();
  const localOnly = rows.every((row) => isEmpty(row.cell('local')));
  const found: Issue[] = [...issues];
  for (const row of rows) {
    const name = row.cell('name');
    if (isEmpty(name)) continue;
    const local = localOnly ? true : yesOrNo(row.cell('local'));
    // An empty answer in a list that answers for others means: cannot tell.
    if (local === undefined && isEmpty(row.cell('local'))) continue;
    if (local === undefined) found.push(wrongAnswer(sheet.name, row.address('local'), row.cell('local')));
    else said.set(supplierKey(String(name)), { name: String(name).trim(), local });
  }
  return found.length > 0
    ? { ok: false, issues: found }
    : { ok: true, value: { said, localOnly }, issues: [] };
}

function wrongAnswer(sheet: string, cell: string, found: Cell): Issue {
  return {
    severity: 'error',
    where: { sheet, cell },
    found: quoteCell(found),
    expected: 'Yes or No, or empty if nobody knows',
    mend: 'Type Yes or No.',
  };
}
