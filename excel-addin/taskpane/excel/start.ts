import { startedInExcel } from '../../in-excel.ts';
import { startPane } from '../pane.ts';
import { addExcelTools, answerCommand } from './tools.ts';

/** Mounts the pane on the open workbook, and says whether it is inside Excel at all. */
export async function startInExcel(page: Document): Promise<boolean> {
  if (!(await startedInExcel((command) => answerCommand(page, command)))) return false;
  page.documentElement.classList.add('excel');
  const { officeHost } = await import('../../host/office.ts');
  addExcelTools(page);
  startPane(page, officeHost(page));
  return true;
}
