import ExcelJS from 'exceljs';
import { lm3Template } from '../../core/index.ts';
import { writeWorkbook } from '../../spreadsheet/write-workbook.ts';
import { makeXlsx } from './make-xlsx.ts';

let written: Promise<Uint8Array> | undefined;

/** The sample workbook, with whatever a person might have done to it in Excel. */
export async function sampleWorkbook(change?: (workbook: ExcelJS.Workbook) => void): Promise<Buffer> {
  written ??= writeWorkbook(lm3Template({ sample: true }));
  const sample = Buffer.from(await written);
  if (!change) return sample;
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(sample as unknown as ExcelJS.Buffer);
  change(workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** Sets cells of one sheet by their addresses. */
export function setCells(
  workbook: ExcelJS.Workbook,
  sheet: string,
  cells: Readonly<Record<string, ExcelJS.CellValue>>,
): void {
  const found = workbook.getWorksheet(sheet);
  if (!found) throw new Error(`The sample has no sheet ${sheet}.`);
  for (const [address, value] of Object.entries(cells)) found.getCell(address).value = value;
}

/** A workbook with as many suppliers as wanted: every third local, every fourth silent. */
export function largeWorkbook(suppliers: number): Buffer {
  const lines = Array.from({ length: suppliers }, (_, index) => [
    `Made-up supplier ${index + 1}`,
    100 + (index % 977),
    index % 3 === 0 ? 'Yes' : 'No',
    index % 4 === 0 ? null : (index % 90) / 100,
  ]);
  const bytes = makeXlsx({
    sheets: {
      Project: rows([
        ['Item', 'Answer'],
        ['Project name', 'A large made-up organisation'],
      ]),
      Payroll: rows([
        ['Staff group', 'Pay (£)', 'Live in the area'],
        ['Everyone', 250_000, 'Yes'],
      ]),
      'Other direct costs': rows([['Cost', 'Amount (£)', 'Local']]),
      Suppliers: rows([['Supplier', 'Spend (£)', 'Local', 'Re-spend share'], ...lines]),
    },
  });
  return Buffer.from(bytes);
}

function rows(lines: readonly (readonly (string | number | null)[])[]): string {
  return lines
    .map((line, row) => {
      const cells = line.map((value, column) => {
        const address = `${'ABCD'[column]}${row + 1}`;
        if (value === null) return '';
        return typeof value === 'number'
          ? `<c r="${address}"><v>${value}</v></c>`
          : `<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`;
      });
      return `<row r="${row + 1}">${cells.join('')}</row>`;
    })
    .join('');
}
