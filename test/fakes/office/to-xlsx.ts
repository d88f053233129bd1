import ExcelJS from 'exceljs';
import { addressOf, lettersOf } from './area.ts';
import type { SheetModel, TableModel, WorkbookModel } from './workbook-model.ts';

/**
 * Saves what is open in the fake Excel, so that another program can recalculate it. Formulas go out
 * without stored results. Charts are left out: the library that writes files has none.
 */
export async function saveFromFakeExcel(book: WorkbookModel): Promise<Uint8Array> {
  const file = new ExcelJS.Workbook();
  for (const sheet of book.sheets) {
    const worksheet = file.addWorksheet(sheet.name);
    const tables = book.tables.filter((table) => table.sheet === sheet);
    for (const table of tables) addTable(worksheet, sheet, table);
    const used = sheet.used();
    if (used) putCells(worksheet, sheet);
    for (const { area, rule, errorAlert } of sheet.validations)
      addValidation(worksheet, addressOf(area), rule, errorAlert);
  }
  for (const { name, refersTo } of book.names) file.definedNames.add(refersTo.slice(1), name);
  return new Uint8Array(await file.xlsx.writeBuffer());
}

function putCells(worksheet: ExcelJS.Worksheet, sheet: SheetModel): void {
  const used = sheet.used();
  if (!used) return;
  for (let row = used.row; row < used.row + used.rows; row += 1) {
    for (let column = used.column; column < used.column + used.columns; column += 1) {
      const formula = sheet.formulas.get(`${row},${column}`);
      const value = sheet.valueAt(row, column);
      if (formula === undefined && value === undefined) continue;
      const cell = worksheet.getCell(row + 1, column + 1);
      cell.value = formula === undefined ? (value ?? null) : { formula: formula.slice(1) };
      const format = sheet.formatOf(row, column, 'numberFormat');
      if (typeof format === 'string' && format !== 'General') cell.numFmt = format;
    }
  }
}

function addTable(worksheet: ExcelJS.Worksheet, sheet: SheetModel, { name, area }: TableModel): void {
  const columns = Array.from({ length: area.columns }, (_, at) => ({
    name: String(sheet.valueAt(area.row, area.column + at) ?? `Column${at + 1}`),
  }));
  worksheet.addTable({
    name,
    ref: `${lettersOf(area.column)}${area.row + 1}`,
    headerRow: true,
    columns,
    rows: Array.from({ length: area.rows - 1 }, () => columns.map(() => null)),
  });
}

function addValidation(
  worksheet: ExcelJS.Worksheet,
  range: string,
  rule: Readonly<Record<string, unknown>>,
  alert: Readonly<Record<string, unknown>> | undefined,
): void {
  const common = { allowBlank: true, showErrorMessage: true, error: String(alert?.message ?? '') };
  const { list, decimal } = rule as {
    list?: { source: string };
    decimal?: { formula1: number; formula2: number };
  };
  const validation: ExcelJS.DataValidation | undefined = list
    ? {
        type: 'list',
        formulae: [list.source.startsWith('=') ? list.source.slice(1) : `"${list.source}"`],
        ...common,
      }
    : decimal
      ? { type: 'decimal', operator: 'between', formulae: [decimal.formula1, decimal.formula2], ...common }
      : undefined;
  if (!validation) return;
  const { dataValidations } = worksheet as unknown as {
    dataValidations: { add(range: string, validation: ExcelJS.DataValidation): void };
  };
  dataValidations.add(range, validation);
}
