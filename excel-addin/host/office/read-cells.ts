/// <reference types="office-js" />
import { isDateFormat } from '../../../spreadsheet/xlsx/date-format.ts';
import { type CellsPiece, HostProblem } from '../port.ts';
import { codeOf, excelProblem } from './excel-problem.ts';

/** A block of cells to read, counted from 0. */
export interface Block {
  readonly sheetId: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/**
 * What one exchange is to bring, in characters of its answer. Excel on the web gives 5 MB at most;
 * this much less also keeps the page free: taking an answer in must not hold it up.
 */
const wantedLength = 700_000;
const firstRows = 1_000;
const mostRowsAtOnce = 20_000;
/** Rows whose number formats tell which columns hold dates. */
const rowsLookedAt = 200;

/** Refusals that a smaller piece may get round. */
const tooLarge: ReadonlySet<string> = new Set([
  'RequestPayloadSizeLimitExceeded',
  'ResponsePayloadSizeLimitExceeded',
  'RangeExceedsLimit',
]);

/**
 * The cells of a block from top to bottom, in pieces whose size follows what the last one weighed.
 * A piece that Excel refuses as too large, or answers with nothing, is asked for again at half its rows.
 */
export async function* readCells(block: Block): AsyncGenerator<CellsPiece> {
  const dateColumns = await columnsOfDates(block);
  const end = block.row + block.rows;
  let rows = firstRows;
  for (let row = block.row; row < end; ) {
    const count = Math.min(rows, end - row);
    const piece = await readPiece({ ...block, row, rows: count }, dateColumns);
    if (piece === 'too large') {
      if (count === 1)
        throw excelProblem({ code: 'RangeExceedsLimit' }, { sheet: block.sheet, row: row + 1 });
      rows = Math.max(1, Math.floor(count / 2));
      continue;
    }
    yield piece;
    row += count;
    rows = Math.min(
      mostRowsAtOnce,
      2 * count,
      Math.max(1, Math.floor((count * wantedLength) / lengthOf(piece))),
    );
  }
}

async function columnsOfDates(block: Block): Promise<readonly number[]> {
  const rows = Math.min(block.rows, rowsLookedAt);
  const formats = await exchange(block, async (context) => {
    const range = rangeOf(context, { ...block, rows });
    range.load('numberFormat');
    await context.sync();
    return range.numberFormat as string[][] | null;
  });
  if (formats === 'too large' || formats === null) return [];
  return Array.from({ length: block.columns }, (_, column) => column).filter((column) =>
    formats.some((row) => isDateFormat(0, String(row[column] ?? ''))),
  );
}

async function readPiece(block: Block, dateColumns: readonly number[]): Promise<CellsPiece | 'too large'> {
  const read = await exchange(block, async (context) => {
    const range = rangeOf(context, block);
    range.load('values');
    const dated = dateColumns.map((column) => {
      const formats = range.getColumn(column);
      formats.load('numberFormat');
      return { column, formats };
    });
    await context.sync();
    return {
      values: range.values as CellsPiece['values'] | null,
      dates: dated.map(({ column, formats }) => ({
        column,
        formats: (formats.numberFormat as string[][]).map(([format]) => String(format ?? '')),
      })),
    };
  });
  // Over its limit of cells Excel answers null, and no error.
  if (read === 'too large' || read.values === null) return 'too large';
  const { sheet, row, column } = block;
  return { sheet, row, column, values: read.values, dates: read.dates };
}

async function exchange<T>(
  { sheet }: Block,
  work: (context: Excel.RequestContext) => Promise<T>,
): Promise<T | 'too large'> {
  try {
    return await Excel.run({ delayForCellEdit: true }, work);
  } catch (error) {
    if (tooLarge.has(codeOf(error) ?? '')) return 'too large';
    throw error instanceof HostProblem ? error : excelProblem(error, { sheet });
  }
}

const rangeOf = (
  context: Excel.RequestContext,
  { sheetId, row, column, rows, columns }: Block,
): Excel.Range => context.workbook.worksheets.getItem(sheetId).getRangeByIndexes(row, column, rows, columns);

/** About as many characters as the piece had on its way. */
function lengthOf({ values, dates }: CellsPiece): number {
  let length = 1;
  for (const row of values) for (const cell of row) length += typeof cell === 'string' ? cell.length + 3 : 9;
  for (const { formats } of dates) for (const format of formats) length += format.length + 5;
  return length;
}
