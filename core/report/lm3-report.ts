import { everyNode, type Source } from '../explain/explained.ts';
import { workingsLines } from '../explain/workings.ts';
import { chaseList } from '../lm3/chase-list.ts';
import type { Lm3Project } from '../lm3/project.ts';
import type { Lm3Result } from '../lm3/result.ts';
import { tallySuppliers } from '../lm3/strata.ts';
import { lm3Summary } from '../lm3/summary.ts';
import { formatGbp, formatShare } from '../units/format.ts';
import { describePlace } from '../workbook/issue.ts';
import type { CalculationLine } from './formulas/calculation-line.ts';
import { calculationLines } from './formulas/calculation-lines.ts';
import { supplierHelpers } from './formulas/supplier-columns.ts';
import { inputRowsOf, otherCostsSheet, payrollSheet, projectSheet, suppliersSheet } from './input-sheets.ts';
import type { CellStyle, PlacedCell, SheetSpec, TableSpec, WorkbookSpec } from './workbook-spec.ts';

const reportSheetName = 'LM3 report';

/**
 * A report workbook: the inputs as tables, and every result as an ordinary formula over them, so
 * that an auditor can follow it and a finance officer can change an answer and see LM3 move. Its
 * input sheets are those of the template, so it can be read back as a workbook.
 */
export function lm3Report(project: Lm3Project, result: Lm3Result): WorkbookSpec {
  const tally = tallySuppliers(project.suppliers);
  const lines = calculationLines(project, result, tally);
  const inputs = inputRowsOf(project);
  const { report, names } = reportSheet(result, lines);
  return {
    title: `LM3 report: ${project.name}`,
    sheets: [
      report,
      projectSheet(inputs),
      payrollSheet(inputs),
      otherCostsSheet(inputs),
      withHelpers(suppliersSheet(inputs), supplierHelpers(project, tally)),
      listSheet(
        'Assumptions',
        'AssumptionsMade',
        [70, 60, 70, 50],
        ['What was assumed', 'Why', 'Effect', 'Source'],
        assumptionRows(result),
      ),
      listSheet(
        'Who to ask first',
        'ChaseList',
        [44, 18, 14, 22, 30],
        ['Supplier', 'Spend', 'Local', 'Share of supplier spend', 'Response rate with this and those above'],
        chaseRows(project),
      ),
      listSheet(
        'Workings',
        'Workings',
        [80, 20, 90, 26],
        ['Figure', 'Value', 'How it is worked out', 'Where it was given'],
        workingsRows(result),
      ),
      listSheet('Sources', 'Sources', [80, 60, 14], ['Document', 'Place', 'Read by us'], sourceRows(result)),
      ...(result.issues.length > 0
        ? [
            listSheet(
              'Problems',
              'Problems',
              [34, 70, 50, 70],
              ['Where', 'Found', 'Expected', 'How to mend it'],
              issueRows(result),
            ),
          ]
        : []),
    ],
    names,
  };
}

function reportSheet(result: Lm3Result, lines: readonly CalculationLine[]) {
  const { headline, sentences } = lm3Summary(result);
  const first = 4 + sentences.length;
  // Results stand first; a heading of its own parts them from the steps that lead to them.
  const results = lines.filter((line) => line.checked).length;
  const rowOf = (index: number) => first + 1 + index + (index < results ? 0 : 2);
  const cells: PlacedCell[] = [
    { address: 'A1', value: headline, style: 'title' },
    ...sentences.map((value, index): PlacedCell => ({ address: `A${2 + index}`, value, style: 'subtitle' })),
    ...['Figure', 'Value', 'How it is worked out', 'When this report was made', 'Now'].map(
      (value, index): PlacedCell => ({ address: `${'ABCDE'[index]}${first}`, value, style: 'heading' }),
    ),
    ...['Steps that lead there', 'Value', 'How it is worked out'].map(
      (value, index): PlacedCell => ({
        address: `${'ABC'[index]}${rowOf(results) - 1}`,
        value,
        style: 'heading',
      }),
    ),
    ...lines.flatMap((line, index) => reportRow(line, rowOf(index))),
  ];
  const names = lines.map((line, index) => ({
    name: line.name,
    refersTo: `'${reportSheetName}'!$B$${rowOf(index)}`,
  }));
  const report: SheetSpec = {
    name: reportSheetName,
    widths: [48, 20, 84, 24, 18],
    cells,
    tables: [],
    validations: [],
    freeze: { rows: first, columns: 1 },
  };
  return { report, names };
}

