import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import {
  computeEnabled,
  type EnabledProject,
  enabledReport,
  type TenantResult,
} from '../../../../core/index.ts';
import { computeTenants, readTenantsFile } from '../../../../spreadsheet/enabled-file.ts';
import { writeWorkbook } from '../../../../spreadsheet/write-workbook.ts';
import { evaluateWorkbook } from '../../../fakes/formula-evaluator.ts';
import { libreOfficeVersion, recalculateInLibreOffice } from '../../../fakes/libre-office.ts';
import { sampleTenants } from '../../../fakes/tenants-workbooks.ts';
import table1 from '../../../golden/enabled-table1.json' with { type: 'json' };
import { enabledProject, type TenantInput } from '../../enabled/tenants.ts';

async function sample(): Promise<EnabledProject> {
  const read = readTenantsFile(await sampleTenants());
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
}

/** A tenant for each way to each figure, and for each way that there is none. */
const everyWay: TenantInput[] = [
  { name: 'Given', sic: 'SIC 62.01', fte: 4, gvaGbp: 250_000 },
  { name: 'By hours', sic: '8891', hoursPerWeek: 200, turnoverGbp: 190_000 },
  { name: 'Full-time only', sic: 'G', fullTime: 4, turnoverGbp: 1_200_000 },
  { name: 'Part-time only', partTime: 5 },
  { name: 'Heads, section without ratio', sic: '84.11', headcount: 12, turnoverGbp: 900_000 },
  { name: 'Heads, no code', headcount: 12 },
  { name: 'Floor, range', sic: '56.10', useClass: 'class e(b)', floorspaceM2: 120, areaBasis: 'GIA' },
  { name: 'Floor, inverse', sic: '52.10', useClass: 'B8', floorspaceM2: 900, areaBasis: 'NIA' },
  {
    name: 'Floor, feet, unverified',
    sic: '90.03',
    densityType: 'Small business workspace: Studio',
    floorspaceSqFt: 700,
  },
  { name: 'Floor, sub-class of a sub-class', sic: '69.10', useClass: 'E(c)(ii)', floorspaceM2: 80 },
  { name: 'Beds', sic: '55.10', densityType: 'hotel-budget', beds: 40 },
  { name: 'From turnover alone', sic: '12', turnoverGbp: 500_000 },
  { name: 'From GVA alone', sic: '64', gvaGbp: 500_000 },
  { name: 'Turnover, no code', turnoverGbp: 500_000 },
  { name: 'Class E alone', sic: '62', useClass: 'E', floorspaceM2: 300 },
  { name: 'Unknown code', sic: '56XYZ', fte: 2 },
  { name: 'Nothing' },
  { name: 'Mill', fte: 9 },
];

const projects: [string, () => Promise<EnabledProject> | EnabledProject, { asPublished2017?: boolean }][] = [
  ['the sample', sample, {}],
  [
    'every way to a figure',
    () =>
      enabledProject({
        settings: { fullTimeHours: 37.5, partTimeRuleConfirmed: true },
        anchors: [
          { name: 'Mill', authority: 'North', tenants: everyWay },
          {
            name: 'Forge?',
            authority: 'North',
            tenants: [
              { name: 'given', fte: 7, gvaGbp: 200_000 },
              { name: 'Smith', fte: 2, gvaGbp: 90_000, sic: '25' },
            ],
          },
          { name: 'Barn', tenants: [{ name: 'Given', fte: 6, gvaGbp: 210_000 }] },
          { name: 'Empty', authority: 'South', tenants: [] },
        ],
      }),
    {},
  ],
  [
    'as published in 2017',
    () =>
      enabledProject({
        anchors: [
          { name: 'Mill', tenants: [...everyWay, { name: 'Royds-like', fte: 312, turnoverGbp: 70_000_000 }] },
        ],
      }),
    { asPublished2017: true },
  ],
  [
    'the published rows',
    () =>
      enabledProject({
        anchors: table1.rows.map(({ anchor, authority, fteDisplayed, gvaGbp }) => ({
          name: anchor,
          authority,
          tenants: [{ name: `Tenants of ${anchor}`, fte: fteDisplayed, gvaGbp }],
        })),
      }),
    {},
  ],
];

async function reportOf(project: EnabledProject, options: { asPublished2017?: boolean }) {
  const outcome = computeEnabled(project, options);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return { result: outcome.value, bytes: await writeWorkbook(enabledReport(project, outcome.value)) };
}

async function open(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer as ArrayBuffer);
  return workbook;
}

