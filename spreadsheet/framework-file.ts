import { type Assessment, type Outcome, readAssessmentWorkbook } from '../core/index.ts';
import { type ReadWorkbookOptions, readWorkbook } from './read-workbook.ts';

/** From the bytes of an assessment workbook to the assessment. Issues name sheet and cell. */
export function readAssessmentFile(
  bytes: Uint8Array,
  options: ReadWorkbookOptions = {},
): Outcome<Assessment> {
  const workbook = readWorkbook(bytes, options);
  if (!workbook.ok) return workbook;
  const read = readAssessmentWorkbook(workbook.value.sheets);
  return { ...read, issues: [...workbook.issues, ...read.issues] };
}
