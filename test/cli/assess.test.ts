import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWorkbook } from '../../spreadsheet/read-workbook.ts';
import { localpound } from './localpound.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assess-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('assess FILE...', () => {
  it('reads the sample back and prints it in words for a phone', async () => {
    const file = join(folder, 'sample.xlsx');
    expect((await localpound(['template', 'assessment', file, '--sample'])).code).toBe(0);
    const { code, stdout } = await localpound(['assess', file]);
    expect(code).toBe(0);
    expect(stdout).toContain('1. Positive flow of money and resources');
    expect(stdout).toContain('Exampleshire Council (fictional): In places');
    expect(stdout).toContain('- Compliers (45%): nearest');
    for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(64);
  });

  it('sets a workbook and a JSON file side by side and writes the comparison', async () => {
    const sample = join(folder, 'council.xlsx');
    await localpound(['template', 'assessment', sample, '--sample']);
    const other = join(folder, 'trust.json');
    const views = [{ characteristic: 1, stage: 1, evidence: '=HYPERLINK("x")' }];
    await writeFile(
      other,
      JSON.stringify({ organisation: '=cmd|1', kind: 'community', date: '2026-04-01', views }),
    );
    const out = join(folder, 'out.xlsx');
    const { code, stdout, stderr } = await localpound(['assess', sample, other, '--json', '--out', out]);
    expect(code).toBe(0);
    expect(stderr).toContain(`Wrote ${out}`);
    const result = JSON.parse(stdout) as { sideBySide: { apart: number | null }[] };
    expect(result.sideBySide[0]?.apart).toBe(2);
    const read = readWorkbook(new Uint8Array(await readFile(out)), { fileName: out });
    expect(read.ok && read.value.sheets.map(({ name }) => name)).toEqual([
      'Side by side',
      'What each says',
      'Social value',
      'Scale and sources',
      'Run stamp',
    ]);
    const texts = JSON.stringify(read.ok && read.value.sheets);
    expect(texts).toMatch(/"'+=cmd\|1, 1 April 2026"/);
    expect(texts).not.toMatch(/"=(cmd|HYPERLINK)/);
  });

  it('lists what is wrong with file, sheet and cell, and exits 1', async () => {
    const file = join(folder, 'empty.xlsx');
    await localpound(['template', 'assessment', file]);
    const { code, stderr } = await localpound(['assess', file]);
    expect(code).toBe(1);
    expect(stderr).toContain('sheet About, cell B5');
  });
});

describe('social-value', () => {
  it('prints the questions, and the nearest type with the source', async () => {
    expect((await localpound(['social-value'])).stdout).toContain(
      '--applied: Where is social value applied in tenders?',
    );
    const { stdout } = await localpound(['social-value', '--policy', 'none', '--applied', 'never']);
    expect(stdout).toContain('- Bystanders (22%): nearest');
    expect(stdout).toContain('Box 2');
  });

  it('exits 1 for an answer that is no choice', async () => {
    const { code, stderr } = await localpound(['social-value', '--weight', '30']);
    expect(code).toBe(1);
    expect(stderr).toContain('"significant"');
  });
});
