import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import {
  chaseList,
  computeLm3,
  everyNode,
  type Lm3Project,
  type Lm3ProjectInput,
  type PlanOptionsInput,
  parseLm3Project,
  recompute,
  type SurveyDesign,
  type SurveyPlan,
  seededNumbers,
  surveyPlan,
} from '../../../core/index.ts';

type SupplierInput = NonNullable<Lm3ProjectInput['suppliers']>[number];

function project(input: Partial<Lm3ProjectInput>): Lm3Project {
  const parsed = parseLm3Project({ name: 'P', payroll: { local: 0, nonLocal: 0 }, ...input });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
}

function plan(input: Partial<Lm3ProjectInput>, options: PlanOptionsInput = {}): SurveyPlan {
  const planned = surveyPlan(project(input), options);
  if (!planned.ok) throw new Error(JSON.stringify(planned.issues));
  return planned.value;
}

const silent = (spend: number, local = true): SupplierInput => ({
  name: `S${spend}`,
  spend,
  local,
  respendShare: null,
});
const answered = (spend: number, respendShare: number, local = true): SupplierInput => ({
  ...silent(spend, local),
  respendShare,
});

/** Calderdale Council's payments of August 2022 by supplier, GBP; credits are taken off their supplier. */
function calderdale(): { name: string; spend: number }[] {
  const csv = readFileSync('docs/examples/calderdale-2022-08.csv', 'utf8');
  const pence = new Map<string, number>();
  for (const line of Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data) {
    const name = (line['Supplier(Beneficiary) Name'] ?? '').trim().toLowerCase();
    pence.set(name, (pence.get(name) ?? 0) + Math.round(Number(line['Net Amount']) * 100));
  }
  return [...pence].map(([name, amount]) => ({ name, spend: amount / 100 }));
}

/** Nobody knows from the file who is local: two in five are said to be, by a seeded stream. */
function calderdaleProject(): Partial<Lm3ProjectInput> {
  const next = seededNumbers(20_261_124);
  return {
    name: 'Calderdale, August 2022; who is local is made up',
    suppliers: calderdale().map((supplier) => ({
      ...supplier,
      local: next() / 2 ** 31 < 0.4,
      respendShare: null,
    })),
  };
}

describe('the fewest suppliers for shares of value', () => {
  it('are 23, 68 and 139 of 455 in Calderdale, August 2022', () => {
    const { reach, now, reading } = plan(calderdaleProject());
    expect(now.suppliers).toBe(455);
    expect(reach.map(({ suppliers }) => suppliers)).toEqual([23, 68, 139]);
    expect(reach[0]?.responseRateThen).toBeGreaterThanOrEqual(0.5);
    expect(reading.join(' ')).toContain('Ask these 23 first');
  });

  it('count the answers that are in, and suppliers that are not local too', () => {
    const { reach } = plan({ suppliers: [answered(50, 0.5), silent(30, false), silent(20)] });
    expect(reach.map(({ suppliers, responseRateThen }) => [suppliers, responseRateThen])).toEqual([
      [0, 0.5],
      [1, 0.8],
      [2, 1],
    ]);
  });

  it('take more questionnaires if not all are answered, or cannot be reached', () => {
    const suppliers = [silent(40), silent(30), silent(20), silent(10)];
    const { reach } = plan({ suppliers }, { answerRate: 0.8 });
    expect(reach.map(({ questionnaires }) => questionnaires)).toEqual([2, 4, null]);
  });
});

