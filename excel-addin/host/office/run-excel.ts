/// <reference types="office-js" />
import { codeOf, excelProblem } from './excel-problem.ts';

/** Whether this Excel has a version of its API. */
export const hasExcelApi = (version: string): boolean =>
  Office.context.requirements.isSetSupported('ExcelApi', version);

/**
 * One exchange with Excel. It waits while a cell is typed into, instead of failing.
 *
 * @throws HostProblem in plain words for whatever Excel refuses
 */
export async function runExcel<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await Excel.run({ delayForCellEdit: true }, work);
  } catch (error) {
    throw excelProblem(error);
  }
}

/** Codes of an Excel that knows of merging undo steps but cannot do it for this work. */
const cannotMerge: ReadonlySet<string> = new Set([
  'NotImplemented',
  'UnsupportedOperation',
  'ApiNotAvailable',
  'InvalidOperation',
]);

/**
 * The same for work that writes: everything is one step for the undo button where this Excel can do
 * that. Where it cannot, `cleanUp` takes away what was done, and the work is done again step by step.
 */
export async function writeInExcel(
  work: (context: Excel.RequestContext) => Promise<void>,
  cleanUp: () => Promise<void>,
): Promise<void> {
  if (hasExcelApi('1.20')) {
    try {
      await Excel.run({ delayForCellEdit: true, mergeUndoGroup: true }, work);
      return;
    } catch (error) {
      await cleanUp();
      if (!cannotMerge.has(codeOf(error) ?? '')) throw excelProblem(error);
    }
  }
  try {
    await Excel.run({ delayForCellEdit: true }, work);
  } catch (error) {
    await cleanUp();
    throw excelProblem(error);
  }
}
