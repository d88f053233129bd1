import { intervalLines } from './formulas/interval-lines.ts';
import { partLines } from './formulas/part-lines.ts';
import type { ReportFacts } from './formulas/report-facts.ts';
import { staffAnswersTable } from './formulas/staff-answers-table.ts';
import { staffGroupsTable } from './formulas/staff-groups-table.ts';
import { strataTableSpec } from './formulas/strata-table.ts';
import { blockWidths, type LineBlock, lineBlock } from './line-block.ts';
import { titleCells } from './list-sheet.ts';
import type { PlacedCell, SheetSpec, TableSpec } from './workbook-spec.ts';

const name = 'Steps';

/** The steps between the inputs and the results: lines, and on sheets of their own strata and staff. */
export function stepsSheets(facts: ReportFacts): {
  readonly sheets: readonly SheetSpec[];
  readonly block: LineBlock;
} {
  const block = lineBlock(name, 4, 'Steps that lead to the results', [
    ...partLines(facts),
    ...intervalLines(facts),
  ]);
  const steps: SheetSpec = {
    name,
    widths: blockWidths,
    cells: [...titleCells(name, sentence), ...block.cells],
    tables: [],
    validations: [],
    freeze: { rows: 1, columns: 1 },
  };
  return {
    block,
    sheets: [
      steps,
      tablesSheet('Strata', [['Strata', 'Suppliers that resemble each other', strataTableSpec(facts)]]),
      tablesSheet('Staff groups', [
        ['StaffGroups', 'Staff', staffGroupsTable(facts)],
        ['StaffAnswers', 'Answers to the staff survey', staffAnswersTable(facts)],
      ]),
    ],
  };
}

const sentence = 'Every cell here is a formula over the input sheets. The results stand on the first sheet.';

type PlacedTable = readonly [table: string, title: string, parts: Pick<TableSpec, 'headings' | 'rows'>];

/** A sheet of tables, one below the other. */
function tablesSheet(sheet: string, tables: readonly PlacedTable[]): SheetSpec {
  let row = 4;
  const titles: PlacedCell[] = [];
  const placed: TableSpec[] = [];
  for (const [table, title, parts] of tables) {
    titles.push({ address: `A${row}`, value: title, style: 'label' });
    placed.push({ name: table, row: row + 1, column: 1, ...parts });
    // An empty table has a blank line.
    row += 3 + Math.max(parts.rows.length, 1);
  }
  const columns = Math.max(...placed.map(({ headings }) => headings.length));
  return {
    name: sheet,
    widths: [30, 32, ...Array.from({ length: columns - 2 }, () => 18)],
    cells: [...titleCells(sheet, sentence), ...titles],
    tables: placed,
    validations: [],
    freeze: { rows: 1, columns: 2 },
  };
}