describe('all of the largest plus a random rest', () => {
  /** Mean half-width and bounds that the engine gives for surveys made up by a design. */
  function simulated(
    input: Lm3Project,
    { largest, random, largestChased }: SurveyDesign,
    answerRate: number,
  ) {
    const next = seededNumbers(7);
    const chance = () => next() / 2 ** 31;
    const bySize = input.suppliers
      .map((supplier, place) => ({ ...supplier, place }))
      .filter(({ spend }) => spend > 0)
      .sort((a, b) => b.spend - a.spend);
    const halfWidths: number[] = [];
    const widths: number[] = [];
    for (let run = 0; run < 250; run += 1) {
      const asked = new Set(bySize.slice(0, largest).map(({ place }) => place));
      for (const local of [true, false]) {
        const rest = bySize.slice(largest).filter((supplier) => supplier.local === local);
        for (let left = local ? random.local : random.nonLocal; left > 0; left -= 1) {
          const [drawn] = rest.splice(Math.floor(chance() * rest.length), 1);
          if (drawn) asked.add(drawn.place);
        }
      }
      const suppliers = input.suppliers.map((supplier, place) => ({
        ...supplier,
        respendShare: asked.has(place) && chance() < answerRate ? chance() : null,
      }));
      const result = computeLm3({ ...input, suppliers, settings: { ...input.settings, largestChased } });
      if (!result.ok) throw new Error(JSON.stringify(result.issues));
      widths.push(result.value.bounds.high - result.value.bounds.low);
      if (result.value.halfWidth !== null) halfWidths.push(result.value.halfWidth);
    }
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    return { halfWidth: mean(halfWidths), width: mean(widths), share: halfWidths.length / widths.length };
  }

  for (const [answerRate, budgets] of [
    [1, [20, 50, 100, 200]],
    [0.6, [100, 200]],
  ] as const) {
    it(`expects what simulated surveys bring when ${answerRate * 100}% answer`, () => {
      const input = calderdaleProject();
      for (const design of plan(input, { answerRate, budgets: [...budgets] }).designs) {
        const found = simulated(project(input), design, answerRate);
        const { halfWidth, boundsWidth, chanceOfInterval } = design.expected;
        expect(halfWidth, `${design.budget}`).not.toBeNull();
        expect((halfWidth ?? 0) / found.halfWidth).toBeGreaterThan(0.93);
        expect((halfWidth ?? 0) / found.halfWidth).toBeLessThan(1.07);
        expect(boundsWidth / found.width).toBeGreaterThan(0.97);
        expect(boundsWidth / found.width).toBeLessThan(1.03);
        expect(Math.abs(found.share - chanceOfInterval)).toBeLessThan(0.06);
      }
    });
  }

  it('gives what the engine gives when the answers are in already', () => {
    const suppliers = [0.1, 0.9, 0.4, 0.2, 0.7, 0.5].flatMap((share, index) => [
      answered(1000 + 300 * index, share),
      answered(900 + 200 * index, share / 3, false),
      silent(500 + index),
      silent(400 + index, false),
    ]);
    const { designs, now } = plan({ suppliers }, { budgets: [0] });
    const computed = computeLm3(project({ suppliers }));
    expect(computed.ok && computed.value.halfWidth).toBeCloseTo(designs[0]?.expected.halfWidth ?? -1, 12);
    expect(designs[0]?.expected.boundsWidth).toBeCloseTo(now.boundsWidth, 12);
  });

  it('takes no other split of 30 questionnaires to be better than the one it gives', () => {
    const suppliers = Array.from({ length: 60 }, (_, index) =>
      silent(Math.round(9e6 / (index + 1) ** 1.3), index % 3 > 0),
    );
    const [design] = plan({ suppliers }, { budgets: [30] }).designs;
    const input = project({ suppliers });
    const best = simulated(input, design as SurveyDesign, 1).halfWidth;
    for (const largest of [3, 9, 15]) {
      const rest = 30 - largest;
      const local = Math.round((rest * 2) / 3);
      const other = {
        ...(design as SurveyDesign),
        largest,
        largestChased: largest,
        random: { local, nonLocal: rest - local },
      };
      expect(simulated(input, other, 1).halfWidth).toBeGreaterThan(best * 0.97);
    }
  });

  it('asks at random for at least five answers of each kind, or gives the reason why there is no interval', () => {
    const suppliers = Array.from({ length: 40 }, (_, index) => silent(1000 - 20 * index, index % 2 === 0));
    const { designs } = plan({ suppliers }, { budgets: [0, 9, 10, 40] });
    expect(designs.map(({ expected }) => expected.halfWidth !== null)).toEqual([false, false, true, true]);
    expect(designs[1]).toMatchObject({ largest: 9, random: { local: 0, nonLocal: 0 } });
    expect(designs[1]?.noIntervalBecause).toContain('5 answers');
    expect(designs[2]?.random).toEqual({ local: 5, nonLocal: 5 });
    expect(designs[3]?.expected).toMatchObject({ halfWidth: 0, responseRate: 1 });
  });

  it('asks local suppliers only by the chain method', () => {
    const suppliers = Array.from({ length: 40 }, (_, index) => silent(1000 - 20 * index, index % 2 === 0));
    const { designs, chase, now, reading } = plan({ suppliers, method: 'chain' }, { budgets: [12, 40] });
    expect(now.askable).toBe(20);
    expect(designs.every(({ random }) => random.nonLocal === 0)).toBe(true);
    expect(designs[1]).toMatchObject({ sent: 20, expected: { boundsWidth: 0 } });
    expect(chase.slice(0, 20).every(({ local, narrows }) => local && narrows > 0)).toBe(true);
    expect(chase.slice(20).every(({ local, narrows }) => !local && narrows === 0)).toBe(true);
    expect(reading.join(' ')).toContain('20 of the 40 silent suppliers are worth asking');
  });

  it('takes the spread from the answers where there are five, and an assumption that is shown where not', () => {
    const suppliers = [
      ...[0.2, 0.3, 0.4, 0.5, 0.6].map((share, index) => answered(10 + index, share)),
      ...[0.1, 0.9].map((share, index) => answered(20 + index, share, false)),
      silent(100),
      silent(90, false),
    ];
    const { spread, assumptions } = plan({ suppliers }, { spread: 0.1 });
    expect(spread[0]).toEqual({ kind: 'local', deviation: Math.sqrt(0.025), answers: 5 });
    expect(spread[1]).toEqual({ kind: 'nonLocal', deviation: 0.1, answers: 0 });
    const words = assumptions.map(({ text }) => text).join(' ');
    expect(words).toContain('as among the 5 that have answered. The 10% that was entered is not used');
    expect(words).toContain('non-local suppliers differ by 10%');
    const wide =
      plan(calderdaleProject(), { budgets: [50], spread: 0.5 }).designs[0]?.expected.halfWidth ?? 0;
    const narrow =
      plan(calderdaleProject(), { budgets: [50], spread: 0.25 }).designs[0]?.expected.halfWidth ?? 1;
    expect(wide / narrow).toBeCloseTo(2, 9);
  });

  it('says that no survey brings an interval when silence counts as nothing', () => {
    const { designs } = plan({ suppliers: [silent(5), silent(4)], nonResponse: 'zero' }, { budgets: [1] });
    expect(designs[0]?.noIntervalBecause).toContain('set to re-spend nothing');
  });

  it('shows workings that can be redone', () => {
    for (const { workings } of plan(calderdaleProject()).designs) {
      for (const tree of Object.values(workings)) {
        for (const node of everyNode(tree)) expect(recompute(node)).toBeCloseTo(node.value, 6);
      }
    }
  });
});

