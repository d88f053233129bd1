import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell, Row } from '../../core/index.ts';
import { type ReadSheet, readXlsx } from '../../spreadsheet/read-xlsx.ts';

async function written(workbook: ExcelJS.Workbook): Promise<Uint8Array> {
  return new Uint8Array((await workbook.xlsx.writeBuffer()) as ArrayBuffer);
}

function read(bytes: Uint8Array): ReadSheet[] {
  const outcome = readXlsx(bytes);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

/** What exceljs says of the same bytes, in our terms. */
async function readByExceljs(bytes: Uint8Array): Promise<{ name: string; rows: Row[] }[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  return workbook.worksheets.map((sheet) => {
    const rows: Row[] = [];
    sheet.eachRow((row, number) => {
      const cells: Cell[] = [];
      row.eachCell((cell, column) => {
        const value = asCell(cell.value);
        if (value === null) return;
        while (cells.length < column - 1) cells.push(null);
        cells[column - 1] = value;
      });
      if (cells.length > 0) rows.push({ number, cells });
    });
    return { name: sheet.name, rows };
  });
}

function asCell(value: ExcelJS.CellValue): Cell {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value instanceof Date) return { date: value.toISOString().slice(0, 10) };
  if ('error' in value) return { error: value.error };
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('hyperlink' in value) return value.text;
  return asCell(value.result as ExcelJS.CellValue);
}

function plain(sheets: readonly ReadSheet[]) {
  return sheets.map(({ name, rows }) => ({ name, rows }));
}

const character = fc.constantFrom(...'abc XYZ0189£&<>"\'_x\n\té漢🏦,;=@');
// exceljs does not write _ escapes of its own, so texts must not look like one.
const text = fc
  .string({ unit: character, maxLength: 20 })
  .filter((value) => !/_x[0-9A-Fa-f]{4}_/.test(value));
const day = fc.date({
  min: new Date(Date.UTC(1900, 2, 1)),
  max: new Date(Date.UTC(2199, 11, 31)),
  noInvalidDate: true,
});
const anyValue: fc.Arbitrary<ExcelJS.CellValue> = fc.oneof(
  fc.constant(null),
  text,
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.integer({ min: -10_000_000, max: 10_000_000 }).map((pence) => pence / 100),
  fc.boolean(),
  day,
  fc.constantFrom('#DIV/0!', '#N/A', '#REF!').map((error) => ({ error }) as ExcelJS.CellErrorValue),
  fc
    .array(
      text.filter((run) => run !== ''),
      { minLength: 1, maxLength: 3 },
    )
    .map((runs) => ({
      richText: runs.map((run, index) => ({ text: run, font: { bold: index % 2 === 0 } })),
    })),
  fc
    .oneof(
      fc.integer(),
      text.filter((result) => result !== ''),
    )
    .map((result) => ({ formula: 'A1', result })),
  text
    .filter((shown) => shown !== '')
    .map((shown) => ({ text: shown, hyperlink: 'https://example.org/?a=1&b=2' })),
);

describe('agreement with exceljs', () => {
  it('reads what exceljs writes as exceljs reads it', async () => {
    const sheet = fc.array(fc.array(anyValue, { maxLength: 6 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(sheet, { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        async (sheets, from1904) => {
          const workbook = new ExcelJS.Workbook();
          workbook.properties.date1904 = from1904;
          for (const [index, rows] of sheets.entries()) {
            const target = workbook.addWorksheet(`Sheet ${index + 1}`);
            for (const [row, cells] of rows.entries()) {
              for (const [column, value] of cells.entries()) {
                // exceljs counts dates from 1904 back past zero, which Excel cannot show.
                if (from1904 && value instanceof Date && value.getUTCFullYear() < 1905) continue;
                if (value !== null) target.getCell(row + 1, column + 1).value = value;
              }
            }
          }
          const bytes = await written(workbook);
          expect(plain(read(bytes))).toEqual(await readByExceljs(bytes));
        },
      ),
      { numRuns: 60, seed: 20261124 },
    );
  });

  it('reads what was put in, not only what exceljs makes of it', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('Spend');
    sheet.addRow(['Supplier', 'Paid on', 'Amount', 'Local']);
    sheet.addRow(['Alder & Sons <Joinery>', new Date(Date.UTC(2024, 1, 29)), 1200.5, true]);
    sheet.addRow([
      { formula: 'SUM(C2:C2)', result: 1200.5 },
      { error: '#N/A' },
      { richText: [{ text: 'two' }, { text: ' runs' }] },
    ]);
    sheet.getCell('H7').value = 0.1 + 0.2;
    workbook.addWorksheet('Lists', { state: 'hidden' });
    expect(read(await written(workbook))).toEqual([
      {
        name: 'Spend',
        hidden: false,
        rows: [
          { number: 1, cells: ['Supplier', 'Paid on', 'Amount', 'Local'] },
          { number: 2, cells: ['Alder & Sons <Joinery>', { date: '2024-02-29' }, 1200.5, true] },
          { number: 3, cells: [1200.5, { error: '#N/A' }, 'two runs'] },
          { number: 7, cells: [null, null, null, null, null, null, null, 0.1 + 0.2] },
        ],
      },
      { name: 'Lists', hidden: true, rows: [] },
    ]);
  });

  it('reads a sheet that spans many blocks of packed data, texts in the sheet or shared', async () => {
    const rows = 6_000;
    for (const useSharedStrings of [true, false]) {
      const workbook = new ExcelJS.Workbook();
      const sheet = workbook.addWorksheet('Spend');
      for (let row = 0; row < rows; row += 1) {
        sheet.addRow([
          `Supplier ${(row * 7919) % 10_007} Limited`,
          Math.sin(row),
          new Date(Date.UTC(2024, 0, 1 + (row % 365))),
        ]);
      }
      const bytes = new Uint8Array((await workbook.xlsx.writeBuffer({ useSharedStrings })) as ArrayBuffer);
      const [result] = read(bytes);
      expect(result?.rows).toHaveLength(rows);
      for (const row of [0, 1234, rows - 1]) {
        expect(result?.rows[row]).toEqual({
          number: row + 1,
          cells: [
            `Supplier ${(row * 7919) % 10_007} Limited`,
            Math.sin(row),
            { date: new Date(Date.UTC(2024, 0, 1 + (row % 365))).toISOString().slice(0, 10) },
          ],
        });
      }
      expect(result?.rows.reduce((sum, { cells }) => sum + Number(cells[1]), 0)).toBeCloseTo(
        Array.from({ length: rows }, (_, row) => Math.sin(row)).reduce((sum, value) => sum + value, 0),
        9,
      );
    }
  });
});
