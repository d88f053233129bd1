import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chaseList,
  computeLm3,
  everyNode,
  type Lm3Project,
  type Lm3ProjectInput,
  type Lm3Result,
  lm3Summary,
  parseLm3Project,
  predictionSpread,
  recompute,
  tallySuppliers,
} from '../../../core/index.ts';
import golden from '../../golden/lm3.json' with { type: 'json' };

function compute(input: Lm3ProjectInput): Lm3Result {
  const outcome = computeLm3(project(input));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

function project(input: unknown): Lm3Project {
  const parsed = parseLm3Project(input);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
}

const supplier = (spend: number, local: boolean, respendShare: number | null) => ({
  name: 'S',
  spend,
  local,
  respendShare,
});
const base = { name: 'P', payroll: { local: 0, nonLocal: 0 } };

describe('the constructed conformance case', () => {
  const { project: input, expected } = golden.conformance;
  const result = compute(input);

  it('gives every published figure of the case', () => {
    expect(result.round1).toBe(expected.round1);
    expect(result.round2).toBe(expected.round2);
    expect(result.round3Parts.localStaff + result.round3Parts.nonLocalStaff).toBeCloseTo(
      expected.round3Staff,
      8,
    );
    expect(result.round3Parts.localSuppliers).toBeCloseTo(expected.round3LocalSuppliers, 8);
    expect(result.round3Parts.nonLocalSuppliers).toBeCloseTo(expected.round3NonLocalSuppliers, 8);
    expect(result.round3).toBeCloseTo(expected.round3, 8);
    expect(result.lm2).toBeCloseTo(expected.lm2, 6);
    expect(result.lm3).toBeCloseTo(expected.lm3, 6);
    expect(result.bounds.low).toBeCloseTo(expected.bounds[0] ?? 0, 6);
    expect(result.bounds.high).toBeCloseTo(expected.bounds[1] ?? 0, 6);
    expect(result.responseRate).toBeCloseTo(expected.responseRate, 4);
    expect(compute({ ...input, method: 'chain' }).lm3).toBeCloseTo(expected.lm3Chain, 6);
  });

  it('gives the interval of the formula below the five-answer gate', () => {
    const { local, nonLocal } = tallySuppliers(project(input).suppliers);
    const spread = predictionSpread([local, nonLocal]);
    expect(local.answered.shareVariance).toBeCloseTo(expected.shareVariance, 12);
    expect(nonLocal.answered.shareVariance).toBeCloseTo(expected.shareVariance, 12);
    expect(spread.variance.inputs.map((part) => part.value)).toEqual([
      expect.closeTo(expected.varianceLocal, 4),
      expect.closeTo(expected.varianceNonLocal, 4),
    ]);
    expect(spread.degreesOfFreedom).toBeCloseTo(expected.degreesOfFreedom, 5);
    expect(spread.t).toBeCloseTo(expected.t, 5);
    expect(spread.standardError.value / result.round1).toBeCloseTo(expected.standardErrorOfLm3, 6);
    const reach = spread.halfWidth.value / result.round1;
    expect(result.lm3 - reach).toBeCloseTo(expected.intervalRaw[0] ?? 0, 6);
    expect(result.lm3 + reach).toBeCloseTo(expected.intervalRaw[1] ?? 0, 6);
    expect(Math.max(result.lm3 - reach, result.bounds.low)).toBeCloseTo(expected.intervalClipped[0] ?? 0, 6);
  });

  it('gives no interval in the product, and says how many answers there are', () => {
    expect(result.interval).toBeNull();
    expect(result.intervalReason).toContain('at least 5 answers');
    expect(result.intervalReason).toContain('3 from local suppliers and 3 from non-local suppliers');
    expect(result.rating).toBe('amber');
  });
});

describe('published figures', () => {
  for (const { name, local, respendShare, worth } of golden.published) {
    it(name, () => {
      const { round1, round2, round3 } = compute({
        ...base,
        suppliers: [supplier(1000, local, respendShare)],
      });
      expect((round2 + round3) / round1).toBeCloseTo(worth, 12);
    });
  }

  it('re-spends 40% of a pay bill of £200,000 as £80,000', () => {
    const { payBill, share, publishedRespend } = golden.staffAverage;
    const result = compute({
      ...base,
      payroll: { local: payBill, nonLocal: 0 },
      proxies: { localStaff: share },
    });
    expect(result.round3).toBeCloseTo(publishedRespend, 6);
  });

  it('counts round 1, so that the contradicted example is 2.00 and not 1.30', () => {
    expect(compute(golden.contradicted.project).lm3).toBeCloseTo(golden.contradicted.lm3, 12);
  });
});

describe('rules that the sources state', () => {
  it('gives 2.66 for pay to local staff only and 1.33 for pay to non-local staff only', () => {
    expect(compute({ ...base, payroll: { local: 5, nonLocal: 0 } }).lm3).toBeCloseTo(2.66, 12);
    expect(compute({ ...base, payroll: { local: 0, nonLocal: 5 } }).lm3).toBeCloseTo(1.33, 12);
  });

  it('lets round 3 exceed round 2 when non-local suppliers re-spend in the area', () => {
    const result = compute({ ...base, suppliers: [supplier(100, false, 0.5)] });
    expect(result.round3).toBeGreaterThan(result.round2);
  });

  it('keeps a surplus in round 1 and counts it as not local', () => {
    const result = compute({ ...base, payroll: { local: 60, nonLocal: 0 }, income: 100 });
    expect(result.round1).toBe(100);
    expect(result.lm3).toBeCloseTo((100 + 60 + 0.66 * 60) / 100, 12);
    expect(result.assumptions.map((assumption) => assumption.id)).toContain('surplus');
  });

  it('stops with both sums when more was spent than came in', () => {
    const outcome = computeLm3(project({ ...base, payroll: { local: 60, nonLocal: 41 }, income: 100 }));
    expect(outcome.ok).toBe(false);
    expect(outcome.issues[0]?.found).toContain('£100.00');
    expect(outcome.issues[0]?.found).toContain('£101.00');
  });

  it('lets rounding of half a penny pass', () => {
    expect(computeLm3(project({ ...base, payroll: { local: 100.004, nonLocal: 0 }, income: 100 })).ok).toBe(
      true,
    );
    expect(computeLm3(project({ ...base, payroll: { local: 100.006, nonLocal: 0 }, income: 100 })).ok).toBe(
      false,
    );
  });

  it('refuses a project without any spending', () => {
    expect(computeLm3(project(base)).ok).toBe(false);
  });

  it('leaves out suppliers with a net credit, and prints their sum', () => {
    const result = compute({ ...base, suppliers: [supplier(100, true, 0.5), supplier(-40, true, 0.5)] });
    expect(result.round1).toBe(100);
    expect(result.leftOut).toEqual([{ kind: 'credit', suppliers: 1, total: -40 }]);
    expect(result.issues[0]?.found).toContain('-£40.00');
  });

  it('counts other direct costs in round 1 only, unless they are marked local', () => {
    const cost = { name: 'Rates', amount: 100 };
    expect(compute({ ...base, otherDirectCosts: [cost] }).lm3).toBe(1);
    expect(compute({ ...base, otherDirectCosts: [{ ...cost, local: true }] }).lm3).toBe(2);
  });
});

describe('suppliers that have not answered', () => {
  const three = [supplier(10, true, 0.2), supplier(10, true, 0.4), supplier(20, true, 0.6)];

  it('count at the spend-weighted ratio of their own kind when it has three answers', () => {
    const result = compute({ ...base, suppliers: [...three, supplier(100, true, null)] });
    expect(result.round3Parts.localSuppliers).toBeCloseTo(18 + 100 * (18 / 40), 10);
  });

  it('count at the ratio of all answers when their own kind has fewer than three', () => {
    const result = compute({
      ...base,
      suppliers: [...three, supplier(10, false, 0), supplier(100, false, null)],
    });
    expect(result.round3Parts.nonLocalSuppliers).toBeCloseTo(100 * (18 / 50), 10);
    expect(result.assumptions.some((a) => a.because.includes('3 are needed'))).toBe(true);
  });

  it('count as nothing when nobody has answered, and the headline says at least', () => {
    const result = compute({ ...base, suppliers: [supplier(100, true, null)] });
    expect(result.round3).toBe(0);
    expect(result.lm3).toBe(result.bounds.low);
    expect(lm3Summary(result).headline).toContain('at least 2.00');
  });

  it('count as nothing when the project says so, with the same bounds and no interval', () => {
    const suppliers = [...three, supplier(100, true, null)];
    const zero = compute({ ...base, suppliers, nonResponse: 'zero' });
    const extrapolated = compute({ ...base, suppliers });
    expect(zero.round3).toBeCloseTo(18, 10);
    expect(zero.bounds).toEqual(extrapolated.bounds);
    expect(zero.interval).toBeNull();
  });

  it('of the other kind are not followed by the chain method, and do not widen its bounds', () => {
    const result = compute({ ...base, method: 'chain', suppliers: [...three, supplier(100, false, null)] });
    expect(result.round3Parts.nonLocalSuppliers).toBe(0);
    expect(result.bounds.low).toBe(result.bounds.high);
    expect(result.interval).toEqual({ level: 0.95, low: result.lm3, high: result.lm3, method: 'complete' });
    expect(result.responseRate).toBeCloseTo(40 / 140, 12);
  });

  it('one large one widens the interval more than many small ones of the same sum', () => {
    const answers = [0.1, 0.5, 0.3, 0.7, 0.4].map((share) => supplier(100, true, share));
    const width = (silent: ReturnType<typeof supplier>[]) => {
      const { interval } = compute({
        ...base,
        payroll: { local: 5000, nonLocal: 0 },
        suppliers: [...answers, ...silent],
      });
      return (interval?.high ?? 0) - (interval?.low ?? 0);
    };
    const one = width([supplier(100, true, null)]);
    const many = width(Array.from({ length: 100 }, () => supplier(1, true, null)));
    expect(many).toBeGreaterThan(0);
    expect(one).toBeGreaterThan(many * 1.5);
  });
});

describe('rating', () => {
  const answers = [0.1, 0.5, 0.3, 0.7, 0.4].map((share) => supplier(100, true, share));

  it('is green with half of value answered, an interval and narrow bounds', () => {
    const result = compute({
      ...base,
      payroll: { local: 5000, nonLocal: 0 },
      suppliers: [...answers, supplier(500, true, null)],
    });
    expect(result.responseRate).toBe(0.5);
    expect(result.rating).toBe('green');
  });

  it('is amber with wide bounds, and names the rule of LM3 Online that differs', () => {
    const result = compute({ ...base, suppliers: [...answers, supplier(500, true, null)] });
    expect(result.rating).toBe('amber');
    expect(lm3Summary(result).sentences.join(' ')).toContain('would call it reportable');
  });

  it('is red below half of value', () => {
    const result = compute({ ...base, suppliers: [...answers, supplier(500.01, true, null)] });
    expect(result.rating).toBe('red');
  });

  it('is green without any supplier spend, since nothing is missing', () => {
    const result = compute({ ...base, payroll: { local: 1, nonLocal: 1 } });
    expect([result.responseRate, result.rating, result.interval?.method]).toEqual([1, 'green', 'complete']);
  });
});

describe('whom to ask first', () => {
  it('lists the largest silent suppliers that bring half of the value', () => {
    const { suppliers, neededForHalf, silent } = chaseList({
      suppliers: [
        supplier(10, true, 0.5),
        supplier(50, false, null),
        supplier(30, true, null),
        supplier(10, true, null),
      ],
    });
    expect(suppliers.map(({ spend }) => spend)).toEqual([50, 30, 10]);
    expect([neededForHalf, silent]).toEqual([1, 3]);
    expect(suppliers[0]?.responseRateThen).toBeCloseTo(0.6, 12);
  });
});

const money = fc.integer({ min: 0, max: 100_000_000 }).map((pence) => pence / 100);
const anySupplier = fc.record({
  name: fc.constant('S'),
  spend: money,
  local: fc.boolean(),
  respendShare: fc.option(fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100)),
});
const anyProject = fc
  .record({
    name: fc.constant('P'),
    method: fc.constantFrom('allRecipients' as const, 'chain' as const),
    nonResponse: fc.constantFrom('extrapolate' as const, 'zero' as const),
    payroll: fc.record({ local: money, nonLocal: money }),
    otherDirectCosts: fc.array(fc.record({ name: fc.constant('C'), amount: money, local: fc.boolean() }), {
      maxLength: 4,
    }),
    suppliers: fc.array(anySupplier, { maxLength: 40 }),
  })
  .filter((input) => computeLm3(project(input)).ok);

