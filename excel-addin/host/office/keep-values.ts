/// <reference types="office-js" />
import { cellAddress } from '../../../core/index.ts';
import { type OurFormula, ourFormulas } from './our-formulas.ts';
import { runExcel, writeInExcel } from './run-excel.ts';

/** The formulas of a workbook that call our functions, by whether they can be turned into values now. */
export interface FormulaCount {
  readonly ready: number;
  /** Cells that the results fill, those that they spill into included. */
  readonly cells: number;
  /** By sheet, those that are ready. */
  readonly sheets: readonly { readonly name: string; readonly formulas: number }[];
  /** Formulas that stay as they are, with the reason: their addresses. */
  readonly waiting: readonly string[];
  readonly locked: readonly string[];
}

/** @throws HostProblem when Excel does not let itself be asked */
export const countOurFormulas = (): Promise<FormulaCount> =>
  runExcel(async (context) => counted(await ourFormulas(context)));

/**
 * Puts the result of each of our formulas in the place of the formula, so that the workbook shows the
 * same without the add-in. What has no result yet, and what stands on protected sheets, is left.
 *
 * @returns what was done
 * @throws HostProblem when Excel refuses; its undo takes back what was done
 */
export async function keepValues(): Promise<FormulaCount> {
  let done: FormulaCount | undefined;
  await writeInExcel(
    async (context) => {
      const all = await ourFormulas(context);
      for (const { range, values } of all.filter(isReady)) {
        range.values = values.map((row) => row.map(asTyped));
      }
      await context.sync();
      done = counted(all);
    },
    async () => {
      // Excel changed either all cells of an exchange or none of them.
    },
  );
  if (!done) throw new Error('keepValues: Excel did the work and did not say what it was');
  return done;
}

const hasResult = ({ values }: OurFormula): boolean =>
  !values.some((row) => row.some((value) => typeof value === 'string' && /^#[A-Z/0]+[!?A]?$/.test(value)));
const isReady = (one: OurFormula): boolean => !one.isProtected && hasResult(one);

/** Texts are put in as texts: Excel would make dates, numbers and formulas of some of them. */
const asTyped = (value: unknown): unknown =>
  typeof value === 'string' && value !== '' ? `'${value}` : value;

function counted(all: readonly OurFormula[]): FormulaCount {
  const ready = all.filter(isReady);
  const bySheet = new Map<string, number>();
  for (const { sheet } of ready) bySheet.set(sheet, (bySheet.get(sheet) ?? 0) + 1);
  const address = ({ sheet, row, column }: OurFormula) => `${sheet}!${cellAddress(column, row + 1)}`;
  return {
    ready: ready.length,
    cells: ready.reduce((sum, { values }) => sum + values.length * (values[0]?.length ?? 0), 0),
    sheets: [...bySheet].map(([name, formulas]) => ({ name, formulas })),
    waiting: all.filter((one) => !one.isProtected && !hasResult(one)).map(address),
    locked: all.filter(({ isProtected }) => isProtected).map(address),
  };
}
