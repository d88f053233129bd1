import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Leaks, WhatIf } from '../../core/index.ts';
import { localpound } from './localpound.ts';

let folder: string;
let sample: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'localpound-what-if-'));
  sample = join(folder, 'sample.xlsx');
  await localpound(['template', 'lm3', sample, '--sample']);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const far = 'National Example Insurance';

describe('localpound what-if', () => {
  it('shows before and after in columns, the gain of a pound, and where the routes are', async () => {
    const { code, stdout, stderr } = await localpound([
      'what-if',
      sample,
      '--move-supplier',
      far,
      '--to',
      'new: Near Insurance',
      '--share',
      '60%',
    ]);
    expect(code).toBe(0);
    expect(stdout).toContain('LM3 rises by 0.04, from 2.10 to 2.15');
    // 18,750 x (1 + 0.60 - 0.03) over round 1: 0.045. The insurer re-spends 3%.
    expect(stdout).toContain('each pound moved gains £1.57');
    expect(stdout).toMatch(/^ +Before +After$/m);
    expect(stdout).toMatch(/^Round 2 +£414,772\.25 +£433,522\.25$/m);
    expect(stdout).toContain('localpound route');
    expect(stdout).toContain('Exampleshire (fictional)');
    expect(stderr).toBe('');
  });

  it('prints one JSON object in which the gains make the change', async () => {
    const { stdout } = await localpound([
      'what-if',
      sample,
      '--move-amount',
      '10,000',
      '--from',
      far,
      '--to',
      'Sample Street Bakery',
      '--local-pay',
      '10%',
      '--leaks',
      '--json',
    ]);
    expect(stdout.trim().split('\n')).toHaveLength(1);
    const { before, difference, effects, leaks } = JSON.parse(stdout) as WhatIf & { leaks: Leaks };
    expect(effects.map(({ kind, moved }) => [kind, moved])).toEqual([
      ['moveSpend', 10_000],
      ['localPayShare', 10_022],
    ]);
    const gained = effects.reduce((sum, one) => sum + (one.moved ?? 0) * (one.gainPerPound ?? 0), 0);
    expect(difference.lm3 * before.round1).toBeCloseTo(gained, 4);
    expect(leaks.suppliers.length).toBeGreaterThan(5);
  });

  it('ranks leaks and names categories without a local supplier', async () => {
    const { code, stdout } = await localpound(['what-if', sample, '--leaks']);
    expect(code).toBe(0);
    expect(stdout).toContain('Suppliers that would add most to LM3');
    expect(stdout).toContain('Categories without any local supplier');
  });

  it('names the supplier that it cannot find', async () => {
    const { code, stderr } = await localpound([
      'what-if',
      sample,
      '--move-supplier',
      'National',
      '--to',
      'new',
    ]);
    expect(code).toBe(1);
    expect(stderr).toContain('none of the 15 suppliers');
    expect(stderr).toContain(`Did you mean "${far}"`);
  });

  it('takes wrong usage for exit code 2 and says what is wrong', async () => {
    const cases: [string[], string][] = [
      [[], 'nothing to change'],
      [['--move-amount', '5', '--to', 'new'], 'belong together'],
      [['--move-supplier', far, '--to', 'new', '--share', '1.2'], 'a share from 0 to 1'],
      [['--local-pay', '-5'], 'expected a number'],
    ];
    const ran = await Promise.all(cases.map(([args]) => localpound(['what-if', sample, ...args])));
    ran.forEach(({ code, stderr }, index) => {
      expect(code, stderr).toBe(2);
      expect(stderr).toContain(cases[index]?.[1]);
    });
  });
});
