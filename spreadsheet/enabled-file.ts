import {
  addAnswers,
  computeEnabled,
  type EnabledOptions,
  type EnabledProject,
  type EnabledResult,
  type Issue,
  type Outcome,
  readTenantForm,
  readTenantsWorkbook,
  type TenantAnswer,
} from '../core/index.ts';
import { type ReadWorkbookOptions, readWorkbook } from './read-workbook.ts';

/** Tenants as they were read and their enabled contribution. */
export interface EnabledFile {
  readonly project: EnabledProject;
  readonly result: EnabledResult;
}

/** From the bytes of a tenants workbook to a project. Issues name sheet and cell. */
export function readTenantsFile(
  bytes: Uint8Array,
  options: ReadWorkbookOptions = {},
): Outcome<EnabledProject> {
  const workbook = readWorkbook(bytes, options);
  if (!workbook.ok) return workbook;
  const project = readTenantsWorkbook(workbook.value.sheets);
  return { ...project, issues: [...workbook.issues, ...project.issues] };
}

/** From the bytes of a form that a tenant filled in to its answers. */
export function readFormFile(bytes: Uint8Array, options: ReadWorkbookOptions = {}): Outcome<TenantAnswer> {
  const workbook = readWorkbook(bytes, options);
  if (!workbook.ok) return workbook;
  const answer = readTenantForm(workbook.value.sheets, options.fileName);
  return { ...answer, issues: [...workbook.issues, ...answer.issues] };
}

/**
 * Enabled contribution of a project that has been read, with tenants' answers put in first.
 *
 * @param options `issues` is what was found while reading; the result carries it
 */
export function computeTenants(
  read: EnabledProject,
  options: EnabledOptions & { readonly answers?: readonly TenantAnswer[] } = {},
): Outcome<EnabledFile> {
  const { answers = [], issues = [], ...rest } = options;
  const added = addAnswers(read, answers);
  if (!added.ok) return added;
  const all: readonly Issue[] = [...issues, ...added.issues];
  const computed = computeEnabled(added.value, { ...rest, issues: all });
  return computed.ok ? { ...computed, value: { project: added.value, result: computed.value } } : computed;
}
