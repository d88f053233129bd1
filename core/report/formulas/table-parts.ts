import type { CellSpec, CellStyle, CellValue, TableSpec } from '../workbook-spec.ts';

/** One column of a table of the report: its formula, and what that comes to by the engine. */
export interface FormulaColumn<Row> {
  readonly heading: string;
  readonly style: CellStyle;
  readonly note?: string;
  /** Left out for what the engine hands in. */
  readonly formula?: string | ((row: Row) => string);
  readonly value: (row: Row) => CellValue;
}

/** Headings and cells of such columns, for a table of its own or beside the inputs of one. */
export function formulaColumns<Row>(
  columns: readonly FormulaColumn<Row>[],
  rows: readonly Row[],
): Pick<TableSpec, 'headings' | 'rows'> {
  return {
    headings: columns.map(({ heading, note }) => ({ text: heading, ...(note ? { note } : {}) })),
    rows: rows.map((row) =>
      columns.map(({ style, formula, value }): CellSpec => {
        const text = typeof formula === 'function' ? formula(row) : formula;
        return { value: value(row), style, ...(text === undefined ? {} : { formula: text }) };
      }),
    ),
  };
}

/** References to the columns of one table, by heading. */
export function tableReferences(table: string) {
  return {
    /** The whole column. */
    whole: (heading: string): string => `${table}[[${heading}]]`,
    /** The cell of the same row. */
    here: (heading: string): string => `${table}[[#This Row],[${heading}]]`,
    /** The cell of a row, counted from 1. */
    at: (heading: string, row: number | string): string => `INDEX(${table}[[${heading}]],${row})`,
  };
}

export const suppliersTable = tableReferences('Suppliers');
export const payrollTable = tableReferences('Payroll');
export const surveyTable = tableReferences('StaffSurvey');
export const answersTable = tableReferences('StaffAnswers');
export const staffTable = tableReferences('StaffGroups');
export const strataTable = tableReferences('Strata');
export const otherCostsTable = tableReferences('OtherDirectCosts');

/** A sum of one column over the rows where another holds a value. */
export const sumWhere = (sum: string, where: string, is: string | number): string =>
  `SUMIFS(${sum},${where},${is})`;
