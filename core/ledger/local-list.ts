import { type Cell, quoteCell, type Sheet } from '../workbook/cell.ts';
import type { Issue, Outcome } from '../workbook/issue.ts';
import { type ColumnSpec, isEmpty, readTable, yesOrNo } from '../workbook/read-table.ts';
import { supplierKey } from './supplier-key.ts';
import { supplierName } from './supplier-name.ts';

/** What the list says of one supplier. */
export interface Said {
  readonly name: string;
  readonly local: boolean;
}

/** Who is local, as a person who knows the suppliers said. */
export interface LocalList {
  /** By supplier key: local or not. */
  readonly said: ReadonlyMap<string, Said>;
  /** The same by a key that every spelling of punctuation and legal form has. */
  readonly bySpelling: ReadonlyMap<string, Said>;
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
  const said = new Map<string, Said>();
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
    : { ok: true, value: { said, bySpelling: bySpelling(said), localOnly }, issues: [] };
}

/** Spellings that the list answers differently are left out: each counts for itself only. */
function bySpelling(said: ReadonlyMap<string, Said>): Map<string, Said> {
  const found = new Map<string, Said>();
  const contradicted = new Set<string>();
  for (const one of said.values()) {
    const key = supplierName(one.name).legalForm;
    const other = found.get(key);
    if (other && other.local !== one.local) contradicted.add(key);
    else found.set(key, one);
  }
  for (const key of contradicted) found.delete(key);
  return found;
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
