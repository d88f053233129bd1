import { describe, expect, it } from 'vitest';
import { type Issue, parseEnabledProject } from '../../../core/index.ts';
import { resultOf, type TenantInput, tenantOf } from './tenants.ts';

const at = (field: string) => ({ path: `anchors[0].tenants[0].${field}` });

/** The warnings of one tenant, each with its place. */
function warnings(tenant: Omit<TenantInput, 'name'>): readonly Issue[] {
  return tenantOf(tenant).warnings;
}

describe('figures that do not fit together are warned of, with their place, and never mended', () => {
  const cases: [string, Omit<TenantInput, 'name'>, string, RegExp][] = [
    [
      'turnover in thousands, beside employees',
      { sic: '62.01', fte: 4, turnoverGbp: 480 },
      'turnoverGbp',
      /thousands of pounds, enter £480,000/,
    ],
    [
      'turnover in thousands, alone',
      { sic: '62.01', turnoverGbp: 480 },
      'turnoverGbp',
      /thousands of pounds/,
    ],
    [
      'turnover far too large',
      { sic: '62.01', fte: 1, turnoverGbp: 90_000_000 },
      'turnoverGbp',
      /pounds and of this tenant alone/,
    ],
    [
      'a floor area in square feet, beside employees',
      { sic: '62', useClass: 'B1a', fte: 5, floorspaceM2: 700 },
      'floorspaceM2',
      /square feet, enter 65 m²/,
    ],
    [
      'a floor area in square feet, beyond any density',
      { sic: '62', fte: 2, floorspaceM2: 900 },
      'floorspaceM2',
      /square feet/,
    ],
    [
      'a floor area in square feet, alone',
      { sic: '62', useClass: 'B1a', floorspaceM2: 5_000 },
      'floorspaceM2',
      /square feet, enter 464.5 m²/,
    ],
    [
      'a floor area that is too small',
      { sic: '62', fte: 30, floorspaceM2: 60 },
      'floorspaceM2',
      /m² and is all/,
    ],
    ['FTE above headcount', { sic: 'Q', fte: 12, headcount: 10 }, 'fte', /used as given/],
    [
      'FTE above full-time and part-time',
      { sic: 'Q', fte: 12, fullTime: 8, partTime: 3 },
      'fte',
      /used as given/,
    ],
    [
      'two numbers of employees',
      { sic: 'Q', headcount: 12, fullTime: 8, partTime: 3 },
      'headcount',
      /which of the two/,
    ],
    ['GVA above turnover', { sic: 'Q', fte: 3, gvaGbp: 120_000, turnoverGbp: 100_000 }, 'gvaGbp', /grants/],
    ['GVA per FTE above £200,000', { fte: 312, gvaGbp: 70_000_000 }, 'gvaGbp', /turnover or GVA/],
    ['GVA per FTE out of proportion', { sic: 'S', fte: 10, gvaGbp: 90_000 }, 'gvaGbp', /SIC code/],
    ['a code that SIC 2007 does not have', { sic: '99.99', fte: 3 }, 'sic', /all industries were used/],
    ['a code that has lost its zero', { sic: 1110, fte: 3 }, 'sic', /typed as text/],
    [
      'a density type that there is none of',
      { densityType: 'castle', floorspaceM2: 60, sic: 'R' },
      'densityType',
      /Use one of/,
    ],
    [
      'a use class without a density',
      { useClass: 'C2', floorspaceM2: 60, sic: 'Q' },
      'useClass',
      /number of employees/,
    ],
    ['beds of a hotel of no kind', { useClass: 'C1', beds: 10, sic: '55' }, 'useClass', /beds were not used/],
    ['a floor area without a kind', { floorspaceM2: 60, sic: 'Q' }, 'floorspaceM2', /not used/],
    ['nothing at all', {}, 'name', /number of employees first/],
  ];
  for (const [what, tenant, field, mend] of cases) {
    it(what, () => {
      const found = warnings(tenant);
      expect(found.map(({ where }) => where)).toContainEqual(at(field));
      const issue = found.find(({ where }) => where.path === at(field).path);
      expect(issue?.mend).toMatch(mend);
      expect(issue?.severity).toBe('warning');
    });
  }

  it('and figures that fit are not', () => {
    const fine: Omit<TenantInput, 'name'>[] = [
      { sic: '62.01', fte: 4, turnoverGbp: 600_000, useClass: 'B1a', floorspaceM2: 60, headcount: 5 },
      { sic: '47.11', fullTime: 3, partTime: 4, turnoverGbp: 1_200_000, headcount: 7 },
      { sic: '52.10', useClass: 'B8', floorspaceM2: 5_000, fte: 20 },
      { sic: '59.14', densityType: 'cinema', floorspaceM2: 4_000 },
    ];
    for (const tenant of fine) expect(warnings(tenant), JSON.stringify(tenant)).toEqual([]);
  });

  it('a landlord among its own tenants is left out', () => {
    const { anchors, totals, issues } = resultOf({
      anchors: [
        {
          name: 'Made-up Mill',
          tenants: [
            { name: ' made-up mill', fte: 9, gvaGbp: 300_000 },
            { name: 'T', fte: 1, gvaGbp: 40_000 },
          ],
        },
      ],
    });
    expect(totals).toMatchObject({ fte: 1, gvaGbp: 40_000, confidence: 'high' });
    expect(anchors[0]?.tenants[0]?.fteCountsIn).toEqual([]);
    expect(issues[0]?.where).toEqual(at('name'));
  });

  it('an anchor without tenants adds nothing and is told', () => {
    const { anchors, issues } = resultOf({ anchors: [{ name: 'Empty', tenants: [] }] });
    expect(anchors[0]).toMatchObject({ fte: 0, gvaGbp: 0, confidence: 'low', fteMethod: 'No workable data' });
    expect(issues[0]?.where).toEqual({ path: 'anchors[0].name' });
  });

  it('an anchor that is there twice is told', () => {
    const { issues } = resultOf({
      anchors: [
        { name: 'Mill', tenants: [{ name: 'T', fte: 1, gvaGbp: 50_000 }] },
        { name: 'mill', tenants: [{ name: 'U', fte: 1, gvaGbp: 50_000 }] },
      ],
    });
    expect(issues[0]?.found).toContain('twice among the anchors');
  });
});

