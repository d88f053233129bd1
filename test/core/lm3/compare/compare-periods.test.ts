import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  comparePeriods,
  everyNode,
  type Lm3ProjectInput,
  type PeriodComparison,
  parseLm3Project,
  recompute,
} from '../../../../core/index.ts';
import golden from '../../../golden/lm3.json' with { type: 'json' };

function parsed(input: unknown) {
  const project = parseLm3Project(input);
  if (!project.ok) throw new Error(JSON.stringify(project.issues));
  return project.value;
}

const outcomeOf = (...inputs: readonly unknown[]) => comparePeriods(inputs.map(parsed));

function compare(...inputs: readonly unknown[]): PeriodComparison {
  const outcome = outcomeOf(...inputs);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

const first = { ...golden.conformance.project, name: 'Case', period: '2024' };
/** N1's work goes to a local supplier that re-spends 0.5, L4 answers, more pay is local. */
const second = {
  ...first,
  period: '2025',
  payroll: { local: 90_000, nonLocal: 20_000 },
  suppliers: [
    ...first.suppliers
      .filter(({ name }) => name !== 'N1')
      .map((supplier) =>
        supplier.name === 'L4' ? { ...supplier, name: 'l4', respendShare: 0.9 } : supplier,
      ),
    { name: 'New', spend: 40_000, local: true, respendShare: 0.5 },
  ],
};

const partsOf = (comparison: PeriodComparison) =>
  new Map(comparison.changes[0]?.parts.map(({ id, change }) => [id, change]));

describe('two periods', () => {
  const comparison = compare(first, second);
  const [change] = comparison.changes;

  it('stand side by side with the change between them', () => {
    expect(comparison.periods.map(({ label }) => label)).toEqual(['2024', '2025']);
    expect(change?.lm3).toBeCloseTo(
      (comparison.periods[1]?.result.lm3 ?? 0) - (comparison.periods[0]?.result.lm3 ?? 0),
      12,
    );
    expect(comparison.overall).toBeUndefined();
    expect(comparison.issues).toEqual([]);
  });

  it('split the change into parts that add up to it', () => {
    const parts = change?.parts ?? [];
    expect(parts.reduce((sum, part) => sum + part.change, 0)).toBeCloseTo(change?.lm3 ?? 9, 12);
    expect(partsOf(comparison).get('round2.staff')).toBeCloseTo(90 / 360 - 80 / 350, 12);
    expect(partsOf(comparison).get('round2.suppliers')).toBeCloseTo(160 / 360 - 120 / 350, 12);
  });

  it('explain every part', () => {
    for (const node of everyNode(change?.workings ?? ({} as never))) {
      expect(node.value, node.label).toBeCloseTo(recompute(node), 12);
    }
  });

  it('name the suppliers that moved it most, matched without regard to case', () => {
    const { most, others } = change?.suppliers ?? { most: [], others: { count: 0, change: 0 } };
    expect(most[0]).toMatchObject({ name: 'New', from: null, to: { spend: 40_000, answered: true } });
    expect(most.find(({ name }) => name === 'N1')).toMatchObject({ to: null, from: { respendShare: 0.2 } });
    expect(most.find(({ name }) => name === 'l4')?.from?.answered).toBe(false);
    const bySuppliers = most.reduce((sum, { change: part }) => sum + part, 0) + others.change;
    const parts = partsOf(comparison);
    const ofStaff = (parts.get('round2.staff') ?? 0) + (parts.get('round3.staff') ?? 0);
    expect(bySuppliers).toBeCloseTo((change?.lm3 ?? 9) - ofStaff, 12);
  });

  it('put the change down to the part that changed, and to no other', () => {
    const only = (changed: object) =>
      [...partsOf(compare(first, { ...first, period: '2025', ...changed }))]
        .filter(([, part]) => Math.abs(part) > 1e-12)
        .map(([id]) => id);
    const complete = first.suppliers.map((supplier) => ({
      ...supplier,
      respendShare: supplier.respendShare ?? 0.3,
    }));
    const answeredOnly = (from: object[], to: object[]) =>
      [...partsOf(compare({ ...first, suppliers: from }, { ...first, suppliers: to }))]
        .filter(([, part]) => Math.abs(part) > 1e-12)
        .map(([id]) => id);
    expect(only({ payroll: { local: 70_000, nonLocal: 30_000 } })).toEqual(['round2.staff', 'round3.staff']);
    expect(only({ otherDirectCosts: [{ name: 'Other', amount: 20_000, local: true }] })).toEqual([
      'round2.otherCosts',
    ]);
    expect(
      answeredOnly(
        complete,
        complete.map((one) => (one.name === 'L1' ? { ...one, respendShare: 0.2 } : one)),
      ),
    ).toEqual(['round3.answers']);
  });

  it('say that overlapping bounds may hide nothing but silence', () => {
    const nearly = { ...first, period: '2025', payroll: { local: 81_000, nonLocal: 19_000 } };
    const [small] = compare(first, nearly).changes;
    expect(small?.boundsOverlap).toBe(true);
    expect(small?.sentences.join(' ')).toContain('may be nothing but silence');
    const apart = { ...first, period: '2025', payroll: { local: 0, nonLocal: 100_000 } };
    const [large] = compare(first, apart).changes;
    expect(large?.boundsOverlap).toBe(false);
    expect(large?.sentences.join(' ')).toContain('LM3 did change');
    const all = first.suppliers.map((supplier) => ({ ...supplier, respendShare: 0.5 }));
    const [known] = compare({ ...first, suppliers: all }, { ...nearly, suppliers: all }).changes;
    expect(known?.sentences.join(' ')).toContain('none of silence');
  });
});

describe('periods that must not be mixed', () => {
  it('are refused when method, tax mode or kind of area differ, with how to mend it', () => {
    const chain = outcomeOf(first, { ...second, method: 'chain' });
    expect(chain.ok).toBe(false);
    expect(chain.issues[0]).toMatchObject({
      severity: 'error',
      where: { path: 'method' },
      found: '“All recipients” in 2024 and “Chain” in 2025',
    });
    const payroll = { ...second.payroll, entered: 'gross' };
    const taxed = outcomeOf(first, { ...second, payroll, settings: { taxMode: 'leakage' } });
    expect(taxed.ok).toBe(false);
    expect(taxed.issues[0]?.where.path).toBe('settings.taxMode');
    const radius = outcomeOf(
      { ...first, areaKind: 'radius', radiusKm: 10 },
      { ...second, areaKind: 'radius', radiusKm: 12 },
    );
    expect(radius.issues[0]?.found).toBe('“10 km” in 2024 and “12 km” in 2025');
  });

  it('are warned about when other choices differ', () => {
    const { issues } = compare(
      { ...first, area: 'Here', income: 400_000 },
      {
        ...second,
        area: 'There',
        nonResponse: 'zero',
        proxies: { localStaff: 0.7 },
        settings: { vat: 'included', largestChased: 2 },
      },
    );
    expect(issues.map(({ where, severity }) => [where.path, severity])).toEqual([
      ['area', 'warning'],
      ['settings.vat', 'warning'],
      ['settings.largestChased', 'warning'],
      ['nonResponse', 'warning'],
      ['proxies.localStaff', 'warning'],
      ['income', 'warning'],
    ]);
  });

  it('need two at least, and different ones', () => {
    expect(outcomeOf(first).ok).toBe(false);
    expect(outcomeOf().issues[0]?.found).toBe('no period');
    expect(compare(first, first).issues[0]?.found).toBe('the period 2024 twice');
  });
});

describe('three periods', () => {
  it('give each step and the whole way', () => {
    const third = { ...first, period: '2026', payroll: { local: 99_000, nonLocal: 1_000 } };
    const { changes, overall } = compare(first, second, third);
    expect(changes.map(({ from, to }) => `${from}-${to}`)).toEqual(['2024-2025', '2025-2026']);
    expect(overall?.from).toBe('2024');
    expect(overall?.lm3).toBeCloseTo((changes[0]?.lm3 ?? 9) + (changes[1]?.lm3 ?? 9), 12);
  });
});

const money = fc.integer({ min: 1, max: 1_000_000 }).map((pence) => pence / 100);
const anyPeriod = (method: 'allRecipients' | 'chain'): fc.Arbitrary<Lm3ProjectInput> =>
  fc
    .record({
      payroll: fc.record({ local: money, nonLocal: money }),
      suppliers: fc.array(
        fc.record({
          name: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
          spend: money,
          local: fc.boolean(),
          respendShare: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 3 }),
        }),
        { maxLength: 8 },
      ),
      otherDirectCosts: fc.array(fc.record({ name: fc.constant('o'), amount: money, local: fc.boolean() }), {
        maxLength: 2,
      }),
    })
    .map((period) => ({ name: 'P', method, ...period }));
