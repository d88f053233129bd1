import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseReferenceUpdate } from '../../core/index.ts';
import { businessSurvey, regionalGva, sheetsToXlsx, sheetToCsv } from '../fakes/ons-tables.ts';
import { localpound } from './localpound.ts';

let folder: string;
const at = (name: string): string => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'localpound-data-'));
  await writeFile(at('abs.xlsx'), sheetsToXlsx(businessSurvey({ factor: () => 1.1 })));
  await writeFile(at('Table 1c current price estimates pounds million.csv'), sheetToCsv(regionalGva()));
  await writeFile(at('bad.csv'), 'Supplier,Amount\r\nA,1\r\n');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const tablesIn = async (name: string): Promise<string[]> => readdir(at(name));

describe('data update', () => {
  it('writes dated tables from an .xlsx and a .csv file, and shows what changes', async () => {
    const files = [at('abs.xlsx'), at('Table 1c current price estimates pounds million.csv')];
    const { code, stdout } = await localpound(['data', 'update', ...files, '--folder', at('ours')]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/G\s+£59,186\s+£59,\d{3}\s+15\.09%\s+16\.6%/);
    const [name = ''] = await tablesIn('ours');
    expect(name).toMatch(/^enabled-reference-\d{4}-\d{2}-\d{2}\.json$/);
    const parsed = parseReferenceUpdate(JSON.parse(await readFile(join(at('ours'), name), 'utf8')));
    expect(parsed.ok && parsed.value.files.map(({ table }) => table)).toEqual([
      'Annual Business Survey',
      'Regional GVA by industry',
    ]);
  });

  it('writes nothing with --check', async () => {
    const { code, stdout } = await localpound([
      'data',
      'update',
      at('abs.xlsx'),
      '--check',
      '--json',
      '--folder',
      at('unwritten'),
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ file: null, files: [{ table: 'Annual Business Survey' }] });
    await expect(tablesIn('unwritten')).rejects.toThrow();
  });

  it('lists what is wrong and writes nothing', async () => {
    const { code, stderr } = await localpound(['data', 'update', at('bad.csv'), '--folder', at('unwritten')]);
    expect(code).toBe(1);
    expect(stderr).toContain('without the headings of a table that is known here');
    await expect(tablesIn('unwritten')).rejects.toThrow();
  });

  it('says so when a file is not there', async () => {
    const { code, stderr } = await localpound(['data', 'update', at('none.xlsx')]);
    expect(code).toBe(1);
    expect(stderr).toContain('no file of that name');
  });
});

describe('enabled --data', () => {
  const project = JSON.stringify({
    anchors: [{ name: 'Hall', tenants: [{ name: 'Shop', sic: '47.11', turnoverGbp: 100_000, fte: 2 }] }],
  });

  it('uses the newest tables of the folder, says so first, and does not without being asked', async () => {
    await writeFile(at('tenants.json'), project);
    await localpound(['data', 'update', at('abs.xlsx'), '--folder', at('asked')]);
    const own = await localpound(['enabled', at('tenants.json'), '--data', at('asked'), '--json']);
    const shipped = await localpound(['enabled', at('tenants.json'), '--json']);
    expect([own.code, shipped.code]).toEqual([0, 0]);
    interface Result {
      readonly totals: { readonly gvaGbp: number };
      readonly assumptions: readonly { readonly text: string }[];
    }
    const [by, without] = [JSON.parse(own.stdout) as Result, JSON.parse(shipped.stdout) as Result];
    expect(by.totals.gvaGbp / without.totals.gvaGbp).toBeCloseTo(1.1, 3);
    expect(by.assumptions[0]?.text).toContain('your own tables, made on');
    expect(by.assumptions[0]?.text).toContain('Annual Business Survey 2024 (abs.xlsx)');
    expect(shipped.stdout).not.toContain('your own tables');
  });

  it('is an error when the folder holds none: the shipped tables are not used silently', async () => {
    await writeFile(at('tenants.json'), project);
    const { code, stdout, stderr } = await localpound(['enabled', at('tenants.json'), '--data', at('empty')]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('found no reference tables');
  });

  it('names the file when somebody broke it', async () => {
    await mkdir(at('broken'));
    await writeFile(
      join(at('broken'), 'enabled-reference-2026-01-01.json'),
      '{"format":"localpound-reference-1"}',
    );
    const { code, stderr } = await localpound(['enabled', at('tenants.json'), '--data', at('broken')]);
    expect(code).toBe(1);
    expect(stderr).toContain('enabled-reference-2026-01-01.json, madeOn');
  });
});

describe('tenants without a code', () => {
  it('are told codes that may fit, which nothing rests on', async () => {
    const tenants = [{ name: 'Kiln', activity: 'Pottery', fte: 1 }];
    await writeFile(at('kiln.json'), JSON.stringify({ anchors: [{ name: 'Hall', tenants }] }));
    const { stdout } = await localpound(['enabled', at('kiln.json')]);
    expect(stdout).toContain(
      'Pottery: 23.41 Manufacture of ceramic household and ornamental articles, because',
    );
    expect(stdout).toContain('A tenant without a SIC code has the ratios of all industries');
  });
});
