import ExcelJS from 'exceljs';
import { parseAddress } from './area.ts';
import { type CellContent, type SheetModel, WorkbookModel } from './workbook-model.ts';

/** Opens a file in the fake Excel: values, formulas with their stored results, dates, tables and names. */
export async function openInFakeExcel(bytes: Uint8Array, fileName: string): Promise<WorkbookModel> {
  const file = new ExcelJS.Workbook();
  await file.xlsx.load(bytes.slice().buffer as ArrayBuffer);
  const book = new WorkbookModel(fileName);
  for (const worksheet of file.worksheets) {
    const sheet = book.addSheet(worksheet.name);
    if (worksheet.state !== 'visible') sheet.visibility = 'Hidden';
    worksheet.eachRow((row, rowNumber) => {
      if (row.hidden) sheet.hiddenRows.add(rowNumber - 1);
      row.eachCell((cell, columnNumber) => putCell(sheet, rowNumber - 1, columnNumber - 1, cell));
    });
    for (const merge of worksheet.model.merges ?? []) sheet.merged.push(parseAddress(merge).area);
    for (const table of Object.values(tablesOf(worksheet))) {
      book.addTable(sheet, parseAddress(table.tableRef).area, true, table.name);
    }
  }
  for (const { name, ranges } of file.definedNames.model) {
    const [first] = ranges;
    if (first !== undefined) book.addName(name, first);
  }
  return book;
}

function tablesOf(worksheet: ExcelJS.Worksheet): Record<string, { name: string; tableRef: string }> {
  const { tables } = worksheet as unknown as {
    tables: Record<string, { table: { name: string; tableRef: string } }>;
  };
  return Object.fromEntries(Object.entries(tables ?? {}).map(([key, { table }]) => [key, table]));
}

const dayInMs = 86_400_000;
/** Excel counts days from the end of 1899. */
const dayZero = Date.UTC(1899, 11, 30);

function putCell(sheet: SheetModel, row: number, column: number, cell: ExcelJS.Cell): void {
  if (cell.isMerged && cell.master !== cell) return;
  if (cell.numFmt && cell.numFmt !== 'General')
    sheet.format({ row, column, rows: 1, columns: 1 }, 'numberFormat', cell.numFmt);
  const { formula } = cell;
  if (formula !== undefined) {
    sheet.putFormula(row, column, `=${formula}`, contentOf(cell.result));
    return;
  }
  const content = contentOf(cell.value);
  // What begins with an equals sign is text here, and Excel would keep it so.
  if (content !== undefined)
    sheet.put(row, column, typeof content === 'string' && content.startsWith('=') ? `'${content}` : content);
}

function contentOf(value: unknown): CellContent | undefined {
  if (value === null || value === undefined) return undefined;
  if (value instanceof Date) return (value.getTime() - dayZero) / dayInMs;
  if (typeof value === 'object') {
    if ('error' in value) return String(value.error);
    if ('richText' in value && Array.isArray(value.richText))
      return value.richText.map(({ text }: { text: string }) => text).join('');
    if ('text' in value) return String(value.text);
    return undefined;
  }
  return value as CellContent;
}
