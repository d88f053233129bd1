import ExcelJS from 'exceljs';
import { tenantsTemplate } from '../../core/index.ts';
import { writeWorkbook } from '../../spreadsheet/write-workbook.ts';

/** The sample of tenants, with whatever a person might have done to it in Excel. */
export async function sampleTenants(
  change: (workbook: ExcelJS.Workbook) => void = () => {},
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const bytes = await writeWorkbook(tenantsTemplate({ sample: true }));
  await workbook.xlsx.load(bytes.slice().buffer as ArrayBuffer);
  change(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
