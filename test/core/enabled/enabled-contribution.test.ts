import { describe, expect, it } from 'vitest';
import { everyNode, recompute } from '../../../core/index.ts';
import table1 from '../../golden/enabled-table1.json' with { type: 'json' };
import { resultOf, tenantOf } from './tenants.ts';

describe('full-time equivalents of a tenant', () => {
  it('are taken as given before anything else', () => {
    const { fte } = tenantOf({ fte: 7.5, fullTime: 1, headcount: 20, floorspaceM2: 500, useClass: 'B1a' });
    expect(fte).toMatchObject({ value: 7.5, low: 7.5, high: 7.5, method: 'given', confidence: 'high' });
  });

  it('count a part-timer as half, moderate until the rule is confirmed', () => {
    const assumed = tenantOf({ fullTime: 3, partTime: 5, headcount: 9 });
    expect(assumed.fte).toMatchObject({ value: 5.5, method: 'headcountByHours', confidence: 'moderate' });
    const confirmed = tenantOf({ partTime: 5 }, { settings: { partTimeRuleConfirmed: true } });
    expect(confirmed.fte).toMatchObject({ value: 2.5, confidence: 'high' });
    expect(tenantOf({ fullTime: 4 }).fte.value).toBe(4);
  });

  it('print the assumption about part-timers, and only where it was made', () => {
    const told = (settings: { partTimeRuleConfirmed?: boolean }) =>
      resultOf({
        settings,
        anchors: [{ name: 'A', tenants: [{ name: 'T', fullTime: 1, partTime: 1 }] }],
      }).assumptions.map(({ id }) => id);
    expect(told({})).toContain('partTime');
    expect(told({ partTimeRuleConfirmed: true })).not.toContain('partTime');
  });

  it('come from hours once the full-time week is set, and say so while it is not', () => {
    const { fte } = tenantOf({ hoursPerWeek: 150, partTime: 9 }, { settings: { fullTimeHours: 37.5 } });
    expect(fte).toMatchObject({ value: 4, method: 'headcountByHours', confidence: 'high' });
    const without = tenantOf({ hoursPerWeek: 150, partTime: 9 });
    expect(without.fte.value).toBe(4.5);
    expect(without.warnings[0]?.where).toEqual({ path: 'anchors[0].tenants[0].hoursPerWeek' });
  });

  it('come from heads by the section, or by all industries', () => {
    // Section Q: 0.8244 FTE per job; all industries: 0.8677.
    expect(tenantOf({ headcount: 10, sic: '88.91' }).fte).toMatchObject({
      value: 10 * 0.8244,
      method: 'headcount',
      confidence: 'moderate',
      dataYear: 'jobs 2023',
    });
    expect(tenantOf({ headcount: 10 }).fte.value).toBeCloseTo(8.677, 12);
  });

  it('come from floor area with low, typical and high', () => {
    // Restaurants and cafés: 15 to 20 m2 NIA, midpoint 17.5.
    const { fte, gva } = tenantOf({ floorspaceM2: 87.5, areaBasis: 'NIA', useClass: 'A3', sic: '56' });
    expect(fte).toMatchObject({
      value: 5,
      low: 87.5 / 20,
      high: 87.5 / 15,
      method: 'floorspace',
      confidence: 'moderate',
    });
    expect(gva).toMatchObject({ value: 5 * 36_081, low: (87.5 / 20) * 36_081, high: (87.5 / 15) * 36_081 });
  });

  it('turn floor area into the measure of the density first', () => {
    expect(tenantOf({ floorspaceM2: 1300, areaBasis: 'GIA', useClass: 'E(g)(i)' }).fte.value).toBeCloseTo(
      (1300 * 0.85) / 13,
      12,
    );
    expect(tenantOf({ floorspaceM2: 1300, areaBasis: 'GEA', useClass: 'E(g)(i)' }).fte.value).toBeCloseTo(
      (1300 * 0.8) / 13,
      12,
    );
    expect(tenantOf({ floorspaceM2: 360, areaBasis: 'NIA', useClass: 'B2' }).fte.value).toBeCloseTo(
      (360 * 1.2) / 36,
      12,
    );
    expect(tenantOf({ floorspaceM2: 700, areaBasis: 'NIA', useClass: 'B8' }).fte.value).toBeCloseTo(
      700 / 0.8 / 70,
      12,
    );
    expect(tenantOf({ floorspaceSqFt: 1000, areaBasis: 'NIA', useClass: 'B1a' }).fte.value).toBeCloseTo(
      92.90304 / 13,
      12,
    );
  });

  it('mark what was not read in the guide, with low confidence', () => {
    const studio = tenantOf({
      floorspaceM2: 60,
      areaBasis: 'NIA',
      densityType: 'workspace-studio',
      sic: '90',
    });
    expect(studio.fte).toMatchObject({ value: 2, low: 1.5, high: 3, confidence: 'low', verified: false });
    expect(studio.gva.confidence).toBe('low');
    const sources = [...everyNode(studio.fte.workings ?? fail())].flatMap((node) => node.sources);
    expect(sources.some((source) => !source.verified)).toBe(true);
  });

  it('count beds of a hotel, not its floor area', () => {
    expect(tenantOf({ beds: 30, floorspaceM2: 900, densityType: 'hotel-mid-scale' }).fte).toMatchObject({
      value: 10,
      method: 'floorspace',
    });
    const noBeds = tenantOf({ floorspaceM2: 900, densityType: 'hotel-mid-scale' });
    expect(noBeds.fte.method).toBe('unknown');
    expect(noBeds.warnings[0]).toMatchObject({ found: 'the floor area of a hotel' });
  });

  it('never come from Use Class E alone', () => {
    const { fte, warnings } = tenantOf({ floorspaceM2: 100, useClass: 'Class E' });
    expect(fte).toMatchObject({ value: null, method: 'unknown', confidence: 'unknown' });
    expect(warnings[0]).toMatchObject({ where: { path: 'anchors[0].tenants[0].useClass' } });
    expect(warnings[0]?.mend).toContain('E(b)');
  });

  it('come from GVA as a last resort, where the section is known', () => {
    const { fte, gva } = tenantOf({ turnoverGbp: 1_000_000, sic: '47' });
    expect(gva).toMatchObject({ value: 226_500, method: 'turnover', confidence: 'moderate' });
    expect(fte).toMatchObject({ value: 226_500 / 59_186, method: 'fromGva', confidence: 'low' });
    expect(tenantOf({ turnoverGbp: 1_000_000 }).fte.method).toBe('unknown');
  });
});

