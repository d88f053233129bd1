/// <reference types="office-js" />
import type { LookSpec, SheetSpec, ValidationSpec } from '../../../core/index.ts';
import { looks } from '../../../spreadsheet/cell-styles.ts';
import type { PlacedTable, SheetPiece, SheetsToWrite } from '../port.ts';
import { applyStyle, fillColourOf, hex } from './apply-style.ts';
import { runExcel, writeInExcel } from './run-excel.ts';

/** Pieces that are written in one exchange. */
const piecesAtOnce = 4;

/**
 * Adds the sheets to the workbook and shows the first of them. Values come first, then tables and
 * names, then the formulas that speak of them, and looks last.
 */
export async function writeSheets(plan: SheetsToWrite, onProgress: (share: number) => void): Promise<void> {
  await writeInExcel(
    (context) => write(context, plan, onProgress),
    () => takeAway(plan),
  );
}

async function write(
  context: Excel.RequestContext,
  plan: SheetsToWrite,
  onProgress: (share: number) => void,
): Promise<void> {
  const { worksheets, names } = context.workbook;
  for (const { name } of plan.sheets) worksheets.add(name).showGridlines = false;
  await context.sync();
  let tablesAreThere = false;
  let waiting = 0;
  for (let number = 0; number < plan.pieces; number += 1) {
    const piece = await plan.piece(number);
    if (piece.kind !== 'values' && !tablesAreThere) {
      for (const table of plan.tables) addTable(worksheets.getItem(table.sheet), table);
      for (const { name, refersTo } of plan.names) names.add(name, `=${refersTo}`);
      tablesAreThere = true;
    }
    put(worksheets.getItem(piece.sheet), piece);
    waiting += 1;
    if (waiting < piecesAtOnce) continue;
    await context.sync();
    waiting = 0;
    onProgress(number / plan.pieces);
  }
  for (const sheet of plan.sheets) finish(worksheets.getItem(sheet.name), sheet);
  const [first] = plan.sheets;
  if (first) worksheets.getItem(first.name).activate();
  await context.sync();
  onProgress(1);
}

/** What was written before something failed goes again; the rest of the workbook was never touched. */
async function takeAway(plan: SheetsToWrite): Promise<void> {
  await runExcel(async (context) => {
    const { worksheets, names } = context.workbook;
    const made = [
      ...plan.names.map(({ name }) => names.getItemOrNullObject(name)),
      ...plan.sheets.map(({ name }) => worksheets.getItemOrNullObject(name)),
    ];
    for (const one of made) one.load('name');
    await context.sync();
    for (const one of made) if (!one.isNullObject) one.delete();
    await context.sync();
  }).catch(() => {
    // The first failure is the one to tell of.
  });
}

function put(sheet: Excel.Worksheet, piece: SheetPiece): void {
  if (piece.kind === 'styles') {
    for (const { address, style } of piece.styled) applyStyle(sheet.getRange(address), style);
    return;
  }
  const { row, column, cells } = piece;
  const range = sheet.getRangeByIndexes(row, column, cells.length, cells[0]?.length ?? 0);
  // Null leaves a cell as it is; the declared type knows no null and no reading only.
  const matrix = cells as (string | number | boolean)[][];
  if (piece.kind === 'values') range.values = matrix;
  else range.formulas = matrix;
}

function addTable(sheet: Excel.Worksheet, { name, row, column, rows, columns }: PlacedTable): void {
  const table = sheet.tables.add(sheet.getRangeByIndexes(row, column, rows, columns), true);
  table.name = name;
  table.style = 'TableStyleLight1';
  table.showBandedRows = false;
}

function finish(
  sheet: Excel.Worksheet,
  { widths, freeze, validations, looks: says, charts }: SheetsToWrite['sheets'][number],
): void {
  widths.forEach((width, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = pointsOf(width);
  });
  sheet.getUsedRange().format.autofitRows();
  if (freeze && freeze.rows > 0 && freeze.columns > 0)
    sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, freeze.rows, freeze.columns));
  for (const validation of validations) validate(sheet, validation);
  for (const look of says ?? []) follow(sheet, look);
  for (const chart of charts ?? []) draw(sheet, chart);
}

/** From characters: a character is 7 pixels wide in Calibri 11, with 5 pixels beside them; 96 pixels are 72 points. */
const pointsOf = (characters: number): number => ((characters * 7 + 5) * 72) / 96;

function validate(sheet: Excel.Worksheet, { range, rule, message }: ValidationSpec): void {
  const { dataValidation } = sheet.getRange(range);
  dataValidation.rule =
    rule.kind === 'decimal'
      ? { decimal: { formula1: rule.from, formula2: rule.to, operator: 'Between' } }
      : {
          list: {
            inCellDropDown: true,
            source: rule.kind === 'list' ? rule.choices.join(',') : `=${rule.range}`,
          },
        };
  dataValidation.errorAlert = { title: 'Please check this cell', message, style: 'Stop', showAlert: true };
}

function follow(sheet: Excel.Worksheet, { range, says, look }: LookSpec): void {
  const { cellValue } = sheet.getRange(range).conditionalFormats.add('CellValue');
  cellValue.rule = { formula1: `="${says}"`, operator: 'EqualTo' };
  const { font } = looks[look];
  if (font?.color) cellValue.format.font.color = hex(font.color.argb);
  cellValue.format.font.bold = true;
  const fill = fillColourOf(looks[look]);
  if (fill !== undefined) cellValue.format.fill.color = fill;
}

function draw(sheet: Excel.Worksheet, chart: NonNullable<SheetSpec['charts']>[number]): void {
  const made = sheet.charts.add('ColumnClustered', sheet.getRange(chart.data), 'Columns');
  made.title.text = chart.title;
  made.legend.visible = false;
  made.setPosition(chart.from, chart.to);
}
