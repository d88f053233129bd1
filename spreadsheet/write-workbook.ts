import type * as Excel from 'exceljs';
import type { CellSpec, SheetSpec, TableSpec, ValidationSpec, WorkbookSpec } from '../core/index.ts';
import { assertSafeName, columnLetters, neutralHeading, neutralText } from '../core/index.ts';
import { looks, styles } from './cell-styles.ts';

/**
 * The workbook as the bytes of an .xlsx file. exceljs is loaded only here and only when called, so
 * that a page pays for it only when something is written.
 *
 * @throws RangeError when a name could be taken for a cell address, or a list of choices holds a comma
 */
export async function writeWorkbook(spec: WorkbookSpec): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  workbook.title = spec.title;
  workbook.creator = 'Local Pound';
  // The formulas carry their results; recalculating on load makes sure that Excel agrees.
  workbook.calcProperties.fullCalcOnLoad = true;
  for (const sheet of spec.sheets) addSheet(workbook, sheet);
  for (const { name, refersTo } of spec.names) {
    assertSafeName(name);
    workbook.definedNames.add(refersTo, name);
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function addSheet(workbook: Excel.Workbook, spec: SheetSpec): void {
  const sheet = workbook.addWorksheet(spec.name, {
    views: [frozen(spec)],
    pageSetup: { orientation: 'landscape', paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.columns = spec.widths.map((width) => ({ width }));
  for (const { address, ...cell } of spec.cells) put(sheet.getCell(address), cell);
  for (const table of spec.tables) addTable(sheet, table);
  for (const validation of spec.validations) validate(sheet, validation);
  for (const { range, says, look: how } of spec.looks ?? []) {
    sheet.addConditionalFormatting({
      ref: range,
      rules: [{ type: 'cellIs', operator: 'equal', formulae: [`"${says}"`], priority: 1, style: looks[how] }],
    });
  }
  fitRows(sheet);
}

const lineHeight = 15;

/** Gives rows with wrapped text the height they need: not every program does so when it opens a file. */
function fitRows(sheet: Excel.Worksheet): void {
  sheet.eachRow((row) => {
    let lines = 1;
    row.eachCell((cell) => {
      lines = Math.max(lines, (cell.font?.size ?? 11) / 11);
      if (!cell.alignment?.wrapText || typeof cell.value !== 'string') return;
      const width = sheet.getColumn(cell.col).width ?? 10;
      lines = Math.max(lines, Math.ceil(cell.value.length / width));
    });
    if (lines > 1) row.height = Math.ceil(lines * lineHeight);
  });
}

function frozen({ freeze }: SheetSpec): Partial<Excel.WorksheetView> {
  return freeze
    ? { state: 'frozen', xSplit: freeze.columns, ySplit: freeze.rows, showGridLines: false }
    : { state: 'normal', showGridLines: false };
}

function put(cell: Excel.Cell, { value, formula, style, note }: CellSpec): void {
  cell.value = formula === undefined ? inert(value) : formulaValue(formula, value);
  if (style) cell.style = styles[style];
  if (note) cell.note = note;
}

/** Text from a supplier, a ledger or a person must never be run, here or in a CSV file saved from here. */
const inert = (value: CellSpec['value']): CellSpec['value'] =>
  typeof value === 'string' ? neutralText(value) : value;

function formulaValue(formula: string, result: CellSpec['value']): Excel.CellFormulaValue {
  return { formula, ...(result === null ? {} : { result }) } as Excel.CellFormulaValue;
}

function addTable(sheet: Excel.Worksheet, table: TableSpec): void {
  assertSafeName(table.name);
  // Excel refuses a table without a line, so an empty one gets a blank line.
  const rows = table.rows.length > 0 ? table.rows : [table.headings.map((): CellSpec => ({ value: null }))];
  sheet.addTable({
    name: table.name,
    ref: `${columnLetters(table.column - 1)}${table.row}`,
    headerRow: true,
    style: { theme: 'TableStyleLight1', showRowStripes: false },
    columns: table.headings.map(({ text }) => ({ name: neutralHeading(text), filterButton: true })),
    rows: rows.map((row) =>
      row.map(({ value, formula }) => (formula === undefined ? inert(value) : formulaValue(formula, value))),
    ),
  });
  table.headings.forEach(({ text, note }, index) => {
    put(sheet.getCell(table.row, table.column + index), {
      value: neutralHeading(text),
      style: 'heading',
      ...(note ? { note } : {}),
    });
  });
  rows.forEach((row, rowIndex) => {
    row.forEach((cell, index) => {
      put(sheet.getCell(table.row + 1 + rowIndex, table.column + index), cell);
    });
  });
}

function validate(sheet: Excel.Worksheet, { range, rule, message }: ValidationSpec): void {
  const common = {
    allowBlank: true,
    showErrorMessage: true,
    errorTitle: 'Please check this cell',
    error: message,
  };
  const validation: Excel.DataValidation =
    rule.kind === 'decimal'
      ? { type: 'decimal', operator: 'between', formulae: [rule.from, rule.to], ...common }
      : { type: 'list', formulae: [rule.kind === 'list' ? listed(rule.choices) : rule.range], ...common };
  // The model takes whole ranges; setting each of 5,000 cells would fill the file with empty cells.
  rangeValidations(sheet).add(range, validation);
}

/** Excel's bound on the choices of a rule, in characters. */
const longestList = 255;

function listed(choices: readonly string[]): string {
  const list = choices.join(',');
  if (list.length > longestList || choices.some((choice) => /[,"]/.test(choice))) {
    throw new RangeError(`writeWorkbook: the choices "${list}" need cells of their own`);
  }
  return `"${list}"`;
}

/** exceljs keeps ranges of validations here but leaves the member out of its types. */
function rangeValidations(sheet: Excel.Worksheet): {
  add(range: string, validation: Excel.DataValidation): void;
} {
  return (
    sheet as unknown as { dataValidations: { add(range: string, validation: Excel.DataValidation): void } }
  ).dataValidations;
}