describe('GVA of a tenant', () => {
  it('is taken as given before anything else', () => {
    const { gva } = tenantOf({ gvaGbp: 180_000, turnoverGbp: 400_000, fte: 4, sic: '62' });
    expect(gva).toMatchObject({ value: 180_000, method: 'given', confidence: 'high' });
  });

  it('is never turnover: the ratio of the division, else of the section, else of all industries', () => {
    const gva = (sic?: string) =>
      tenantOf({ turnoverGbp: 100_000, ...(sic === undefined ? {} : { sic }) }).gva.value;
    expect(gva('47.11')).toBe(100_000 * 0.2265);
    // Division 47 is retail; the section as a whole is mostly wholesale.
    expect(gva('G')).toBe(100_000 * 0.1509);
    // Suppressed in the survey: the section stands in.
    expect(gva('12')).toBe(100_000 * 0.3192);
    expect(gva('85')).toBe(100_000 * 0.5944);
    expect(gva()).toBe(100_000 * 0.3332);
  });

  it('goes by jobs in sections without a ratio', () => {
    expect(tenantOf({ turnoverGbp: 5_000_000, fte: 3, sic: '65.12' }).gva).toMatchObject({
      value: 3 * 183_080,
      method: 'employment',
      confidence: 'moderate',
    });
    const bank = tenantOf({ turnoverGbp: 5_000_000, sic: 'K' });
    expect(bank.gva.value).toBeNull();
    expect(bank.warnings[0]?.where).toEqual({ path: 'anchors[0].tenants[0].turnoverGbp' });
  });

  it('by jobs is low where the section is not known or the jobs are weak', () => {
    expect(tenantOf({ fte: 2 }).gva).toMatchObject({ value: 2 * 63_680, confidence: 'low' });
    expect(tenantOf({ floorspaceM2: 30, densityType: 'workspace-studio', sic: '90' }).gva.confidence).toBe(
      'low',
    );
    expect(tenantOf({ fte: 2, sic: 'R' }).gva.confidence).toBe('moderate');
  });

  it('shows the jobs route beside turnover, and warns beyond a factor of two', () => {
    const near = tenantOf({ turnoverGbp: 300_000, fte: 3, sic: '62' });
    expect(near.crossCheck?.gvaGbp).toBe(3 * 92_273);
    expect(near.warnings).toEqual([]);
    const far = tenantOf({ turnoverGbp: 100_000, fte: 3, sic: '62' });
    expect(far.warnings[0]?.expected).toContain('a factor of 2');
    expect(tenantOf({ turnoverGbp: 100_000, sic: '62' }).crossCheck).toBeUndefined();
  });
});

