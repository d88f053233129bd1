import { quoteCell, type Row } from '../workbook/cell.ts';
import type { Issue, Outcome } from '../workbook/issue.ts';
import { isEmpty } from '../workbook/read-table.ts';
import { chooseColumns } from './choose-columns.ts';
import type { ColumnMapping } from './column-mapping.ts';
import type { ColumnRole } from './column-role.ts';
import { ColumnTable } from './column-table.ts';
import { findHeadingRow } from './heading-row.ts';
import { mappedColumns, mappedHeadingRow } from './mapped-columns.ts';
import type { RecognisedColumn, Recognition } from './recognition.ts';
import { recognitionOf } from './recognition-of.ts';

/**
 * Finds out how a spend export is to be read, from its first rows: where the headings are, which
 * column holds what by its heading, and where no heading says it by what the cells look like. What a
 * person said comes first.
 *
 * @param rows the first rows of the table; forty or more tell enough
 * @param mapping headings or column letters that a person gave
 */
export function recogniseLedger(rows: readonly Row[], mapping: ColumnMapping = {}): Outcome<Recognition> {
  const filled = rows.filter((row) => row.cells.some((cell) => !isEmpty(cell)));
  const heading = mappedHeadingRow(filled, mapping) ?? findHeadingRow(filled);
  const table = new ColumnTable(filled, heading);
  const said = mappedColumns(mapping, table.headings, table.width);
  if (!said.ok) return said;
  const columns = chooseColumns(table, said.value, mapping);
  const issues = missing(table, columns);
  if (issues.length > 0) return { ok: false, issues };
  return { ok: true, value: recognitionOf(table, columns), issues: [] };
}

function missing(table: ColumnTable, columns: readonly RecognisedColumn[]): Issue[] {
  const has = (role: ColumnRole) => columns.some((column) => column.role === role);
  const lacks: ColumnRole[] = [];
  if (!has('supplier')) lacks.push('supplier');
  if (!has('amount') && !has('debit')) lacks.push('amount');
  if (lacks.length === 0) return [];
  const row = table.heading ? table.rows[table.heading.next - 1] : table.rows[0];
  const seen = row?.cells.filter((cell) => !isEmpty(cell)).map((cell) => quoteCell(cell)) ?? [];
  const what = table.heading ? 'the headings' : 'a first row of';
  return [
    {
      severity: 'error',
      where: row === undefined ? {} : { row: row.number },
      found: seen.length > 0 ? `${what} ${seen.slice(0, 20).join(', ')}` : 'no rows',
      expected: `headings that name the ${lacks.join(' and the ')}, such as "Supplier Name" and "Net Amount"`,
      mend: `Rename the heading, or on the command line say which column it is: ${lacks.map((role) => `--column ${role}="HEADING"`).join(' ')}.`,
    },
  ];
}