describe('whatever the project', () => {
  it('keeps 0 <= round 2 <= round 1, 0 <= round 3 <= round 1 and 1 <= LM3 <= 3', () => {
    fc.assert(
      fc.property(anyProject, (input) => {
        const { round1, round2, round3, lm3 } = compute(input);
        const slack = round1 * 1e-12;
        expect(round2).toBeGreaterThanOrEqual(0);
        expect(round2).toBeLessThanOrEqual(round1 + slack);
        expect(round3).toBeGreaterThanOrEqual(0);
        expect(round3).toBeLessThanOrEqual(round1 + slack);
        expect(lm3).toBeGreaterThanOrEqual(1);
        expect(lm3).toBeLessThanOrEqual(3 + 1e-12);
      }),
    );
  });

  it('puts LM3 and its interval inside the bounds, whose width is silent spend over round 1', () => {
    fc.assert(
      fc.property(anyProject, (input) => {
        const { lm3, bounds, interval, round1 } = compute(input);
        const silent = input.suppliers.filter(
          (s) => s.respendShare === null && (s.local || input.method === 'allRecipients'),
        );
        const width = silent.reduce((total, s) => total + s.spend, 0) / round1;
        expect(bounds.high - bounds.low).toBeCloseTo(width, 9);
        expect(lm3).toBeGreaterThanOrEqual(bounds.low - 1e-12);
        expect(lm3).toBeLessThanOrEqual(bounds.high + 1e-12);
        if (interval) {
          expect(interval.low).toBeGreaterThanOrEqual(bounds.low - 1e-12);
          expect(interval.high).toBeLessThanOrEqual(bounds.high + 1e-12);
          expect(interval.low).toBeLessThanOrEqual(lm3 + 1e-12);
          expect(interval.high).toBeGreaterThanOrEqual(lm3 - 1e-12);
        }
      }),
    );
  });

  it('gives the same LM3 in any order of the suppliers, and when a payment is split in two', () => {
    fc.assert(
      fc.property(anyProject, fc.nat(), (input, seed) => {
        const shuffled = [...input.suppliers].sort(
          (a, b) => ((a.spend * 7919 + seed) % 101) - ((b.spend * 7919 + seed) % 101),
        );
        const { lm3 } = compute(input);
        expect(compute({ ...input, suppliers: shuffled }).lm3).toBeCloseTo(lm3, 12);
        const split = {
          ...input,
          payroll: input.payroll,
          otherDirectCosts: input.otherDirectCosts.flatMap((cost) => [
            { ...cost, amount: cost.amount / 4 },
            { ...cost, amount: (cost.amount / 4) * 3 },
          ]),
        };
        expect(compute(split).lm3).toBeCloseTo(lm3, 12);
      }),
    );
  });

  it('never lowers LM2 when one more supplier counts as local', () => {
    fc.assert(
      fc.property(anyProject, fc.nat(), (input, pick) => {
        fc.pre(input.suppliers.length > 0);
        const index = pick % input.suppliers.length;
        const suppliers = input.suppliers.map((s, i) => (i === index ? { ...s, local: true } : s));
        expect(compute({ ...input, suppliers }).lm2).toBeGreaterThanOrEqual(compute(input).lm2 - 1e-12);
      }),
    );
  });

  it('shows workings in which every figure follows from its inputs', () => {
    fc.assert(
      fc.property(anyProject, (input) => {
        const { workings, otherWorkings, lm3 } = compute(input);
        expect(workings.value).toBe(lm3);
        for (const tree of [workings, ...Object.values(otherWorkings)]) {
          for (const node of everyNode(tree)) expect(recompute(node)).toBe(node.value);
        }
      }),
    );
  });
});