describe('several anchors', () => {
  const anchors = [
    {
      name: 'Mill',
      authority: 'North',
      tenants: [
        { name: 'Baker', fte: 4, gvaGbp: 90_000 },
        { name: 'Cobbler', fte: 1, gvaGbp: 30_000 },
      ],
    },
    { name: 'Forge', authority: 'North', tenants: [{ name: ' baker', fte: 6, gvaGbp: 80_000 }] },
    {
      name: 'Barn',
      authority: 'South',
      tenants: [
        { name: 'Dyer Ltd', companyNumber: '1234567', fte: 2, gvaGbp: 70_000 },
        { name: 'Dyers of the Barn', companyNumber: '01234567', fte: 5, gvaGbp: 85_000 },
        { name: 'Baker', fte: 3, gvaGbp: 20_000 },
      ],
    },
  ];

  it('count a tenant once in every sum, the larger of its figures', () => {
    const { totals, authorities, anchors: results, issues } = resultOf({ anchors });
    // Baker: 6 FTE at the Forge, £90,000 at the Mill. The two Dyers have one company number.
    expect(totals).toMatchObject({ fte: 6 + 1 + 5, gvaGbp: 90_000 + 30_000 + 85_000 });
    expect(authorities.map(({ name, fte, gvaGbp }) => [name, fte, gvaGbp])).toEqual([
      ['North', 7, 120_000],
      ['South', 8, 105_000],
    ]);
    expect(results.map(({ fte }) => fte)).toEqual([5, 6, 8]);
    expect(issues.slice(0, 2).map(({ where }) => where)).toEqual([
      { path: 'anchors[1].tenants[0].name' },
      { path: 'anchors[2].tenants[1].name' },
    ]);
    expect(issues[0]?.found).toContain('3 times, at Mill and Forge and Barn');
  });

  it('count no two lines that share a name or a number, even where a third line links them', () => {
    const tenants = [
      { name: 'Baker', fte: 4 },
      { name: 'Baker', companyNumber: '7', fte: 5 },
      { name: 'Bread Ltd', companyNumber: '7', fte: 3 },
    ];
    // Baker with 4 and Bread Ltd with 3 share nothing themselves; together they outweigh 5.
    expect(resultOf({ anchors: [{ name: 'Mill', tenants }] }).totals.fte).toBe(7);
  });

  it('have workings that come to the same when redone', () => {
    const { workings, totals } = resultOf({ anchors });
    for (const tree of [workings.fte, workings.gva]) {
      for (const node of everyNode(tree)) expect(recompute(node)).toBe(node.value);
    }
    expect(workings.fte.value).toBe(totals.fte);
  });

  it('are as firm as their weakest tenant', () => {
    const level = (...tenants: object[]) =>
      resultOf({
        anchors: [{ name: 'A', tenants: tenants.map((tenant, at) => ({ name: `T${at}`, ...tenant })) }],
      }).anchors[0]?.confidence;
    expect(level({ fte: 1, gvaGbp: 40_000 }, { fte: 2, gvaGbp: 90_000 })).toBe('high');
    expect(level({ fte: 1, gvaGbp: 40_000 }, { headcount: 2, sic: 'S' })).toBe('moderate');
    expect(level({ fte: 1, gvaGbp: 40_000 }, { fte: 2 })).toBe('low');
    expect(level({ fte: 1, gvaGbp: 40_000 }, {})).toBe('low');
    expect(level()).toBe('low');
  });
});

