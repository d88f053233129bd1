import {
  computeLm3,
  type Lm3Context,
  type Lm3Project,
  type Lm3Result,
  type Outcome,
  readLm3Workbook,
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
  if (!workbook.ok) return workbook;
  const project = readLm3Workbook(workbook.value.sheets);
  if (!project.ok) return project;
  return computeProject(project.value, { issues: [...workbook.issues, ...project.issues] });
}

/** LM3 of a project that has been read, with the project beside it. */
export function computeProject(project: Lm3Project, context: Lm3Context = {}): Outcome<Lm3File> {
  const computed = computeLm3(project, context);
  return computed.ok ? { ...computed, value: { project, result: computed.value } } : computed;
}
