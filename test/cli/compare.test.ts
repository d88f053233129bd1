import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AreaComparison, PeriodComparison } from '../../core/index.ts';
import golden from '../golden/lm3.json' with { type: 'json' };
import { localpound } from './localpound.ts';

let folder: string;
const at = (name: string): string => join(folder, name);
const { project } = golden.conformance;

const areas = {
  ...project,
  area: 'District',
  areaKind: 'district',
  population: 200_000,
  areas: [{ name: 'County', kind: 'county', population: 900_000, payrollLocal: 95_000 }],
  suppliers: project.suppliers.map((supplier) => ({
    ...supplier,
    areas: { County: { local: supplier.name !== 'L2', respendShare: supplier.respendShare } },
  })),
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'localpound-compare-'));
  const files: Record<string, object> = {
    areas,
    2024: { ...project, period: '2024' },
    2025: { ...project, period: '2025', payroll: { local: 100_000, nonLocal: 0 } },
    chain: { ...project, period: '2026', method: 'chain' },
  };
  for (const [name, content] of Object.entries(files)) {
    await writeFile(at(`${name}.json`), JSON.stringify(content));
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('localpound compare', () => {
  it('puts the areas of one project side by side and does not rank unlike ones', async () => {
    const { code, stdout, stderr } = await localpound(['compare', at('areas.json')]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ +District +County$/m);
    expect(stdout).toMatch(/^Round 1 +£350,000\.00 +£350,000\.00$/m);
    expect(stdout).toContain('population 900,000');
    expect(stdout).toContain('These LM3s are not ranked');
    expect(stderr).toContain('"L2" with local in District but not in County');
    const ranked = await localpound(['compare', at('areas.json'), '--rank']);
    expect(ranked.code).toBe(1);
    expect(ranked.stdout).toBe('');
    expect(ranked.stderr).toContain('areas that are alike in kind and size');
  });

  it('puts periods side by side with what drove the change', async () => {
    const { code, stdout } = await localpound(['compare', at('2024.json'), at('2025.json')]);
    expect(code).toBe(0);
    expect(stdout).toContain('What drove LM3 from 2024 to 2025');
    // 20,000 of 350,000 more in round 2, and 0.66 - 0.33 of it in round 3.
    expect(stdout).toMatch(/Round 2: pay to local staff +\+0\.06$/m);
    expect(stdout).toMatch(/Round 3: re-spent by staff +\+0\.02$/m);
    expect(stdout).toMatch(/Together +\+0\.08$/m);
    expect(stdout).toContain('may be nothing but silence');
  });

  it('refuses periods of different methods, naming both and how to mend it', async () => {
    const { code, stdout, stderr } = await localpound(['compare', at('2024.json'), at('chain.json')]);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('“All recipients” in 2024 and “Chain” in 2026');
  });

  it('prints one JSON object for either', async () => {
    const [byArea, byPeriod] = await Promise.all([
      localpound(['compare', at('areas.json'), '--json']),
      localpound(['compare', at('2024.json'), at('2025.json'), '--json']),
    ]);
    const { areas: columns, issues } = JSON.parse(byArea.stdout) as AreaComparison;
    expect(columns.map(({ name }) => name)).toEqual(['District', 'County']);
    expect(issues).toHaveLength(1);
    const { changes, periods } = JSON.parse(byPeriod.stdout) as PeriodComparison;
    const [change] = changes;
    const total = change?.parts.reduce((sum, part) => sum + part.change, 0) ?? 9;
    expect(total).toBeCloseTo((periods[1]?.result.lm3 ?? 0) - (periods[0]?.result.lm3 ?? 0), 12);
  });

  it('takes wrong usage for exit code 2', async () => {
    const one = at('2024.json');
    const cases = [
      ['compare', one, '--periods'],
      ['compare', one, at('2025.json'), '--areas'],
      ['compare', one, at('2025.json'), '--rank'],
    ];
    const ran = await Promise.all(cases.map((args) => localpound(args)));
    expect(ran.map(({ code }) => code)).toEqual(cases.map(() => 2));
  });
});
