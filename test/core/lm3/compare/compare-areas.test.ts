import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AreaComparison,
  compareAreas,
  computeLm3,
  type Lm3ProjectInput,
  parseLm3Project,
  rankAreas,
} from '../../../../core/index.ts';
import golden from '../../../golden/lm3.json' with { type: 'json' };

function parsed(input: unknown) {
  const project = parseLm3Project(input);
  if (!project.ok) throw new Error(JSON.stringify(project.issues));
  return project.value;
}

function compare(input: unknown): AreaComparison {
  const outcome = compareAreas(parsed(input));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

const conformance = golden.conformance.project;
const share = (own: number | null, by: number) => (own === null ? null : Math.min(own * by, 1));

/** The case in a district, with a ward inside it and a county round it. */
const nested = {
  ...conformance,
  area: 'District',
  areaKind: 'district',
  population: 200_000,
  areas: [
    { name: 'County', kind: 'county', population: 900_000, payrollLocal: 95_000 },
    { name: 'Ward', kind: 'ward', population: 12_000, payrollLocal: 30_000 },
  ],
  suppliers: conformance.suppliers.map((supplier) => ({
    ...supplier,
    areas: {
      County: { local: supplier.name !== 'N4', respendShare: share(supplier.respendShare, 1.2) },
      Ward: { local: ['L1', 'L4'].includes(supplier.name), respendShare: share(supplier.respendShare, 0.5) },
    },
  })),
};

describe('several areas', () => {
  const comparison = compare(nested);
  const byName = new Map(comparison.areas.map((area) => [area.name, area.result]));

  it('stand side by side from the smallest to the largest, with kind and population', () => {
    expect(comparison.areas.map(({ name, size, own }) => [name, size, own])).toEqual([
      ['Ward', 'Ward, population 12,000', false],
      ['District', 'District or council area, population 200,000', true],
      ['County', 'County, population 900,000', false],
    ]);
    expect(comparison.issues).toEqual([]);
  });

  it('count staff by the pay of those who live there, and suppliers by their entry for the area', () => {
    expect(byName.get('District')?.round2).toBe(200_000);
    expect(byName.get('Ward')?.round2).toBe(30_000 + 50_000 + 15_000);
    expect(byName.get('County')?.round2).toBe(95_000 + 120_000 + 80_000);
    expect(byName.get('Ward')?.round1).toBe(350_000);
    expect(byName.get('County')?.round3Parts.nonLocalSuppliers).toBeCloseTo(
      // Only N4 is not local in the county; it is silent, and no non-local supplier answered.
      30_000 * ((1.2 * (0.7 * 5 + 0.4 * 3 + 0.55 * 2 + 0.2 * 4 + 0.05 * 2.5 + 0.35 * 1.5)) / 18),
      6,
    );
  });

  it('are the project itself where it is the own area', () => {
    const own = computeLm3(parsed(nested));
    expect(own.ok && own.value.lm3).toBe(byName.get('District')?.lm3);
  });

  it('are not ranked when they are unlike, and the reason is told', () => {
    expect(comparison.ranking.allowed).toBe(false);
    const ranked = rankAreas(comparison);
    expect(ranked.ok).toBe(false);
    expect(ranked.issues[0]?.found).toContain('Ward (Ward, population 12,000)');
    expect(ranked.issues[0]?.mend).toContain('A larger area holds more of any money');
    expect(comparison.ranking.source.title).toContain('Chang');
  });

  it('may be ranked when they are of one kind and size', () => {
    const areas = [{ name: 'Next', kind: 'district', population: 210_000, payrollLocal: 5_000 }];
    const suppliers = conformance.suppliers.map((supplier) => ({
      ...supplier,
      areas: { Next: { local: false, respendShare: supplier.respendShare } },
    }));
    const ranked = rankAreas(compare({ ...nested, areas, suppliers }));
    expect(ranked.ok && ranked.value.map(({ name }) => name)).toEqual(['District', 'Next']);
    const larger = [{ ...areas[0], population: 250_000 }];
    expect(compare({ ...nested, areas: larger, suppliers }).ranking.reason).toContain('population differs');
  });

  it('warn of suppliers that an inner area has and the outer one has not', () => {
    const suppliers = nested.suppliers.map((supplier) => ({
      ...supplier,
      areas: {
        ...supplier.areas,
        County:
          supplier.name === 'L2'
            ? { local: false, respendShare: 0.4 }
            : supplier.name === 'N1'
              ? { local: true, respendShare: 0.1 }
              : supplier.areas.County,
      },
    }));
    const found = compare({ ...nested, suppliers }).issues.map((issue) => issue.found);
    expect(found).toContain('"L2" with local in District but not in County');
    expect(found).toContain('"N1" with a re-spend share of 20% in District and 10% in County');
    expect(found).toHaveLength(2);
  });

  it('warn of fewer local staff in the outer area', () => {
    const areas = nested.areas.map((area) =>
      area.name === 'County' ? { ...area, payrollLocal: 70_000 } : area,
    );
    const [issue] = compare({ ...nested, areas }).issues;
    expect(issue?.found).toContain(
      '£80,000.00 of pay to staff who live in District and £70,000.00 in County',
    );
  });

  it('do not check areas that lie side by side', () => {
    const areas = [{ name: 'County', kind: 'district', payrollLocal: 1 }];
    const suppliers = conformance.suppliers.map((supplier) => ({
      ...supplier,
      areas: { County: { local: false, respendShare: 0 } },
    }));
    expect(compare({ ...nested, areas, suppliers }).issues).toEqual([]);
  });

  it('say how much spend is not placed, and count it as not local', () => {
    const suppliers = nested.suppliers.map(({ areas, ...rest }) =>
      rest.name === 'L1' ? { ...rest, areas: { Ward: areas.Ward } } : { ...rest, areas },
    );
    const { issues, areas } = compare({ ...nested, suppliers });
    expect(issues.map(({ found }) => found)).toContain('nothing about County for 1 supplier paid £50,000.00');
    expect(areas[2]?.result.round2).toBe(95_000 + 70_000 + 80_000);
  });

  it('do without the staff survey, which asked about one area, and say so', () => {
    const staffSurvey = [1, 2, 3, 4, 5].map((answer) => ({
      answer: `${answer}`,
      local: true,
      respendShare: 0.5,
    }));
    const [ward, own] = compare({ ...nested, staffSurvey }).areas;
    expect(own?.result.round3Parts.localStaff).toBeCloseTo(40_000, 9);
    expect(ward?.result.round3Parts.localStaff).toBeCloseTo(0.66 * 30_000, 9);
    expect(ward?.result.assumptions.map(({ id }) => id)).toContain('area.staffSurvey');
  });

  it('keep round 1 when tax is taken off pay', () => {
    const payroll = { ...conformance.payroll, entered: 'gross', tax: { local: 16_000, nonLocal: 8_000 } };
    const rounds = compare({ ...nested, payroll }).areas.map(({ result }) => result);
    expect(rounds.map(({ round1 }) => round1)).toEqual([326_000, 326_000, 326_000]);
    expect(rounds[0]?.round2Parts.localStaff).toBeCloseTo(30_000 * 0.8, 9);
    expect(rounds[2]?.round2Parts.localStaff).toBeCloseTo(64_000 + 15_000 * 0.6, 9);
  });

  it('need more than one area', () => {
    const outcome = compareAreas(parsed(conformance));
    expect(outcome.ok).toBe(false);
    expect(outcome.issues[0]?.mend).toContain('Add areas');
  });
});

describe('whatever the spending', () => {
  const money = fc.integer({ min: 0, max: 1_000_000 }).map((pence) => pence / 100);
  const suppliers = fc.array(
    // From which of the three areas on a supplier is local: 3 is none of them.
    fc.record({
      spend: money,
      from: fc.integer({ min: 0, max: 3 }),
      respendShare: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    }),
    { maxLength: 15 },
  );
  const pay = fc.tuple(money, money, money, money);

  it('a wider area never has a smaller LM2, and round 1 is the same everywhere', () => {
    fc.assert(
      fc.property(suppliers, pay, fc.boolean(), (list, [ward, district, county, rest], taxed) => {
        const input: Lm3ProjectInput = {
          name: 'P',
          area: 'District',
          areaKind: 'district',
          payroll: {
            local: ward + district,
            nonLocal: county + rest,
            ...(taxed
              ? {
                  entered: 'gross' as const,
                  tax: { local: (ward + district) / 4, nonLocal: (county + rest) / 3 },
                }
              : {}),
          },
          otherDirectCosts: [{ name: 'Rates', amount: 5, local: true }],
          areas: [
            { name: 'County', kind: 'county', payrollLocal: ward + district + county },
            { name: 'Ward', kind: 'ward', payrollLocal: ward },
          ],
          suppliers: list.map(({ spend, from, respendShare }, index) => ({
            name: `S${index}`,
            spend,
            local: from <= 1,
            respendShare,
            areas: { Ward: { local: from === 0, respendShare }, County: { local: from <= 2, respendShare } },
          })),
        };
        const { areas, issues } = compare(input);
        expect(areas.map(({ name }) => name)).toEqual(['Ward', 'District', 'County']);
        expect(issues).toEqual([]);
        const [inner, own, outer] = areas.map(({ result }) => result);
        expect(own?.lm2).toBeGreaterThanOrEqual((inner?.lm2 ?? 9) - 1e-12);
        expect(outer?.lm2).toBeGreaterThanOrEqual((own?.lm2 ?? 9) - 1e-12);
        expect(inner?.round1).toBeCloseTo(own?.round1 ?? 0, 6);
        expect(outer?.round1).toBeCloseTo(own?.round1 ?? 0, 6);
      }),
      { numRuns: 100 },
    );
  });
});
