import {
  type Issue,
  type Lm3Project,
  type Outcome,
  readLm3Workbook,
  readSupplierContacts,
  type SupplierContact,
} from '../../core/index.ts';
import { readWorkbook } from '../../spreadsheet/read-workbook.ts';

/** What a workbook holds for a survey. */
export interface WorkbookProject {
  readonly project: Lm3Project;
  /** By where the supplier stands in the workbook. */
  readonly contacts: ReadonlyMap<string, SupplierContact>;
}

/** The LM3 project of a workbook with whom to write to; otherwise everything that is wrong with it. */
export function projectFromWorkbook(bytes: Uint8Array, fileName?: string): Outcome<WorkbookProject> {
  const workbook = readWorkbook(bytes, fileName === undefined ? {} : { fileName });
  if (!workbook.ok) return workbook;
  const project = readLm3Workbook(workbook.value.sheets);
  const contacts = readSupplierContacts(workbook.value.sheets);
  if (project.ok && contacts.ok) {
    const issues: readonly Issue[] = [...workbook.issues, ...project.issues];
    return { ok: true, value: { project: project.value, contacts: contacts.value }, issues };
  }
  // Where suppliers cannot be read at all, their contacts fail for the same reason.
  const ofContacts = project.ok || project.issues.length === 0 ? contacts.issues : [];
  return { ok: false, issues: [...project.issues, ...ofContacts] };
}
