import { said } from '../lm3-inputs/rows.ts';
import { settingAnswer } from '../lm3-inputs/settings-sheet.ts';
import { type CalculationLine, checked } from './calculation-line.ts';
import type { ReportFacts } from './report-facts.ts';
import { stratumColumn } from './strata-table.ts';
import { supplierHelper } from './supplier-columns.ts';
import { strataTable, suppliersTable } from './table-parts.ts';

const fit = 'the strata fit';
const anew = 'assign the strata anew';

/**
 * Whether the strata are still those that the engine would form. Where there are two, local and
 * non-local, formulas tell a supplier's own; by size or category only the engine can.
 */
export function strataCheck({ plainStrata, project }: ReportFacts): CalculationLine {
  const { categoryStrata, largestChased } = project.settings;
  const chased = `N(${settingAnswer('largestChased')})=${largestChased}`;
  const byCategory = settingAnswer('categoryStrata');
  const { whole } = strataTable;
  const conditions = plainStrata
    ? [chased, `OR(${byCategory}="No",COUNTA(${suppliersTable.whole('Category')})=0)`]
    : [
        chased,
        `${byCategory}="${said(categoryStrata)}"`,
        `SUM(${suppliersTable.whole(supplierHelper.misfit)})=0`,
        `SUMXMY2(${whole(stratumColumn.answers)},${whole(stratumColumn.answersThen)})=0`,
        // Another amount may move a supplier in or out of the largest.
        ...(largestChased > 0
          ? [`SUMXMY2(${whole(stratumColumn.spend)},${whole(stratumColumn.spendThen)})<0.0001`]
          : []),
      ];
  return checked(
    'Strata_Check',
    'Strata of suppliers',
    `IF(AND(${conditions.join(',')}),"${fit}","${anew}")`,
    fit,
    'text',
    plainStrata
      ? 'local and non-local suppliers; a formula assigns them'
      : `by size or category, as Local Pound assigned them. “${anew}”: open this workbook with Local Pound and make the report again`,
  );
}
