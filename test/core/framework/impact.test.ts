import type ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  everyNode,
  type ImpactPlan,
  type ImpactPlanInput,
  impactSummary,
  impactTemplate,
  impactWorkbook,
  indicatorName,
  indicators,
  parseImpactPlan,
  recompute,
  tenSteps,
  type WorkbookSpec,
} from '../../../core/index.ts';
import { readImpactFile } from '../../../spreadsheet/framework-file.ts';
import { writeWorkbook } from '../../../spreadsheet/write-workbook.ts';
import { libreOfficeVersion, recalculateInLibreOffice } from '../../fakes/libre-office.ts';

type PlannedInput = ImpactPlanInput['indicators'][number];
const shops = 'Number of voids in local high street over time';

function parsed(input: ImpactPlanInput): ImpactPlan {
  const outcome = parseImpactPlan(input);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}
const summary = (...planned: PlannedInput[]) =>
  impactSummary(parsed({ name: 'Invented plan', indicators: planned }));
const only = (planned: PlannedInput) => {
  const outcome = summary(planned);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value.indicators[0];
};
const read = async (spec: WorkbookSpec) =>
  readImpactFile(await writeWorkbook(spec), { fileName: 'plan.xlsx' });

describe('the ten steps', () => {
  it('are ten in order, each on a sheet that the workbook has', () => {
    const sheets = impactTemplate().sheets.map(({ name }) => name);
    expect(tenSteps().steps.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    for (const { sheet } of tenSteps().steps) expect(sheets).toContain(sheet);
  });
});

describe('progress', () => {
  it.each([
    [{ baseline: 20, target: 10, actual: 15 }, 0.5, 'on the way'],
    [{ baseline: 20, target: 10, actual: 10 }, 1, 'reached'],
    [{ baseline: 20, target: 10, actual: 22 }, -0.2, 'moving away'],
    [{ baseline: 6, target: 12, actual: 6 }, 0, 'no change'],
    [{ baseline: 0, target: 4, actual: 6 }, 1.5, 'reached'],
    [{ baseline: 5, target: 5, actual: 5 }, null, 'reached'],
    [{ baseline: 5, target: 5, actual: 6 }, null, 'changed'],
    [{ baseline: 5, target: 6 }, null, 'not measured yet'],
    [{ baseline: 5 }, null, 'needs a target'],
    [{ actual: 5 }, null, 'needs a baseline'],
  ])('of %o is %s', (figures, progress, reading) => {
    expect(only({ name: shops, unit: 'count', ...figures })).toMatchObject({ progress, reading });
  });

  it('is explained: every node follows from its inputs, and says that it is no effect', () => {
    const workings = only({ name: shops, unit: 'count', baseline: 20, target: 8, actual: 17 })?.workings;
    expect(workings).toBeDefined();
    for (const node of workings ? everyNode(workings) : [])
      expect(recompute(node)).toBeCloseTo(node.value, 12);
    expect(workings?.assumptions[0]?.text).toContain('not the effect of one organisation');
  });

  it('is the same whichever way up the figures stand', () => {
    const figure = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(figure, figure, figure, (baseline, target, actual) => {
        const one = only({ name: shops, unit: 'count', baseline, target, actual });
        const other = only({
          name: shops,
          unit: 'count',
          baseline: -baseline,
          target: -target,
          actual: -actual,
        });
        expect(one?.progress === null ? null : (one?.progress ?? 0) + 0).toEqual(
          other?.progress === null ? null : (other?.progress ?? 0) + 0,
        );
        expect(one?.reading).toBe(other?.reading);
      }),
    );
  });
});