describe('the draw of the rest', () => {
  it('follows a published generator: the 10,000th number from seed 1 is 399268537', () => {
    const next = seededNumbers(1);
    for (let count = 100; count < 9_999; count += 1) next();
    expect(next()).toBe(399_268_537);
  });

  it('draws the smallest numbers of each kind, the same for the same seed, more of them for more', () => {
    const input = calderdaleProject();
    const options = { budgets: [50, 100], listed: 500 };
    const first = plan(input, options);
    expect(plan(input, options)).toEqual(first);
    expect(plan(input, { ...options, seed: 2 }).designs[0]?.drawn).not.toEqual(first.designs[0]?.drawn);
    first.designs.forEach(({ largest, random, drawn }, index) => {
      for (const local of [true, false]) {
        const rest = first.chase.slice(largest).filter((step) => step.local === local);
        const smallest = [...rest]
          .sort((a, b) => (a.randomNumber ?? 0) - (b.randomNumber ?? 0))
          .slice(0, local ? random.local : random.nonLocal)
          .map(({ name }) => name);
        expect(drawn.filter((supplier) => supplier.local === local).map(({ name }) => name)).toEqual(
          smallest,
        );
        expect(
          rest
            .filter(({ asked }) => asked[index] === 'random')
            .map(({ name }) => name)
            .sort(),
        ).toEqual([...smallest].sort());
      }
    });
  });

  it('gives the numbers in the order of the list', () => {
    const next = seededNumbers(5);
    const { chase } = plan({ suppliers: [silent(1), answered(9, 1), silent(3), silent(2)] }, { seed: 5 });
    const expected = [next(), next(), next()].map((number) => number / (2 ** 31 - 1));
    expect(['S1', 'S3', 'S2'].map((name) => chase.find((step) => step.name === name)?.randomNumber)).toEqual(
      expected,
    );
  });
});

