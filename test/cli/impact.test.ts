import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localpound } from './localpound.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'impact-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('template indicators and impact FILE', () => {
  it('reads the sample back: where each indicator stands, in lines for a phone', async () => {
    const file = join(folder, 'sample.xlsx');
    expect((await localpound(['template', 'indicators', file, '--sample'])).code).toBe(0);
    const { code, stdout } = await localpound(['impact', file]);
    expect(code).toBe(0);
    expect(stdout).toContain('From 1.72, to 1.90, now 1.81: 50% of the way, on the way.');
    expect(stdout).toContain('3 of ten steps done. Next is step 4');
    for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(64);
  });

  it('prints one JSON object with workings and sources', async () => {
    const file = join(folder, 'plan.json');
    const planned = { name: 'Trees planted', unit: 'count', baseline: 0, target: 200, actual: 50 };
    await writeFile(file, JSON.stringify({ name: 'Invented plan', indicators: [planned] }));
    const { stdout } = await localpound(['impact', file, '--json']);
    const result = JSON.parse(stdout) as { indicators: Record<string, unknown>[]; issues: unknown[] };
    expect(result.indicators[0]).toMatchObject({ id: 'trees', progress: 0.25, reading: 'on the way' });
    expect(JSON.stringify(result.indicators[0])).toContain('Characteristic 6');
    expect(result.issues).toHaveLength(3);
  });

  it('exits 1 for a plan with errors and 2 for characteristics that are none', async () => {
    const file = join(folder, 'empty.xlsx');
    await localpound(['template', 'indicators', file, '--characteristics', '2,5']);
    const { code, stderr } = await localpound(['impact', file]);
    expect(code).toBe(1);
    expect(stderr).toContain('no "Name of the plan"');
    expect(
      (await localpound(['template', 'indicators', join(folder, 'x.xlsx'), '--characteristics', '8'])).code,
    ).toBe(2);
  });
});
