import type { Issue } from '../../../core/index.ts';
import { HostProblem } from '../port.ts';

/** What an error of Excel means to the person at the keyboard. */
type Words = Pick<Issue, 'found' | 'expected' | 'mend'>;

const tooMuch: Words = {
  found: 'more cells than Excel hands over',
  expected: 'at most 5 million cells, and rows of a usual length',
  mend: 'Select only the columns that are needed, or save the sheet as a CSV file and open that in the pane.',
};
const gone: Words = {
  found: 'a sheet, table or name that is not there any more',
  expected: 'what was chosen to be still in the workbook',
  mend: 'It may have been renamed or deleted. Choose again what to read.',
};
const notInThisExcel: Words = {
  found: 'a version of Excel that lacks something that is needed here',
  expected: 'Excel of Microsoft 365, Excel 2021 or later, or Excel on the web',
  mend: 'Save the workbook as a file and open that in the pane instead.',
};

/** By Excel's codes, which are the same in every language; its own messages are for programmers. */
const wordsFor: Readonly<Record<string, Words>> = {
  AccessDenied: {
    found: 'a protected sheet or workbook, which Excel does not let add-ins change',
    expected: 'a workbook in which new sheets may be added',
    mend: 'Under Review, choose Unprotect Workbook or Unprotect Sheet, then try again. Nothing was changed.',
  },
  ItemNotFound: gone,
  InvalidObjectPath: gone,
  ItemAlreadyExists: {
    found: 'a name that is taken in this workbook',
    expected: 'a new sheet with tables of its own',
    mend: 'Somebody may have added it at the same moment. Try again.',
  },
  InvalidOperationInCellEditMode: {
    found: 'a cell that is being typed into',
    expected: 'Excel to be free',
    mend: 'Press Enter or Escape in the cell, then try again.',
  },
  InvalidReference: {
    found: 'cells that are not there any more',
    expected: 'the workbook to stay open while it is read',
    mend: 'Open the workbook again and start again. Nothing was changed.',
  },
  InvalidSelection: {
    found: 'a selection of several areas, or of something other than cells',
    expected: 'one block of cells',
    mend: 'Select the cells from their headings to their last row, then try again.',
  },
  RequestAborted: {
    found: 'that Excel stopped the work',
    expected: 'Excel to be free',
    mend: 'Wait a moment and try again.',
  },
  RangeExceedsLimit: tooMuch,
  RequestPayloadSizeLimitExceeded: tooMuch,
  ResponsePayloadSizeLimitExceeded: tooMuch,
  ApiNotAvailable: notInThisExcel,
  NotImplemented: notInThisExcel,
  UnsupportedOperation: notInThisExcel,
};

const otherwise: Words = {
  found: 'that Excel could not do what was asked',
  expected: 'Excel to answer',
  mend: 'Try again. If it happens again, restart Excel, or report it with the details.',
};

/** Any error of Excel, as one that says in plain words what happened and what helps. */
export function excelProblem(error: unknown, where: Issue['where'] = {}): HostProblem {
  if (error instanceof HostProblem) return error;
  const code = codeOf(error);
  const words = wordsFor[code ?? ''] ?? otherwise;
  return new HostProblem({ severity: 'error', where, ...words }, detailsOf(error, code));
}

/** Excel's code; undefined for an error that is not Excel's. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** The code and where in the program, never a statement: statements hold what is in cells. */
function detailsOf(error: unknown, code: string | undefined): string {
  const location =
    typeof error === 'object' && error !== null && 'debugInfo' in error
      ? (error.debugInfo as { errorLocation?: string } | undefined)?.errorLocation
      : undefined;
  const name = error instanceof Error ? error.name : typeof error;
  return [`Excel: ${code ?? name}`, location && `at ${location}`].filter(Boolean).join(' ');
}
