import type ExcelJS from 'exceljs';
import { expect, it } from 'vitest';
import type { Lm3Result } from '../../../core/index.ts';
import { libreOfficeVersion, recalculateInLibreOffice } from '../../fakes/libre-office.ts';
import { councilProject, formulasOf, projects } from './lm3-projects.ts';

/** What lines of the report come to, by the label in column A. */
const figures: Record<string, (result: Lm3Result) => unknown> = {
  LM3: ({ lm3 }) => lm3,
  LM2: ({ lm2 }) => lm2,
  Additional: ({ additional }) => additional,
  'Round 1': ({ round1 }) => round1,
  'Round 2': ({ round2 }) => round2,
  'Round 3': ({ round3 }) => round3,
  Total: ({ total }) => total,
  'Supplier value that answered': ({ responseRate }) => responseRate,
  '95% interval, low end': ({ interval }) => interval?.low ?? 'none',
  '95% interval, high end': ({ interval }) => interval?.high ?? 'none',
  'Half-width of the interval': ({ halfWidth }) => halfWidth ?? 'none',
  'Lower bound': ({ bounds }) => bounds.low,
  'Upper bound': ({ bounds }) => bounds.high,
  'Confidence rating': ({ rating }) => rating,
  'What a pound to a local supplier is worth': ({ worth }) => worth.localSupplier ?? 'none',
  'LM3 if silent suppliers re-spend nothing': ({ silentFactor }) => silentFactor.atNothing,
  'Is the target reached?': ({ silentFactor }) => silentFactor.tippingPoint?.verdict ?? 'none',
  'The same, net by your own figures': ({ net }) => net?.net ?? 'none',
};

const shown = (cell: ExcelJS.Cell): unknown => cell.result ?? cell.value;

/** Every cell of a workbook that shows an error. */
function errorsOf(workbook: ExcelJS.Workbook): string[] {
  const errors: string[] = [];
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        const value = shown(cell);
        if (typeof value === 'object' && value !== null && 'error' in value) {
          errors.push(`${sheet.name}!${cell.address} ${String(value.error)}`);
        }
      }),
    );
  }
  return errors;
}

it('recalculates in LibreOffice to the figures of the engine with every check cell true, wherever LibreOffice is at hand', async (ctx) => {
  const version = await libreOfficeVersion();
  if (version === undefined) {
    ctx.task.meta.ranWith = [
      'LibreOffice is not on this machine: formulas were checked by the in-process evaluator only',
    ];
    return;
  }
  ctx.task.meta.ranWith = [`formulas: ${version}`];
  const all = [...(await projects()), ['2,500 suppliers', councilProject(2_500)] as const];
  const made = [];
  for (const [name, of] of all) made.push({ name, ...(await formulasOf(of)) });
  const recalculated = await recalculateInLibreOffice(made.map(({ bytes }) => bytes));

  made.forEach(({ name, result }, index) => {
    const workbook = recalculated[index];
    expect(workbook && errorsOf(workbook), name).toEqual([]);
    const found = new Map<string, unknown>();
    const checks: unknown[] = [];
    for (const sheet of ['LM3 report', 'Data quality']) {
      workbook?.getWorksheet(sheet)?.eachRow((row) => {
        if (!found.has(row.getCell(1).text)) found.set(row.getCell(1).text, shown(row.getCell(2)));
        if (row.getCell(5).formula !== undefined) checks.push([row.getCell(1).text, row.getCell(5).result]);
      });
    }
    for (const [label, read] of Object.entries(figures)) {
      const expected = read(result);
      if (typeof expected === 'number')
        expect(found.get(label), `${name}: ${label}`).toBeCloseTo(expected, 5);
      else expect(found.get(label), `${name}: ${label}`).toBe(expected);
    }
    // The sums by stratum stand in the same column as the check cells of the lines.
    const said = checks.filter((check) => typeof (check as unknown[])[1] === 'string');
    expect(said.length, name).toBeGreaterThan(40);
    expect(
      said.filter((check) => (check as unknown[])[1] !== 'the same'),
      name,
    ).toEqual([]);
    expect(found.get('Do all formulas come to the figures of the engine?'), name).toBe('all the same');
    expect(found.get('Strata of suppliers'), name).toBe('the strata fit');
  });
}, 240_000);