describe('the published Table 1', () => {
  it('has rows that sum to £119,609,964 and, as displayed, to 1,401 where 1,399 is published', () => {
    const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
    expect(sum(table1.rows.map(({ gvaGbp }) => gvaGbp))).toBe(119_609_964);
    expect(sum(table1.rows.map(({ fteDisplayed }) => fteDisplayed))).toBe(1401);
    expect(table1.publishedTotals.fte).toBe('1,399');
  });

  const asGiven = {
    anchors: table1.rows.map(({ anchor, authority, fteDisplayed, gvaGbp }) => ({
      name: anchor,
      authority,
      tenants: [{ name: `Tenants of ${anchor}`, fte: fteDisplayed, gvaGbp }],
    })),
  };

  it('comes to the published headline', () => {
    const { totals, headline } = resultOf(asGiven);
    expect(totals.gvaGbp).toBe(119_609_964);
    expect(totals.fte).toBe(1401);
    expect(headline).toEqual({ fte: 'approximately 1,400', gva: 'approximately £120m' });
  });

  it('could be 1,399 if four rows were halves that were rounded up one by one', () => {
    let halves = 4;
    const anchors = asGiven.anchors.map((anchor) => {
      const half = halves > 0;
      halves -= 1;
      return {
        ...anchor,
        tenants: anchor.tenants.map((tenant) => ({ ...tenant, fte: tenant.fte - (half ? 0.5 : 0) })),
      };
    });
    const { totals, anchors: rows } = resultOf({ anchors });
    expect(totals.fte).toBe(1399);
    expect(rows.reduce((total, { fte }) => total + Math.round(fte), 0)).toBe(1401);
  });

  it('asks the hard question about the one row above £200,000 per FTE', () => {
    const { issues } = resultOf(asGiven);
    const asked = issues.filter(({ mend }) => mend.includes('turnover or GVA'));
    expect(asked.map(({ where }) => where)).toEqual([{ path: 'anchors[0].tenants[0].gvaGbp' }]);
    expect(asked[0]?.found).toBe('£224,359 of GVA per FTE');
  });

  it('has three rows that the mode "as published in 2017" gives from workers alone', () => {
    for (const { workers, gvaGbp } of table1.commonRatio.rows) {
      const { gva } = tenantOf({ fte: workers }, { asPublished2017: true });
      expect(Math.round(gva.value ?? 0)).toBe(gvaGbp);
      expect(gva.verified).toBe(false);
    }
  });

  it('would be about £73m with the turnover of Royds turned into GVA', () => {
    const anchors = asGiven.anchors.map((anchor) =>
      anchor.name === 'Royds Community Association'
        ? { ...anchor, tenants: [{ name: 'Tenants of Royds', fte: 312, turnoverGbp: 70_000_000 }] }
        : anchor,
    );
    expect(resultOf({ anchors }).headline.gva).toBe('approximately £73m');
    const legacy = resultOf({ anchors }, { asPublished2017: true });
    expect(legacy.totals.gvaGbp).toBe(119_609_964);
    expect(legacy.asPublished2017).toBe(true);
    expect(legacy.issues[0]?.found).toContain('as published in 2017');
  });
});

function fail(): never {
  throw new Error('the tenant has no workings');
}
