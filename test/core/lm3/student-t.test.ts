import * as formulajs from '@formulajs/formulajs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { studentTQuantile } from '../../../core/index.ts';

/** Two-sided 5% points as printed in statistical tables (for instance Fisher and Yates, table III). */
const table: [degreesOfFreedom: number, t: number][] = [
  [1, 12.706],
  [2, 4.303],
  [4, 2.776],
  [5, 2.571],
  [10, 2.228],
  [30, 2.042],
  [120, 1.98],
  [1e7, 1.96],
];

describe('Student t', () => {
  for (const [freedom, t] of table) {
    it(`is ${t} at ${freedom} degrees of freedom, as printed`, () => {
      expect(studentTQuantile(0.975, freedom)).toBeCloseTo(t, 3);
    });
  }

  it('agrees with the beta distribution at degrees of freedom that are not whole', () => {
    fc.assert(
      fc.property(fc.double({ min: 1.5, max: 60, noNaN: true }), (freedom) => {
        const x = formulajs.BETAINV(0.05, freedom / 2, 0.5) as number;
        expect(studentTQuantile(0.975, freedom)).toBeCloseTo(Math.sqrt(freedom * (1 / x - 1)), 4);
      }),
      { numRuns: 40 },
    );
  });

  it('refuses what is no probability and no degree of freedom', () => {
    expect(() => studentTQuantile(0.5, 3)).toThrow(RangeError);
    expect(() => studentTQuantile(0.975, 0)).toThrow(RangeError);
    expect(() => studentTQuantile(0.975, Number.NaN)).toThrow(RangeError);
  });
});
