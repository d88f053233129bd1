import type { Cell, Issue, Outcome, Row, RunStamp, Sheet } from '../../core/index.ts';
import type { XlsxFile } from '../../spreadsheet/read-xlsx.ts';
import { readSpendSheets } from '../../spreadsheet/spend/sheets.ts';
import { isDateFormat } from '../../spreadsheet/xlsx/date-format.ts';
import { SerialDates } from '../../spreadsheet/xlsx/serial-date.ts';
import type { CellsPiece } from '../host/port.ts';
import { type OpenSpend, openPayments } from './open-spend.ts';

/** How Excel hands over the error that a cell shows. */
const errorTexts: ReadonlySet<string> = new Set([
  '#N/A',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#NULL!',
  '#SPILL!',
  '#CALC!',
  '#BUSY!',
  '#GETTING_DATA',
]);

/** Cells that come from Excel in pieces, put together to the same sheets that a file is read to. */
export class GivenCells {
  readonly #rows = new Map<string, Row[]>();
  readonly #dates = new SerialDates(false);

  take({ sheet, row: firstRow, column: firstColumn, values, dates }: CellsPiece): void {
    const rows = this.#rows.get(sheet) ?? [];
    this.#rows.set(sheet, rows);
    const formats = new Map(dates.map(({ column, formats: of }) => [column, of]));
    values.forEach((line, at) => {
      const cells: Cell[] = Array.from({ length: firstColumn }, () => null);
      let isFilled = false;
      line.forEach((value, column) => {
        const format = formats.get(column)?.[at];
        const cell = this.#cell(value, format);
        if (cell !== null) isFilled = true;
        cells.push(cell);
      });
      if (isFilled) rows.push({ number: firstRow + at + 1, cells });
    });
  }

  sheets(): Sheet[] {
    return [...this.#rows].map(([name, rows]) => ({ name, rows }));
  }

  #cell(value: string | number | boolean, format: string | undefined): Cell {
    if (value === '') return null;
    if (typeof value === 'string') return errorTexts.has(value) ? { error: value } : value;
    if (typeof value === 'number' && format !== undefined && isDateFormat(0, format))
      return this.#dates.date(value) ?? value;
    return value;
  }
}

/** Payments from cells of a workbook that is open, with what was noticed when they were read. */
export function openGivenPayments(
  name: string,
  sheets: readonly Sheet[],
  noticed: readonly Issue[],
  stamp: () => RunStamp,
): Promise<Outcome<OpenSpend>> {
  const workbook: XlsxFile = {
    sheets: sheets.map((sheet) => ({ name: sheet.name, hidden: false })),
    readRows(sheetName, onRow) {
      for (const row of sheets.find((sheet) => sheet.name === sheetName)?.rows ?? []) onRow(row);
      return { ok: true, value: undefined, issues: [] };
    },
  };
  return openPayments(
    name,
    (mapping) => {
      const read = readSpendSheets(name, workbook, mapping);
      return read.ok ? { ...read, issues: [...noticed, ...read.issues] } : read;
    },
    stamp,
  );
}