describe('JSON that cannot be right is refused with its path', () => {
  const refuse = (tenant: object, anchor: object = {}) =>
    parseEnabledProject({ anchors: [{ name: 'A', tenants: [{ name: 'T', ...tenant }], ...anchor }] });
  const cases: [string, object, string, RegExp][] = [
    ['negative turnover', { turnoverGbp: -5 }, 'turnoverGbp', /turnover of one year in GBP from 0/],
    ['negative GVA', { gvaGbp: -1 }, 'gvaGbp', /GVA of one year in GBP from 0/],
    ['negative floor area', { floorspaceM2: -30 }, 'floorspaceM2', /floor area in m2 from 0 to 1,000,000/],
    ['a million employees', { headcount: 1_000_000 }, 'headcount', /people from 0 to 100,000/],
    ['an absurd floor area', { floorspaceM2: 1e9 }, 'floorspaceM2', /1,000,000/],
    ['text for a number', { fte: 'about 5' }, 'fte', /a number/],
    ['a measure that there is not', { areaBasis: 'gross' }, 'areaBasis', /"GEA", "GIA", "NIA"/],
  ];
  for (const [what, tenant, field, expected] of cases) {
    it(what, () => {
      const outcome = refuse(tenant);
      expect(outcome.ok).toBe(false);
      expect(outcome.issues[0]).toMatchObject({ severity: 'error', where: at(field) });
      expect(outcome.issues[0]?.expected).toMatch(expected);
    });
  }

  it('all of it at once', () => {
    const outcome = parseEnabledProject({
      anchors: [{ tenants: [{ name: 'T', fte: -1 }, { turnoverGbp: 'x' }] }],
    });
    expect(outcome.issues.map(({ where }) => where.path)).toEqual([
      'anchors[0].name',
      'anchors[0].tenants[0].fte',
      'anchors[0].tenants[1].name',
      'anchors[0].tenants[1].turnoverGbp',
    ]);
  });

  it('no anchors', () => {
    expect(parseEnabledProject({ anchors: [] }).issues[0]?.expected).toContain('at least one anchor');
    expect(parseEnabledProject({}).ok).toBe(false);
    expect(parseEnabledProject(null).ok).toBe(false);
  });

  it('and null says the same as leaving a figure out', () => {
    const outcome = refuse({ fte: null, turnoverGbp: null, sic: null, areaBasis: null });
    expect(outcome.ok && outcome.value.anchors[0]?.tenants[0]?.fte).toBeUndefined();
  });

  it('a mistyped field is told once, not for every tenant', () => {
    const outcome = parseEnabledProject({
      anchors: [
        {
          name: 'A',
          tenants: [
            { name: 'T', employees: 4 },
            { name: 'U', employees: 5 },
          ],
        },
      ],
    });
    expect(outcome.issues.map(({ where }) => where.path)).toEqual(['anchors[0].tenants[0].employees']);
  });
});
