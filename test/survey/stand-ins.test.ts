import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standIns } from '../../survey/owner/stand-ins.ts';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const spread = (values: readonly number[]): number => {
  const mean = sum(values) / values.length;
  return sum(values.map((value) => (value - mean) ** 2));
};

describe('stand-ins for answers that are kept private', () => {
  const answer = fc.record({
    weight: fc.double({ min: 1, max: 1e6, noNaN: true }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    hidden: fc.boolean(),
  });
  const stratum = fc
    .array(answer, { minLength: 3, maxLength: 30 })
    .filter((answers) => answers.filter(({ hidden }) => hidden).length >= 3);

  it('keep the weighted sum and the spread, stay between 0 and 1, and leave the others alone', () => {
    let [found, tried] = [0, 0];
    fc.assert(
      fc.property(stratum, (answers) => {
        tried += 1;
        const made = standIns(answers);
        if (made === undefined) return;
        found += 1;
        const shares = answers.map(({ share }) => share);
        const weightedSum = (values: readonly number[]) =>
          sum(values.map((value, place) => value * (answers[place]?.weight ?? 0)));
        const scale = sum(answers.map(({ weight }) => weight));
        expect(weightedSum(made) / scale).toBeCloseTo(weightedSum(shares) / scale, 9);
        expect(spread(made)).toBeCloseTo(spread(shares), 6);
        for (const [place, { hidden, share }] of answers.entries()) {
          if (!hidden) expect(made[place]).toBe(share);
          expect(made[place]).toBeGreaterThanOrEqual(0);
          expect(made[place]).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 500 },
    );
    expect(found / tried).toBeGreaterThan(0.8);
  });

  it('are the same for answers of the same sums: nothing else of them is told', () => {
    const weights = [1, 1, 1, 1];
    const made = (shares: readonly number[]) =>
      standIns(shares.map((share, place) => ({ share, weight: weights[place] ?? 1, hidden: true })));
    const [one, other] = [made([0.1, 0.2, 0.6, 0.7]), made([0.7, 0.6, 0.2, 0.1])];
    expect(one?.map((share) => share.toFixed(9))).toEqual(other?.map((share) => share.toFixed(9)));
  });
});
