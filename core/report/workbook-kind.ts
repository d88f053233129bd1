import { tenantSheets } from '../enabled/workbook-layout.ts';
import { lm3Sheets } from '../lm3/workbook-layout.ts';
import type { Sheet } from '../workbook/cell.ts';
import { findSheet } from '../workbook/read-table.ts';

/** What a workbook is for: LM3, tenants of anchors, or the form of one tenant; or none of these. */
export type WorkbookKind = 'lm3' | 'tenants' | 'tenantForm' | 'unknown';

interface SheetNames {
  readonly name: string;
  readonly also: readonly string[];
}

/**
 * Tells by the names of its sheets what a workbook is for. One with suppliers is for LM3, whatever
 * else it holds. One like nothing we know may be a spend export.
 */
export function workbookKind(named: readonly Pick<Sheet, 'name'>[]): WorkbookKind {
  const sheets = named.map(({ name }) => ({ name, rows: [] }));
  const has = ({ name, also }: SheetNames): boolean => findSheet(sheets, [name, ...also]) !== undefined;
  if (has(lm3Sheets.suppliers)) return 'lm3';
  if (has(tenantSheets.tenants)) return 'tenants';
  if (findSheet(sheets, [tenantSheets.form.name])) return 'tenantForm';
  // A workbook of ours that has lost a sheet: its reader says which one.
  return Object.values(lm3Sheets).some(has) ? 'lm3' : 'unknown';
}