describe('the chase list', () => {
  const suppliers: SupplierInput[] = [
    silent(10),
    silent(50, false),
    silent(30),
    { ...silent(70), kind: 'internalRecharge' },
    { ...silent(-20), name: 'Credit' },
    silent(0),
    answered(10, 0.5),
  ];

  it('goes by what each answer takes off the bounds, without lines that do not count', () => {
    const { chase, now } = plan({ suppliers, payroll: { local: 100, nonLocal: 0 } });
    expect(chase.map(({ name, narrows }) => [name, narrows])).toEqual([
      ['S50', 0.25],
      ['S30', 0.15],
      ['S10', 0.05],
    ]);
    expect(now.boundsWidth).toBeCloseTo(0.45, 12);
    expect(chase.map(({ boundsWidthThen }) => boundsWidthThen.toFixed(2))).toEqual(['0.20', '0.05', '0.00']);
    expect(chase.map(({ responseRateThen }) => responseRateThen)).toEqual([0.6, 0.9, 1]);
  });

  it('is the same list on every face', () => {
    const ordinary = chaseList(project({ suppliers }));
    expect(ordinary.suppliers.map(({ name }) => name)).toEqual(['S50', 'S30', 'S10']);
    expect(ordinary).toMatchObject({ neededForHalf: 1, silent: 3 });
    const chain = chaseList(project({ suppliers, method: 'chain' }));
    expect(chain.suppliers.map(({ name, followed }) => [name, followed])).toEqual([
      ['S30', true],
      ['S10', true],
      ['S50', false],
    ]);
    expect(chain.neededForHalf).toBe(2);
  });

  it('goes by the head office where the settings do, and names agencies', () => {
    const input = project({
      method: 'chain',
      settings: { supplierPlace: 'headOffice' },
      payroll: {
        local: 0,
        nonLocal: 0,
        extras: [{ name: 'Agency', kind: 'agencyStaff', amount: 40, local: true }],
      },
      suppliers: [{ ...silent(50), headOfficeLocal: false }, silent(30)],
    });
    expect(chaseList(input).suppliers.map(({ name, local }) => [name, local])).toEqual([
      ['Agency', true],
      ['S30', true],
      ['S50', false],
    ]);
  });

  it('narrows the bounds by what the engine finds when the first one answers', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ pence: fc.integer({ min: 1, max: 1e8 }), local: fc.boolean() }), {
          minLength: 1,
          maxLength: 20,
        }),
        fc.constantFrom('allRecipients' as const, 'chain' as const),
        (lines, method) => {
          const input = project({
            method,
            payroll: { local: 500, nonLocal: 0 },
            suppliers: lines.map(({ pence, local }, index) => ({
              name: `S${index}`,
              spend: pence / 100,
              local,
              respendShare: null,
            })),
          });
          const planned = surveyPlan(input, { budgets: [1] });
          if (!planned.ok) throw new Error('no plan');
          const [first] = planned.value.chase;
          const after = computeLm3({
            ...input,
            suppliers: input.suppliers.map((supplier) =>
              supplier.name === first?.name ? { ...supplier, respendShare: 0.3 } : supplier,
            ),
          });
          if (!after.ok || !first) throw new Error('no result');
          expect(after.value.bounds.high - after.value.bounds.low).toBeCloseTo(first.boundsWidthThen, 9);
          expect(after.value.responseRate).toBeCloseTo(first.responseRateThen, 9);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('input that is out of the ordinary', () => {
  const payroll = { local: 100, nonLocal: 0 };

  it('finds nobody to ask where nobody is silent, or there are no suppliers', () => {
    const complete = plan({ suppliers: [answered(10, 0.5)] });
    expect(complete.reading).toEqual([
      'Every supplier that counts has answered, so there is nobody left to ask.',
    ]);
    expect([complete.designs, complete.chase]).toEqual([[], []]);
    const none = plan({ payroll });
    expect(none.reading).toEqual(['There is no spend with suppliers, so there is nobody to ask.']);
    expect(none.reach.every(({ suppliers }) => suppliers === 0)).toBe(true);
  });

  it('leaves credits out, and gives no plan where nothing else was spent', () => {
    const credits = [silent(-5), silent(-6)];
    expect(plan({ payroll, suppliers: credits }).chase).toEqual([]);
    const planned = surveyPlan(project({ suppliers: credits }));
    expect(planned.ok).toBe(false);
    expect(planned.issues[0]?.found).toContain('£0.00 in round 1');
  });

  it('asks nobody with 0 questionnaires, and everyone with more than there are, saying so', () => {
    const planned = surveyPlan(project({ suppliers: [silent(5), silent(4)] }), { budgets: [600, 0, 0] });
    if (!planned.ok) throw new Error('no plan');
    expect(planned.value.designs.map(({ budget, sent, largest }) => [budget, sent, largest])).toEqual([
      [0, 0, 0],
      [600, 2, 2],
    ]);
    expect(planned.issues[0]).toMatchObject({
      severity: 'warning',
      found: '600',
      where: { path: 'budgets' },
    });
  });

  it('refuses options that are no figures or out of range, each with its place', () => {
    const input = project({ suppliers: [silent(5)] });
    const places = (options: PlanOptionsInput) => {
      const planned = surveyPlan(input, options);
      return planned.ok ? [] : planned.issues.map(({ where }) => where.path);
    };
    expect(places({ budgets: [5, Number.NaN, -1, 2.5] })).toEqual(['budgets[1]', 'budgets[2]', 'budgets[3]']);
    expect(places({ budgets: [] })).toEqual(['budgets']);
    for (const answerRate of [0, 1.1, Number.NaN, -1, Number.POSITIVE_INFINITY]) {
      expect(places({ answerRate })).toEqual(['answerRate']);
    }
    expect(places({ spread: 0.51, seed: 0, listed: -1 })).toEqual(['spread', 'seed', 'listed']);
    expect(parseLm3Project({ name: 'P', payroll, suppliers: [silent(Number.NaN)] }).ok).toBe(false);
  });

  it('stays quick and without an interval when next to nobody answers', () => {
    const { designs } = plan(calderdaleProject(), { answerRate: 1e-12, budgets: [455] });
    expect(designs[0]?.expected.halfWidth).toBeNull();
    expect(designs[0]?.expected.boundsWidth).toBeCloseTo(1, 6);
  });

  it('plans for lines of one name as suppliers of their own, told apart by their place', () => {
    const { chase } = plan({ suppliers: [silent(7), silent(7), { ...silent(8), name: 'S7' }] });
    expect(chase.map(({ name, spend, where }) => [name, spend, where])).toEqual([
      ['S7', 8, 'suppliers[2]'],
      ['S7', 7, 'suppliers[0]'],
      ['S7', 7, 'suppliers[1]'],
    ]);
  });

  it('keeps every figure within its limits, whatever the suppliers', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            name: fc.constant('S'),
            spend: fc.integer({ min: -100, max: 1e7 }).map((pence) => pence / 100),
            local: fc.boolean(),
            respendShare: fc.option(fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100)),
          }),
          { maxLength: 60 },
        ),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        fc.constantFrom('allRecipients' as const, 'chain' as const),
        (suppliers, answerRate, method) => {
          const { designs, now } = plan(
            { payroll, suppliers, method },
            { answerRate, budgets: [0, 3, 12, 30, 80] },
          );
          let before = now.boundsWidth;
          for (const { sent, largest, random, drawn, expected, boundsWidthByLargestOnly } of designs) {
            expect(largest + random.local + random.nonLocal).toBe(sent);
            expect(drawn).toHaveLength(random.local + random.nonLocal);
            expect(expected.responseRate).toBeGreaterThanOrEqual(now.responseRate - 1e-9);
            expect(expected.responseRate).toBeLessThanOrEqual(1 + 1e-9);
            expect(boundsWidthByLargestOnly).toBeLessThanOrEqual(before + 1e-9);
            expect(boundsWidthByLargestOnly).toBeLessThanOrEqual(expected.boundsWidth + 1e-9);
            expect(expected.boundsWidth).toBeGreaterThanOrEqual(-1e-9);
            expect(expected.halfWidth === null || expected.halfWidth >= 0).toBe(true);
            before = boundsWidthByLargestOnly;
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
