import ExcelJS from 'exceljs';
import { lm3Template } from '../../core/index.ts';
import { writeWorkbook } from '../../spreadsheet/write-workbook.ts';

/**
 * The fictional sample before anyone has answered, with a contact for each supplier but the last.
 *
 * @param keep answers that stand in the workbook already, by row
 */
export async function surveyWorkbook(
  change: (sheet: ExcelJS.Worksheet) => void = () => undefined,
  keep: (row: number) => boolean = () => false,
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const bytes = await writeWorkbook(lm3Template({ sample: true }));
  await book.xlsx.load(bytes.slice().buffer as ArrayBuffer);
  const sheet = book.getWorksheet('Suppliers');
  if (sheet === undefined) throw new Error('no sheet of suppliers');
  const headings = (sheet.getRow(4).values as string[]).slice(1);
  const column = (heading: string): number => headings.indexOf(heading) + 1;
  for (let row = 5; row < 20; row += 1) {
    if (!keep(row)) sheet.getCell(row, column('Re-spend share')).value = null;
    if (row === 19) continue;
    sheet.getCell(row, column('Contact name')).value = `Contact ${row}`;
    sheet.getCell(row, column('E-mail')).value = `contact${row}@example.org`;
  }
  change(sheet);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
