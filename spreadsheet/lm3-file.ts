import {
  computeLm3,
  type Issue,
  type Lm3Context,
  type Lm3Project,
  type Lm3Result,
  type Outcome,
  readLm3Workbook,
  type Sheet,
} from '../core/index.ts';
import { type ReadWorkbookOptions, readWorkbook } from './read-workbook.ts';

/** A project as it was read and its LM3. */
export interface Lm3File {
  readonly project: Lm3Project;
  readonly result: Lm3Result;
}

/**
 * From the bytes of a Local Pound workbook to LM3: the one way that the command line, the pane and
 * the Slack bot all take. Issues name sheet and cell.
 */
export function computeLm3File(bytes: Uint8Array, options: ReadWorkbookOptions = {}): Outcome<Lm3File> {
  const workbook = readWorkbook(bytes, options);
  return workbook.ok ? computeLm3Sheets(workbook.value.sheets, workbook.issues) : workbook;
}

/** The same from sheets that have been read, with what was found while reading them. */
export function computeLm3Sheets(sheets: readonly Sheet[], found: readonly Issue[]): Outcome<Lm3File> {
  const project = readLm3Workbook(sheets);
  if (!project.ok) return project;
  return computeProject(project.value, { issues: [...found, ...project.issues] });
}

/** LM3 of a project that has been read, with the project beside it. */
export function computeProject(project: Lm3Project, context: Lm3Context = {}): Outcome<Lm3File> {
  const computed = computeLm3(project, context);
  return computed.ok ? { ...computed, value: { project, result: computed.value } } : computed;
}