function reportRow(
  { label, value, formula, style, words, checked }: CalculationLine,
  row: number,
): PlacedCell[] {
  const cells: PlacedCell[] = [
    { address: `A${row}`, value: label, style: checked ? 'label' : 'text' },
    { address: `B${row}`, value, formula, style: checked && style === 'ratio' ? 'result' : style },
    { address: `C${row}`, value: words, style: 'text' },
  ];
  if (!checked) return cells;
  const same = typeof value === 'number' ? `ABS(B${row}-D${row})<0.000001` : `B${row}=D${row}`;
  return [
    ...cells,
    { address: `D${row}`, value, style },
    {
      address: `E${row}`,
      value: 'the same',
      formula: `IF(${same},"the same","changed since")`,
      style: 'check',
    },
  ];
}

function withHelpers(sheet: SheetSpec, helpers: Pick<TableSpec, 'headings' | 'rows'>): SheetSpec {
  const tables = sheet.tables.map((table) => ({
    ...table,
    headings: [...table.headings, ...helpers.headings],
    rows: table.rows.map((row, index) => [...row, ...(helpers.rows[index] ?? [])]),
  }));
  return { ...sheet, tables, widths: [...sheet.widths, ...helpers.headings.map(() => 18)] };
}

function listSheet(
  name: string,
  table: string,
  widths: readonly number[],
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): SheetSpec {
  const style: CellStyle = 'text';
  return {
    name,
    widths,
    cells: [{ address: 'A1', value: name, style: 'title' }],
    tables: [
      {
        name: table,
        row: 3,
        column: 1,
        headings: headings.map((text) => ({ text })),
        rows: rows.map((row) => row.map((value) => ({ value, style }))),
      },
    ],
    validations: [],
    freeze: { rows: 3, columns: 0 },
  };
}

const placeOf = (source: Source | undefined): string => (source ? `${source.title}, ${source.place}` : '');

const assumptionRows = ({ assumptions }: Lm3Result) =>
  assumptions.map(({ text, because, effect, source }) => [text, because, effect, placeOf(source)]);

const chaseRows = (project: Lm3Project) =>
  chaseList(project).suppliers.map((supplier) => [
    supplier.name,
    formatGbp(supplier.spend),
    supplier.local ? 'Yes' : 'No',
    formatShare(supplier.shareOfSpend),
    formatShare(supplier.responseRateThen),
  ]);

const workingsRows = ({ workings, otherWorkings }: Lm3Result) =>
  [workings, ...Object.values(otherWorkings)]
    .flatMap((tree) => workingsLines(tree))
    .map(({ depth, label, value, formula, where = '' }) => [
      `${'    '.repeat(depth)}${label}`,
      value,
      formula,
      where,
    ]);

function sourceRows({ workings, otherWorkings, assumptions }: Lm3Result): string[][] {
  const sources = [
    ...[workings, ...Object.values(otherWorkings)].flatMap((tree) =>
      [...everyNode(tree)].flatMap((node) => node.sources),
    ),
    ...assumptions.flatMap(({ source }) => (source ? [source] : [])),
  ];
  const distinct = new Map(sources.map((source) => [placeOf(source), source]));
  return [...distinct.values()].map(({ title, place, verified }) => [title, place, verified ? 'Yes' : 'No']);
}

const issueRows = ({ issues }: Lm3Result) =>
  issues.map(({ where, found, expected, mend }) => [describePlace(where), found, expected, mend]);
