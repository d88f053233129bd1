import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { localpound, projectRoot } from './localpound.ts';

const json = async (...args: string[]) => {
  const { code, stdout } = await localpound(['area', ...args, '--json']);
  return { code, result: JSON.parse(stdout) };
};

describe('localpound area', () => {
  it('tells the district, the position and the distance of a postcode', async () => {
    const { code, result } = await json('hx1', '1uj', '--from', 'BD1 1HY');
    expect(code).toBe(0);
    expect(result).toMatchObject({
      kind: 'postcode',
      postcode: 'HX1 1UJ',
      district: { code: 'E08000033', name: 'Calderdale' },
      position: { lat: 53.7244, lon: -1.8607 },
      from: { name: 'BD1 1HY' },
    });
    expect(result.from.km).toBeGreaterThan(10);
    expect(result.from.km).toBeLessThan(12);
    expect(result.attribution).toContain('Contains Royal Mail data ©');
  });

  it('tells population, deprivation and neighbours of a district, in words with the licence', async () => {
    const { code, stdout } = await localpound(['area', 'Calderdale']);
    expect(code).toBe(0);
    expect(stdout).toContain('Population 211,439 (mid-2020)');
    expect(stdout).toContain('composite index of 2017 to 2020');
    expect(stdout).toContain('Bordering districts: Bradford, Burnley, Kirklees');
    expect(stdout).toContain('simplified boundaries');
    expect(stdout).toContain('Open Government Licence v3.0');
  });

  it('shows how a first half is shared, and where a former district went', async () => {
    expect((await json('AB12')).result.districts.map(({ name }: { name: string }) => name)).toEqual([
      'Aberdeen City',
      'Aberdeenshire',
    ]);
    expect((await json('E07000163')).result).toMatchObject({
      name: 'North Yorkshire',
      note: expect.stringContaining('Craven'),
    });
  });

  it('ends with 1 and what to mend for a place that is not known', async () => {
    const { code, result } = await json('Calderdle');
    expect(code).toBe(1);
    expect(result.issues[0].mend).toBe('Did you mean Calderdale?');
  });
});

describe('localpound data update with a postcode directory', () => {
  it('refuses a part of the country, writes it when told to, and then uses it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'localpound-'));
    try {
      const part = join(projectRoot, 'test/fixtures/places/code-point-open-hx.csv');
      const refused = await localpound(['data', 'update', part, '--folder', folder, '--json']);
      expect(refused.code).toBe(1);
      expect(JSON.parse(refused.stdout).issues[0].found).toContain('475 live postcodes beside 1,745,849');
      const made = await localpound([
        'data',
        'update',
        part,
        '--folder',
        folder,
        '--allow-large-changes',
        '--json',
      ]);
      expect(made.code).toBe(0);
      expect(JSON.parse(made.stdout)).toMatchObject({
        changes: { live: { after: 475 }, otherDistrict: 0, moved: 0 },
      });
      expect((await json('HX1 1AA', '--data', folder)).result.district.name).toBe('Calderdale');
      expect((await json('SW1A 1AA', '--data', folder)).code).toBe(1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
