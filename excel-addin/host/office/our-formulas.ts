/// <reference types="office-js" />
import { functionNamespace } from '../../functions/namespace.ts';
import { hasExcelApi } from './run-excel.ts';

/** A formula of the workbook that calls one of our functions. */
export interface OurFormula {
  readonly sheet: string;
  /** Row and column of its cell, from 0. */
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  /** Its result with what it spills into, row by row. */
  readonly values: readonly (readonly unknown[])[];
  /** The cells that hold the result. */
  readonly range: Excel.Range;
  readonly isProtected: boolean;
}

/** Formulas that are looked at in one exchange: Excel on the web takes and gives 5 MB. */
const mostCells = 5_000;
const mostResults = 200;

/**
 * A call of one of our functions, also as a workbook names it that was opened without the add-in. What
 * stands in a text between quotation marks is no call.
 */
const ourCall = new RegExp(
  `(?:^|[^\\w.])(?:_xldudf_${functionNamespace}_|${functionNamespace}\\.)\\w+\\(`,
  'i',
);
const callsUs = (formula: unknown): formula is string =>
  typeof formula === 'string' &&
  formula.startsWith('=') &&
  ourCall.test(formula.replace(/"(?:[^"]|"")*"/g, '""'));

/** Every formula of the workbook that calls us, hidden sheets included. */
export async function ourFormulas(context: Excel.RequestContext): Promise<OurFormula[]> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name,items/protection/protected');
  await context.sync();
  const looked = worksheets.items.map((sheet) => {
    const cells = sheet.getRange().getSpecialCellsOrNullObject('Formulas');
    cells.areas.load('items/rowIndex,items/columnIndex,items/rowCount,items/columnCount');
    return { sheet, cells };
  });
  await context.sync();
  const found: Called[] = [];
  for (const { sheet, cells } of looked) {
    if (!cells.isNullObject) found.push(...(await callsIn(context, sheet, cells.areas.items)));
  }
  return withResults(context, found);
}

interface Called {
  readonly sheet: Excel.Worksheet;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

async function callsIn(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  areas: readonly Excel.Range[],
): Promise<Called[]> {
  const found: Called[] = [];
  let waiting: { readonly range: Excel.Range; readonly row: number; readonly column: number }[] = [];
  let cells = 0;
  const take = async () => {
    await context.sync();
    for (const { range, row, column } of waiting) {
      range.formulas.forEach((line: unknown[], down) => {
        line.forEach((formula, right) => {
          if (callsUs(formula)) found.push({ sheet, row: row + down, column: column + right, formula });
        });
      });
    }
    [waiting, cells] = [[], 0];
  };
  for (const { rowIndex, columnIndex, rowCount, columnCount } of areas) {
    const step = Math.max(1, Math.floor(mostCells / columnCount));
    for (let down = 0; down < rowCount; down += step) {
      const rows = Math.min(step, rowCount - down);
      const range = sheet.getRangeByIndexes(rowIndex + down, columnIndex, rows, columnCount);
      range.load('formulas');
      waiting.push({ range, row: rowIndex + down, column: columnIndex });
      cells += rows * columnCount;
      if (cells >= mostCells) await take();
    }
  }
  await take();
  return found;
}

async function withResults(context: Excel.RequestContext, calls: readonly Called[]): Promise<OurFormula[]> {
  const spills = hasExcelApi('1.12');
  const found: OurFormula[] = [];
  for (let from = 0; from < calls.length; from += mostResults) {
    const asked = calls.slice(from, from + mostResults).map((call) => {
      const cell = call.sheet.getRangeByIndexes(call.row, call.column, 1, 1);
      cell.load('values');
      const spilled = spills ? cell.getSpillingToRangeOrNullObject() : undefined;
      spilled?.load('values');
      return { call, cell, spilled };
    });
    await context.sync();
    for (const { call, cell, spilled } of asked) {
      const range = spilled && !spilled.isNullObject ? spilled : cell;
      const { sheet, row, column, formula } = call;
      found.push({
        sheet: sheet.name,
        row,
        column,
        formula,
        values: range.values,
        range,
        isProtected: sheet.protection.protected,
      });
    }
  }
  const spilling = found.filter(({ values }) => values.length * (values[0]?.length ?? 1) > 1);
  return found.filter((one) => !spilling.some((other) => other !== one && spillsOver(other, one)));
}

/** Excel shows the formula of a spill in every cell of it; it stands in the first only. */
function spillsOver(spill: OurFormula, { sheet, row, column }: OurFormula): boolean {
  const height = spill.values.length;
  const width = spill.values[0]?.length ?? 1;
  return (
    spill.sheet === sheet &&
    row >= spill.row &&
    row < spill.row + height &&
    column >= spill.column &&
    column < spill.column + width
  );
}
