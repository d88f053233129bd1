import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EnabledResult } from '../../core/index.ts';
import { csvNamedXlsx } from '../fakes/hostile-files.ts';
import table1 from '../golden/enabled-table1.json' with { type: 'json' };
import { localpound } from './localpound.ts';

let folder: string;
const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'localpound-enabled-'));
  await localpound(['template', 'tenants', at('sample.xlsx'), '--sample']);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const json = async (args: readonly string[]): Promise<EnabledResult> =>
  JSON.parse((await localpound(['enabled', ...args, '--json'])).stdout) as EnabledResult;

const royds = {
  anchors: [
    { name: 'Royds', authority: 'Bradford', tenants: [{ name: 'All', fte: 312, turnoverGbp: 70_000_000 }] },
  ],
};

describe('localpound enabled', () => {
  it('says what tenants add, whose activity it is, and what data would firm it up', async () => {
    const { code, stdout, stderr } = await localpound(['enabled', at('sample.xlsx')]);
    expect(code).toBe(0);
    expect(stdout).toContain(
      'approximately 30 full-time equivalent jobs and approximately £1.4m of GVA a year, 2025/26',
    );
    expect(stdout).toContain('not of their landlord');
    expect(stdout).toContain('unverified data');
    expect(stdout).toContain('Nowhere Community Theatre');
    expect(stderr).toContain('cell B13');
  });

  it('prints one JSON object with every field of the contract', async () => {
    const { stdout } = await localpound(['enabled', at('sample.xlsx'), '--json']);
    expect(stdout.trim().split('\n')).toHaveLength(1);
    const result = JSON.parse(stdout) as EnabledResult;
    for (const field of ['anchors', 'totals', 'headline', 'issues']) expect(result).toHaveProperty(field);
    const [tenant] = result.anchors[0]?.tenants ?? [];
    for (const figure of ['fte', 'gva']) {
      for (const field of ['value', 'low', 'high', 'method', 'confidence'])
        expect(tenant).toHaveProperty(`${figure}.${field}`);
    }
    expect(tenant?.warnings).toEqual([]);
    expect(tenant?.fte.formula).toBe('floor area / floor area per FTE');
    expect(result.sources.some(({ verified }) => !verified)).toBe(true);
  });

  it('holds the trees of workings in JSON on request', async () => {
    const [bare, full] = [await json([at('sample.xlsx')]), await json([at('sample.xlsx'), '--workings'])];
    expect(bare.anchors[0]?.tenants[0]?.gva.workings).toBeUndefined();
    expect(bare.workings).toBeUndefined();
    expect(full.anchors[0]?.tenants[0]?.gva.workings?.inputs).toHaveLength(2);
    expect(full.workings.gva.value).toBe(bare.totals.gvaGbp);
  });

  it('turns turnover into GVA, and enters it as GVA only when asked to, with a warning', async () => {
    await writeFile(at('royds.json'), JSON.stringify(royds));
    expect((await json([at('royds.json')])).totals.gvaGbp).toBe(70_000_000 * 0.3332);
    const legacy = await localpound(['enabled', at('royds.json'), '--as-published-2017', '--json']);
    expect((JSON.parse(legacy.stdout) as EnabledResult).totals.gvaGbp).toBe(70_000_000);
    expect(legacy.stderr).toContain('overstates GVA');
  });

  it('comes to the published headline from the published rows', async () => {
    const anchors = table1.rows.map(({ anchor, authority, fteDisplayed, gvaGbp }) => ({
      name: anchor,
      authority,
      tenants: [{ name: `Tenants of ${anchor}`, fte: fteDisplayed, gvaGbp }],
    }));
    await writeFile(at('table1.json'), JSON.stringify({ anchors }));
    const { headline, totals } = await json([at('table1.json')]);
    expect(headline).toEqual({ fte: 'approximately 1,400', gva: 'approximately £120m' });
    expect(totals.gvaGbp).toBe(119_609_964);
  });

  it('writes a report that gives the same figures, and charts with words in them', async () => {
    const written = await localpound([
      'enabled',
      at('sample.xlsx'),
      '--out',
      at('report.xlsx'),
      '--chart',
      at('chart.png'),
    ]);
    expect(written.code).toBe(0);
    await localpound(['enabled', at('sample.xlsx'), '--chart', at('chart.svg')]);
    const [first, again] = [await json([at('sample.xlsx')]), await json([at('report.xlsx')])];
    expect(again.totals).toEqual(first.totals);
    const png = await readFile(at('chart.png'));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.length).toBeGreaterThan(15_000);
    expect(await readFile(at('chart.svg'), 'utf8')).toContain('low confidence');
  });

  it('puts in the forms that tenants have filled in', async () => {
    await localpound([
      'template',
      'tenant-form',
      at('form.xlsx'),
      '--anchor',
      'Pretend Wharf (fictional)',
      '--tenant',
      'Nowhere Community Theatre',
    ]);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(at('form.xlsx'));
    const sheet = workbook.getWorksheet('Tenant form');
    if (sheet) {
      sheet.getCell('B11').value = 95_000; // turnover
      sheet.getCell('B15').value = 111; // hours a week
    }
    await workbook.xlsx.writeFile(at('form.xlsx'));
    expect([sheet?.getCell('A11').value, sheet?.getCell('A15').value]).toEqual([
      '3. What was your turnover in your last full year, in pounds?',
      '5. How many paid hours do they all work together in a usual week?',
    ]);
    const result = await json([at('sample.xlsx'), '--answers', at('form.xlsx')]);
    const theatre = result.anchors[1]?.tenants.find(({ name }) => name === 'Nowhere Community Theatre');
    // 111 hours a week at 37 hours for a full-time job; no SIC code, so all industries.
    expect(theatre?.fte).toMatchObject({ value: 3, method: 'headcountByHours', confidence: 'high' });
    expect(theatre?.gva).toMatchObject({ value: 95_000 * 0.3332, method: 'turnover' });
  });

  it('compares with an earlier file, like with like', async () => {
    await writeFile(
      at('before.json'),
      JSON.stringify({
        year: '2024',
        anchors: [
          {
            name: 'Mill',
            tenants: [
              { name: 'Baker', fte: 4, gvaGbp: 100_000 },
              { name: 'Dyer', fte: 2, gvaGbp: 60_000 },
            ],
          },
        ],
      }),
    );
    await writeFile(
      at('after.json'),
      JSON.stringify({
        year: '2025',
        anchors: [{ name: 'Mill', tenants: [{ name: 'Baker', fte: 5, gvaGbp: 120_000 }] }],
      }),
    );
    const { stdout } = await localpound([
      'enabled',
      at('after.json'),
      '--compare',
      at('before.json'),
      '--out',
      at('compared.xlsx'),
    ]);
    expect(stdout).toContain('Change from 2024 to 2025, like with like');
    expect(stdout).toMatch(/Same tenants, same methods +1 +4 +5 /);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(at('compared.xlsx'));
    expect(workbook.getWorksheet('Comparison')?.getCell('A1').value).toBe('From 2024 to 2025');
  });

  it('computes a batch in order and goes on after a line with errors', async () => {
    const lines = [
      { id: 'a', ...royds },
      { id: 'b', anchors: [{ name: 'A', tenants: [{ name: 'T', fte: -1 }] }] },
      { id: 3, anchors: [{ name: 'A', tenants: [] }] },
    ].map((line) => JSON.stringify(line));
    const { code, stdout } = await localpound(['enabled', '--batch', '-'], lines.join('\n'));
    const results = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Partial<EnabledResult> & { id: string });
    expect(code).toBe(1);
    expect(results.map(({ id }) => id)).toEqual(['a', 'b', 3]);
    expect(results[1]?.issues?.[0]?.where.path).toBe('anchors[0].tenants[0].fte');
    expect(results[1]).not.toHaveProperty('totals');
    // A warning comes with a result and is no error.
    expect(results[2]?.totals?.fte).toBe(0);
  });

  it('takes wrong usage for exit code 2, and never replaces what it reads', async () => {
    for (const args of [
      ['enabled'],
      ['enabled', 'a', '--batch', 'b'],
      ['enabled', '--batch', 'b', '--out', 'c.xlsx'],
      ['enabled', at('sample.xlsx'), '--out', at('sample.xlsx')],
      ['enabled', at('sample.xlsx'), '--chart', at('chart.gif')],
    ]) {
      expect((await localpound(args)).code, args.join(' ')).toBe(2);
    }
  });

  it('refuses what is no tenants workbook, and writes nothing', async () => {
    await writeFile(at('wrong.xlsx'), csvNamedXlsx());
    await localpound(['template', 'lm3', at('lm3.xlsx'), '--sample']);
    for (const file of ['wrong.xlsx', 'lm3.xlsx', 'none.xlsx']) {
      const { code, stdout, stderr } = await localpound(['enabled', at(file), '--out', at('never.xlsx')]);
      expect([code, stdout], file).toEqual([1, '']);
      expect(stderr, file).not.toMatch(/\n\s+at /);
    }
    expect(await readdir(folder)).not.toContain('never.xlsx');
  });
});

describe('localpound template tenants', () => {
  it('writes named tables, notes, lists to choose from and frozen headings', async () => {
    await localpound(['template', 'tenants', at('empty.xlsx')]);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(at('empty.xlsx'));
    const tenants = workbook.getWorksheet('Tenants');
    expect(tenants?.getTable('Tenants')).toBeDefined();
    expect(tenants?.getCell('L4').note).toBeTruthy();
    expect(tenants?.getCell('G5').dataValidation?.formulae?.[0]).toContain('Density types');
    expect(tenants?.views[0]).toMatchObject({ state: 'frozen', ySplit: 4 });
    const { code, stderr } = await localpound(['enabled', at('empty.xlsx')]);
    expect(code).toBe(1);
    expect(stderr).toContain('a line for each tenant');
  });

  it('says of the sample that it is fictional', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(at('sample.xlsx'));
    expect(workbook.getWorksheet('Start here')?.getCell('A2').value).toContain('invented');
    expect(workbook.getWorksheet('Anchors')?.getCell('A5').value).toContain('fictional');
  });
});