describe('bad projects', () => {
  const cases: [string, unknown, string, string][] = [
    ['a share of 140', { ...base, suppliers: [supplier(1, true, 140)] }, 'suppliers[0].respendShare', '140'],
    ['negative payroll', { ...base, payroll: { local: -5, nonLocal: 0 } }, 'payroll.local', '-5'],
    [
      'text in a number',
      { ...base, suppliers: [{ ...supplier(1, true, 0), spend: 'lots' }] },
      'suppliers[0].spend',
      '"lots"',
    ],
    ['an unknown method', { ...base, method: 'guess' }, 'method', '"guess"'],
    ['no payroll', { name: 'P' }, 'payroll', 'nothing'],
    ['NaN', { ...base, payroll: { local: Number.NaN, nonLocal: 0 } }, 'payroll.local', 'NaN'],
    [
      'infinity',
      { ...base, payroll: { local: Number.POSITIVE_INFINITY, nonLocal: 0 } },
      'payroll.local',
      'Infinity',
    ],
  ];
  for (const [what, input, path, found] of cases) {
    it(`name the place of ${what}`, () => {
      const outcome = parseLm3Project(input);
      expect(outcome.ok).toBe(false);
      expect(outcome.issues).toContainEqual(expect.objectContaining({ where: { path }, found }));
    });
  }

  it('do not hide a mistyped field', () => {
    const outcome = parseLm3Project({
      ...base,
      nonresponse: 'zero',
      suppliers: [{ ...supplier(1, true, 0), respend: 1 }],
    });
    expect(outcome.ok).toBe(true);
    expect(outcome.issues.map((issue) => issue.where.path)).toEqual(['nonresponse', 'suppliers[0].respend']);
  });

  it('list everything at once, and anything at all gets a list, never an exception', () => {
    const outcome = parseLm3Project({ name: '', payroll: { local: -1, nonLocal: 'x' }, suppliers: [{}] });
    expect(outcome.issues.length).toBeGreaterThanOrEqual(6);
    fc.assert(fc.property(fc.anything(), (input) => void parseLm3Project(input)));
  });
});
