import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Leaks, leaks, parseLm3Project, whatIf } from '../../../../core/index.ts';
import golden from '../../../golden/lm3.json' with { type: 'json' };

function project(input: unknown) {
  const parsed = parseLm3Project(input);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
}

function find(input: unknown): Leaks {
  const outcome = leaks(project(input));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

const conformance = golden.conformance.project;
/** The case with categories: nobody local sells `Paper`. */
const categorised = {
  ...conformance,
  suppliers: conformance.suppliers.map((supplier) => ({
    ...supplier,
    category: ['N2', 'N3'].includes(supplier.name) ? 'Paper' : 'Food',
  })),
  settings: { categoryStrata: false },
};

describe('leaks', () => {
  it('rank suppliers by the pounds that leave in rounds 2 and 3', () => {
    const { suppliers } = find(conformance);
    expect(suppliers.map(({ name }) => name).slice(0, 3)).toEqual(['N1', 'N4', 'N2']);
    // N1: all of 40,000 leaves in round 2, and 80% is not re-spent in the area in round 3.
    expect(suppliers[0]?.leaving).toEqual({ round2: 40_000, round3: 32_000, total: 72_000 });
    // N4 is silent and taken at the ratio of non-local answers, 0.18125.
    expect(suppliers[1]?.leaving.round3).toBeCloseTo(30_000 * (1 - 0.18125), 9);
    expect(suppliers[1]?.answered).toBe(false);
  });

  it('rank moves by what the average local supplier would add, which a what-if confirms', () => {
    const found = find(conformance);
    const [best] = found.moves;
    expect(best?.name).toBe('N1');
    // The average local supplier re-spends 0.58 in this case.
    expect(best?.movingAddsToLm3).toBeCloseTo((40_000 * (1.58 - 0.2)) / 350_000, 12);
    const moved = whatIf(project(conformance), [
      { kind: 'moveSpend', from: 'N1', to: { newSupplier: 'X', respendShare: 0.58 } },
    ]);
    expect(moved.ok && moved.value.difference.lm3).toBeCloseTo(best?.movingAddsToLm3 ?? 0, 12);
    expect(found.averageGain?.value).toBeCloseTo(1.58 - 0.18125, 12);
    expect(found.moves.map(({ name }) => name)).not.toContain('L1');
  });

  it('point every suggestion to the procurement routes', () => {
    const found = find(categorised);
    for (const leak of [...found.moves, ...found.categories]) {
      expect(leak.suggestion?.routes.command).toBe('localpound route');
    }
    expect(found.suppliers.find(({ name }) => name === 'L1')?.suggestion).toBeUndefined();
    expect(found.sentences.join(' ')).toContain('localpound route');
  });

  it('find categories without any local supplier', () => {
    const { gaps, categories, sentences } = find(categorised);
    expect(gaps.map(({ name, spend, localSuppliers }) => [name, spend, localSuppliers])).toEqual([
      ['Paper', 40_000, 0],
    ]);
    expect(categories.map(({ name }) => name).sort()).toEqual(['Food', 'Paper']);
    expect(sentences.join(' ')).toContain('No supplier is local in: Paper (£40,000.00).');
  });

  it('say that gaps cannot be told without categories', () => {
    const { categories, gaps, sentences } = find(conformance);
    expect([categories, gaps]).toEqual([[], []]);
    expect(sentences.join(' ')).toContain('market gaps cannot be told');
  });

  it('cannot tell what moving adds without a local supplier', () => {
    const found = find({
      ...conformance,
      suppliers: [{ name: 'N', spend: 10, local: false, respendShare: 0.1 }],
    });
    expect(found.averageGain).toBeNull();
    expect(found.suppliers[0]?.movingAddsToLm3).toBeNull();
    expect(found.moves).toEqual([]);
    expect(found.sentences.join(' ')).toContain('cannot be told');
  });

  it('add up to what LM3 lacks of 3, by kind', () => {
    const money = fc.integer({ min: 1, max: 1_000_000 }).map((pence) => pence / 100);
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const suppliers = fc.array(
      fc.record({ spend: money, local: fc.boolean(), respendShare: fc.option(share) }),
      { maxLength: 15 },
    );
    fc.assert(
      fc.property(suppliers, money, money, fc.boolean(), (list, local, nonLocal, chain) => {
        const found = find({
          name: 'P',
          method: chain ? 'chain' : 'allRecipients',
          payroll: { local, nonLocal },
          otherDirectCosts: [{ name: 'Rates', amount: 7 }],
          suppliers: list.map((supplier, index) => ({ name: `S${index}`, ...supplier })),
        });
        const { leaving, round1, lm3 } = found;
        expect(leaving.total / round1).toBeCloseTo(3 - lm3, 9);
        expect(leaving.other).toBeCloseTo(14, 4);
        const largest = found.suppliers.map(({ leaving: { total } }) => total);
        expect(largest).toEqual([...largest].sort((a, b) => b - a));
      }),
      { numRuns: 100 },
    );
  });
});