describe('a plan', () => {
  it('comes back from its workbook as it went in, with figures of every unit and text that would be run', async () => {
    const units = { counted: 'count', money: 'gbp', share: 'share', survey: 'mark', ratio: 'ratio' } as const;
    const input: ImpactPlanInput = {
      name: '=1+1',
      organisation: '@Invented (fictional)',
      area: 'Nowhere (fictional)',
      period: '2026',
      theory: {
        change: '-less',
        activities: '+more',
        shows: '=cmd|x',
        challenger: 'Treasurer',
        lookingBack: 'Nothing',
      },
      indicators: [
        ...indicators().map(
          (each, index): PlannedInput => ({
            name: indicatorName(each),
            characteristic: each.characteristic,
            unit: units[each.measures[0] ?? 'counted'],
            baseline: 0.25,
            baselineDate: '2026-01-01',
            target: 0.5,
            targetDate: '2027-01-01',
            actual: 0.3,
            actualDate: '2026-06-01',
            who: 'A role',
            note: index % 2 === 0 ? '=HYPERLINK("x")' : 'Plain',
          }),
        ),
        { name: 'Invented: owls seen', characteristic: 6, unit: 'count', baseline: 2 },
      ],
      data: [
        {
          kind: 'the payroll, with home postcodes of staff',
          atHand: true,
          when: 'April',
          who: '=a',
          note: 'x',
        },
      ],
      steps: tenSteps().steps.map(({ number }) => ({
        number,
        done: number < 4,
        who: 'Board',
        when: 'May',
        note: '=b',
      })),
    };
    const outcome = await read(impactWorkbook(input));
    const back = outcome.ok ? outcome.value : undefined;
    const expected = parsed(input);
    const plain = (plan: ImpactPlan | undefined) =>
      plan && {
        ...plan,
        indicators: plan.indicators.map(({ where: _where, ...each }) => each),
        data: plan.data.filter(({ atHand }) => atHand !== undefined),
      };
    expect(plain(back)).toEqual(plain(expected));
  });

  it('of the template has the key indicators of the characteristics chosen', async () => {
    const spec = impactTemplate({ characteristics: [2, 5] });
    const names = spec.sheets
      .find(({ name }) => name === 'Indicators')
      ?.tables[0]?.rows.flatMap(([cell]) => cell?.value ?? []);
    const key = indicators().filter(
      ({ standing, characteristic }) => standing === 'key' && [2, 5].includes(characteristic),
    );
    expect(names).toEqual(key.map(indicatorName));
    const outcome = await read(spec);
    expect(outcome.ok).toBe(false);
    expect(outcome.issues.map(({ found }) => found)).toEqual(['no "Name of the plan"']);
  });

  it('refuses a number that is no characteristic', () => {
    expect(() => impactTemplate({ characteristics: [8] })).toThrow(RangeError);
    expect(() => impactTemplate({ indicators: ['no-such'] })).toThrow(RangeError);
  });

  it('has a sample that reads back with every reading but one', async () => {
    const outcome = await read(impactTemplate({ sample: true }));
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
    const result = impactSummary(outcome.value);
    expect(result.ok && result.value.readings).toEqual({
      'needs a baseline': 1,
      'needs a target': 1,
      'not measured yet': 1,
      reached: 1,
      'on the way': 1,
      'no change': 1,
      'moving away': 1,
      changed: 0,
    });
    expect(result.ok && result.value.steps).toMatchObject({ done: 3, next: { number: 4 } });
  });

  it('is checked: dates, twins, percentages, missing roles and lines of one’s own', () => {
    const found = (...planned: PlannedInput[]) =>
      summary(...planned).issues.map((issue) => `${issue.severity}: ${issue.found}`);
    expect(found({ name: 'Invented owls', unit: 'count', who: 'x' })).toEqual([
      'error: no characteristic for "Invented owls"',
    ]);
    expect(
      found({
        name: 'Levels of smoking',
        unit: 'share',
        baseline: 41,
        baselineDate: '2026-01-01',
        who: 'x',
      })[0],
    ).toMatch(/^error: a baseline of 41/);
    expect(
      found({
        name: shops,
        unit: 'count',
        baseline: 1,
        baselineDate: '2026-02-01',
        actual: 2,
        actualDate: '2026-01-01',
        who: 'x',
      })[0],
    ).toMatch(/^error: an actual figure of 2026-01-01, before/);
    expect(found({ name: shops, unit: 'count' }, { name: shops, unit: 'count' })).toContain(
      `error: a second line for "${shops}"`,
    );
    expect(found({ name: shops, unit: 'count' })).toEqual([`warning: nobody who collects it for "${shops}"`]);
    expect(
      found(
        { name: 'Repeat GP visits', unit: 'count', who: 'x' },
        {
          name: 'GP repeat visits reduced in local surgery due to alternative support provided',
          unit: 'count',
          who: 'x',
        },
      )[0],
    ).toMatch(/in one plan$/);
  });

  it('names sheet and cell of what cannot be read', async () => {
    const spec = impactTemplate({ sample: true });
    const broken: WorkbookSpec = {
      ...spec,
      sheets: spec.sheets.map((sheet) =>
        sheet.name !== 'Indicators'
          ? sheet
          : {
              ...sheet,
              tables: sheet.tables.map((table) => ({
                ...table,
                rows: table.rows.map((row, index) =>
                  row.map((cell, at) =>
                    index === 1 && at === 4
                      ? { ...cell, value: 'a lot' }
                      : index === 2 && at === 5
                        ? { ...cell, value: 'spring' }
                        : cell,
                  ),
                ),
              })),
            },
      ),
    };
    const outcome = await read(broken);
    expect(outcome.issues.map(({ where, found }) => `${where.sheet}!${where.cell} ${found}`)).toEqual([
      'Indicators!E6 "a lot"',
      'Indicators!F7 "spring"',
    ]);
  });
});

const shown = (cell: ExcelJS.Cell): unknown => cell.result ?? cell.value ?? '';

it('recalculates in LibreOffice to the figures that the workbook was written with', async (ctx) => {
  const version = await libreOfficeVersion();
  if (version === undefined) {
    ctx.task.meta.ranWith = [
      'LibreOffice is not on this machine: formulas of the impact plan were not recalculated',
    ];
    return;
  }
  ctx.task.meta.ranWith = [`formulas: ${version}`];
  const specs = [
    impactTemplate({ sample: true }),
    impactTemplate({ characteristics: [2, 5] }),
    impactTemplate(),
  ];
  const workbooks = await recalculateInLibreOffice(await Promise.all(specs.map(writeWorkbook)));
  let compared = 0;
  specs.forEach((spec, index) => {
    for (const sheet of spec.sheets) {
      const written = workbooks[index]?.getWorksheet(sheet.name);
      const cells = [
        ...sheet.cells.map(({ address, ...cell }) => ({ at: written?.getCell(address), cell })),
        ...sheet.tables.flatMap((table) =>
          table.rows.flatMap((row, down) =>
            row.map((cell, across) => ({
              at: written?.getCell(table.row + 1 + down, table.column + across),
              cell,
            })),
          ),
        ),
      ];
      for (const { at, cell } of cells) {
        if (cell.formula === undefined || at === undefined) continue;
        compared += 1;
        const value = shown(at);
        const place = `${spec.title}, ${sheet.name}!${at.address}`;
        if (typeof cell.value === 'number') expect(value, place).toBeCloseTo(cell.value, 9);
        else expect(typeof value === 'object' ? '' : value, place).toBe(cell.value ?? '');
      }
    }
  });
  expect(compared).toBeGreaterThan(500);
}, 240_000);