describe('the report workbook on tenants', () => {
  it('has formulas that come to the figures of the engine, in an evaluator of our own', async (ctx) => {
    for (const [name, make, options] of projects) {
      const { bytes } = await reportOf(await make(), options);
      const evaluated = await evaluateWorkbook(bytes);
      const stored = await open(bytes);
      expect(evaluated.size).toBeGreaterThan(50);
      for (const [address, value] of evaluated) {
        const [sheet = '', cell = ''] = address.split('!');
        const result = stored.getWorksheet(sheet)?.getCell(cell).result ?? 0;
        const label = `${name}: ${address}`;
        if (typeof result === 'number') expect(value, label).toBeCloseTo(result, 6);
        else expect(value, label).toBe(result);
      }
    }
    ctx.task.meta.ranWith = ['formulas: in-process evaluator'];
  }, 60_000);

  it('recalculates in LibreOffice with every check the same, wherever LibreOffice is at hand', async (ctx) => {
    const version = await libreOfficeVersion();
    if (version === undefined) {
      ctx.task.meta.ranWith = [
        'LibreOffice is not on this machine: formulas were checked by the in-process evaluator only',
      ];
      return;
    }
    ctx.task.meta.ranWith = [`formulas: ${version}`];
    const reports = await Promise.all(
      projects.map(async ([, make, options]) => reportOf(await make(), options)),
    );
    const workbooks = await recalculateInLibreOffice(reports.map(({ bytes }) => bytes));
    workbooks.forEach((workbook, at) => {
      const [name] = projects[at] ?? [''];
      const { result } = reports[at] ?? {};
      const found = new Map<string, unknown>();
      workbook.getWorksheet('Enabled report')?.eachRow((row) => {
        found.set(row.getCell(1).text, row.getCell(2).result ?? row.getCell(2).value);
      });
      expect(found.get('Do all formulas come to the figures of the engine?'), name).toBe('all the same');
      expect(found.get('Enabled employment (FTE)'), name).toBeCloseTo(result?.totals.fte ?? Number.NaN, 6);
      expect(found.get('Enabled GVA'), name).toBeCloseTo(result?.totals.gvaGbp ?? Number.NaN, 4);
      const words: unknown[] = [];
      workbook.getWorksheet('By anchor')?.eachRow((row, number) => {
        if (number > 4)
          words.push([
            row.getCell('D').result,
            row.getCell('F').result,
            String(row.getCell('G').result).toLowerCase(),
          ]);
      });
      expect(words, name).toEqual(
        result?.anchors.map(({ fteMethod, gvaMethod, confidence }) => [fteMethod, gvaMethod, confidence]),
      );
    });
  }, 240_000);

  it('says "changed since" when a figure is changed, and the totals move', async () => {
    const { bytes, result } = await reportOf(await sample(), {});
    const workbook = await open(bytes);
    // FTE of the first tenant, a café that gave its floor area only.
    const tenants = workbook.getWorksheet('Tenants');
    if (tenants) tenants.getCell('N5').value = 10;
    const evaluated = await evaluateWorkbook(new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect([...evaluated.values()]).toContain('changed since');
    const fte = [...evaluated].find(
      ([address]) => address.startsWith('Enabled report!B') && evaluated.get(address) !== 'changed since',
    );
    expect(fte?.[1]).toBeCloseTo(result.totals.fte + 6, 6);
  });

  it('can be read back as a workbook and gives the same figures', async () => {
    for (const [name, make, options] of projects) {
      const { result, bytes } = await reportOf(await make(), options);
      const read = readTenantsFile(bytes);
      const again = read.ok ? computeTenants(read.value, options) : read;
      if (!again.ok) throw new Error(`${name}: ${JSON.stringify(again.issues)}`);
      expect(again.value.result.totals, name).toEqual(result.totals);
      const figures = ({ name: tenant, fte, gva }: TenantResult) => [
        tenant,
        fte.value,
        fte.method,
        gva.value,
        gva.method,
      ];
      expect(
        again.value.result.anchors.flatMap(({ tenants }) => tenants.map(figures)),
        name,
      ).toEqual(result.anchors.flatMap(({ tenants }) => tenants.map(figures)));
    }
  });

  it('shows confidence in words, with looks that follow the words', async () => {
    const { bytes } = await reportOf(await sample(), {});
    const sheet = (await open(bytes)).getWorksheet('By anchor');
    const rules = (sheet as unknown as { conditionalFormattings: { rules: { formulae: string[] }[] }[] })
      .conditionalFormattings;
    expect(rules.flatMap((each) => each.rules.flatMap(({ formulae }) => formulae))).toEqual([
      '"High"',
      '"Moderate"',
      '"Low"',
      '"Not known"',
    ]);
    expect(sheet?.getCell('G5').result).toBe('Low');
  });

  it('writes text that begins with = as text', async () => {
    const { bytes } = await reportOf(
      enabledProject({
        anchors: [
          {
            name: '=Mill',
            tenants: [{ name: '=HYPERLINK("http://example.com")', fte: 1, activity: '@cmd' }],
          },
        ],
      }),
      {},
    );
    const tenants = (await open(bytes)).getWorksheet('Tenants');
    for (const cell of ['A5', 'B5', 'D5']) expect(tenants?.getCell(cell).formula, cell).toBeUndefined();
    expect(String(tenants?.getCell('B5').value)).toContain('HYPERLINK');
    const evaluated = await evaluateWorkbook(bytes);
    expect([...evaluated.values()]).not.toContain('changed since');
  });
});
