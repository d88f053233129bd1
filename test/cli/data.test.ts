import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
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