const anyTwo = fc
  .constantFrom('allRecipients' as const, 'chain' as const)
  .chain((method) => fc.tuple(anyPeriod(method), anyPeriod(method)));

describe('whatever the periods', () => {
  it('the parts add up to the change, and so do the suppliers', () => {
    fc.assert(
      fc.property(anyTwo, ([one, other]) => {
        const comparison = compare(one, other);
        const [change] = comparison.changes;
        const parts = partsOf(comparison);
        const total = [...parts.values()].reduce((sum, part) => sum + part, 0);
        expect(total).toBeCloseTo(change?.lm3 ?? 9, 10);
        expect(change?.workings.value).toBeCloseTo(change?.lm3 ?? 9, 10);
        const others = ['round2.staff', 'round2.otherCosts', 'round3.staff'].reduce(
          (sum, id) => sum + (parts.get(id) ?? 9),
          0,
        );
        const { most = [], others: rest } = change?.suppliers ?? {};
        const bySuppliers = most.reduce((sum, { change: part }) => sum + part, 0) + (rest?.change ?? 9);
        expect(bySuppliers).toBeCloseTo((change?.lm3 ?? 9) - others, 10);
      }),
      { numRuns: 150 },
    );
  });

  it('turning the periods round turns every sign, and no change gives no change', () => {
    fc.assert(
      fc.property(anyTwo, ([one, other]) => {
        const [forth, back] = [partsOf(compare(one, other)), partsOf(compare(other, one))];
        for (const [id, part] of forth) expect(back.get(id), id).toBeCloseTo(-part, 10);
        const [same] = compare(one, { ...one, suppliers: [...(one.suppliers ?? [])].reverse() }).changes;
        expect(same?.lm3).toBeCloseTo(0, 12);
        for (const { change } of same?.parts ?? []) expect(change).toBeCloseTo(0, 12);
      }),
      { numRuns: 80 },
    );
  });
});
