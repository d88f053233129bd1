import { leftOutCheck, leftOutTable } from './formulas/left-out-table.ts';
import { qualityLines } from './formulas/quality-lines.ts';
import type { ReportFacts } from './formulas/report-facts.ts';
import { ratioOf, stratumColumn } from './formulas/strata-table.ts';
import { type FormulaColumn, formulaColumns, strataTable } from './formulas/table-parts.ts';
import { blockWidths, type LineBlock, lineBlock } from './line-block.ts';
import { listTable, titleCells } from './list-sheet.ts';
import type { CellStyle, PlacedCell, SheetSpec, TableSpec } from './workbook-spec.ts';

const name = 'Data quality';

/** How good the data behind the result are: what answered, what is estimated, what was left out. */
export function qualitySheet(facts: ReportFacts): {
  readonly sheet: SheetSpec;
  readonly block: LineBlock;
  readonly leftOut: { readonly range: string; readonly count: number };
} {
  const block = lineBlock(name, 4, 'What the result rests on', qualityLines(facts));
  const leftOut = leftOutTable(facts);
  const { ratingParts, rating } = facts.result;
  const strataRow = block.nextRow;
  const leftOutRow = strataRow + facts.tally.strata.length + 3;
  const ratingRow = leftOutRow + leftOut.rows.length + 3;
  const title = (row: number, value: string): PlacedCell => ({ address: `A${row}`, value, style: 'label' });
  return {
    block,
    leftOut: { range: `LeftOut[[${leftOutCheck}]]`, count: leftOut.rows.length },
    sheet: {
      name,
      widths: blockWidths,
      cells: [
        ...titleCells('Data quality', 'What answered, what is estimated, and what was left out.'),
        ...block.cells,
        title(strataRow, 'Answers by kind of supplier'),
        title(leftOutRow, 'Left out'),
        title(ratingRow, `Confidence: ${rating}`),
      ],
      tables: [
        { name: 'AnswersByStratum', row: strataRow + 1, column: 1, ...answersByStratum(facts) },
        { name: 'LeftOut', row: leftOutRow + 1, column: 1, ...leftOut },
        listTable(
          'RatingParts',
          ratingRow + 1,
          [
            { heading: 'Test', width: 0 },
            { heading: 'Found', width: 0 },
            { heading: 'Green needs', width: 0 },
            { heading: 'Met', width: 0 },
          ],
          ratingParts.map(({ name: test, found, needed, met }) => [test, found, needed, met ? 'Yes' : 'No']),
        ),
      ],
      validations: [],
      freeze: { rows: 1, columns: 1 },
    },
  };
}

type Stratum = ReportFacts['tally']['strata'][number];

function answersByStratum(facts: ReportFacts): Pick<TableSpec, 'headings' | 'rows'> {
  const { tally } = facts;
  const column = (
    heading: string,
    style: CellStyle,
    of: string,
    value: (stratum: Stratum) => number,
  ): FormulaColumn<Stratum> => ({
    heading,
    style,
    formula: (stratum) => strataTable.at(of, tally.strata.indexOf(stratum) + 1),
    value,
  });
  return formulaColumns(
    [
      { heading: 'Kind of supplier', style: 'text', value: ({ label }) => label },
      column('Answered', 'count', stratumColumn.answers, ({ answered }) => answered.count),
      column('Re-spend share taken for silent ones', 'share', stratumColumn.ratio, (stratum) =>
        ratioOf(stratum, facts),
      ),
      column('Silent suppliers', 'count', stratumColumn.silentCount, ({ silent }) => silent.count),
      column('Silent spend (£)', 'gbp', stratumColumn.silent, ({ silent }) => silent.spend),
    ],
    tally.strata,
  );
}
