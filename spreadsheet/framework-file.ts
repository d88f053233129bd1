import {
  type Assessment,
  type ImpactPlan,
  type Outcome,
  readAssessmentWorkbook,
  readImpactWorkbook,
} from '../core/index.ts';
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

/** From the bytes of an impact plan to the plan. Issues name sheet and cell. */
export function readImpactFile(bytes: Uint8Array, options: ReadWorkbookOptions = {}): Outcome<ImpactPlan> {
  const workbook = readWorkbook(bytes, options);
  if (!workbook.ok) return workbook;
  const read = readImpactWorkbook(workbook.value.sheets);
  return { ...read, issues: [...workbook.issues, ...read.issues] };
}
