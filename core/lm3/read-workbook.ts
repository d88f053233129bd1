import type { Sheet } from '../workbook/cell.ts';
import type { Issue, Outcome } from '../workbook/issue.ts';
import { WorkbookReading } from '../workbook/workbook-reading.ts';
import { type Lm3Project, type Lm3ProjectInput, parseLm3Project } from './project.ts';
import { readProjectItems, readSettingItems } from './read-items.ts';
import { readPayroll, readStaffSurvey } from './read-staff.ts';
import { readOtherAreas, readOtherDirectCosts, readSuppliers } from './read-suppliers.ts';
import { lm3Sheets } from './workbook-layout.ts';

/**
 * Reads an LM3 project from a Local Pound workbook by its sheet names and headings. Everything
 * wrong is listed at once, each with sheet, cell, what was found, what was expected and how to
 * mend it; no project is returned while there is an error.
 */
export function readLm3Workbook(sheets: readonly Sheet[]): Outcome<Lm3Project> {
  const reading = new WorkbookReading(sheets);
  const project = readProjectItems(reading);
  const { settings, payEntered, fields } = readSettingItems(reading);
  const areas = readOtherAreas(reading);
  const input: Lm3ProjectInput = {
    ...project,
    ...fields,
    settings,
    areas,
    payroll: readPayroll(reading, payEntered),
    staffSurvey: readStaffSurvey(reading),
    otherDirectCosts: readOtherDirectCosts(reading),
    suppliers: readSuppliers(reading, areas),
  };
  const { issues } = reading;
  if (issues.some((issue) => issue.severity === 'error')) return { ok: false, issues };
  const parsed = parseLm3Project(input);
  return { ...parsed, issues: [...issues, ...parsed.issues.map(onItsSheet)] };
}

const sheetOfField: Readonly<Record<string, string>> = {
  payroll: lm3Sheets.payroll.name,
  staffSurvey: lm3Sheets.staffSurvey.name,
  areas: lm3Sheets.areas.name,
  settings: lm3Sheets.settings.name,
  income: lm3Sheets.project.name,
};

/** What is wrong between cells that are each right is told by sheet: a workbook has no JSON paths. */
function onItsSheet(issue: Issue): Issue {
  const { path } = issue.where;
  const sheet = path === undefined ? undefined : sheetOfField[/^[a-zA-Z]+/.exec(path)?.[0] ?? ''];
  return sheet === undefined ? issue : { ...issue, where: { sheet } };
}
