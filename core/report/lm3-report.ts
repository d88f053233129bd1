import type { Lm3Project } from '../lm3/project.ts';
import type { Lm3Result } from '../lm3/result.ts';
import { assumptionsSheet, problemsSheet } from './explained-lists.ts';
import { payrollColumns } from './formulas/payroll-columns.ts';
import { reportFacts } from './formulas/report-facts.ts';
import { staffSurveyColumns } from './formulas/staff-survey-columns.ts';
import { supplierColumns } from './formulas/supplier-columns.ts';
import { otherAreasSheet } from './lm3-inputs/other-areas-sheet.ts';
import { otherCostsSheet } from './lm3-inputs/other-costs-sheet.ts';
import { payrollSheet } from './lm3-inputs/payroll-sheet.ts';
import { projectSheet } from './lm3-inputs/project-sheet.ts';
import { inputRowsOf } from './lm3-inputs/rows.ts';
import { settingsSheet } from './lm3-inputs/settings-sheet.ts';
import { staffSurveySheet } from './lm3-inputs/staff-survey-sheet.ts';
import { suppliersSheet } from './lm3-inputs/suppliers-sheet.ts';
import { chaseSheet, sourcesSheet, workingsSheet } from './lm3-lists.ts';
import { methodSheet } from './method-sheet.ts';
import { qualitySheet } from './quality-sheet.ts';
import { reportSheet } from './report-sheet.ts';
import { type RunStamp, stampSheet } from './run-stamp.ts';
import { stepsSheets } from './steps-sheet.ts';
import type { WorkbookSpec } from './workbook-spec.ts';

/**
 * A report workbook: the inputs as tables, and every result as an ordinary formula over them, so
 * that an auditor can follow it and a finance officer can change an answer and see LM3 move. Its
 * input sheets are those of the template, so it can be read back as a workbook.
 *
 * @param stamp what made the report; without it the sheet that says so is left out
 */
export function lm3Report(project: Lm3Project, result: Lm3Result, stamp?: RunStamp): WorkbookSpec {
  const facts = reportFacts(project, result);
  const inputs = inputRowsOf(project);
  const quality = qualitySheet(facts);
  const steps = stepsSheets(facts);
  const report = reportSheet(facts, [quality.block.checks, quality.leftOut]);
  return {
    title: `LM3 report: ${project.name}`,
    sheets: [
      report.sheet,
      projectSheet(inputs),
      payrollSheet(inputs, payrollColumns(facts)),
      otherCostsSheet(inputs),
      suppliersSheet(inputs, supplierColumns(facts)),
      settingsSheet(inputs),
      staffSurveySheet(inputs, staffSurveyColumns(facts)),
      otherAreasSheet(inputs),
      ...steps.sheets,
      quality.sheet,
      assumptionsSheet(result),
      chaseSheet(project),
      methodSheet(),
      workingsSheet(result),
      sourcesSheet(result),
      ...(result.issues.length > 0 ? [problemsSheet(result)] : []),
      ...(stamp ? [stampSheet(stamp)] : []),
    ],
    names: [...report.block.names, ...steps.block.names, ...quality.block.names],
  };
}
