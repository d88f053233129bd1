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

/** The steps between the inputs and the results: lines, strata of suppliers, groups and answers of staff. */
export function stepsSheet(facts: ReportFacts): { readonly sheet: SheetSpec; readonly block: LineBlock } {
  const block = lineBlock(name, 4, 'Steps that lead to the results', [
    ...partLines(facts),
    ...intervalLines(facts),
  ]);
  const tables: [table: string, title: string, parts: Pick<TableSpec, 'headings' | 'rows'>][] = [
    ['Strata', 'Suppliers that resemble each other', strataTableSpec(facts)],
    ['StaffGroups', 'Staff', staffGroupsTable(facts)],
    ['StaffAnswers', 'Answers to the staff survey', staffAnswersTable(facts)],
  ];
  let row = block.nextRow;
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
    block,
    sheet: {
      name,
      widths: [...blockWidths, ...Array.from({ length: columns - blockWidths.length }, () => 18)],
      cells: [
        ...titleCells(
          'Steps',
          'Every cell here is a formula over the input sheets. The results stand on the first sheet.',
        ),
        ...block.cells,
        ...titles,
      ],
      tables: placed,
      validations: [],
      freeze: { rows: 1, columns: 1 },
    },
  };
}
