import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  exactSum,
  formatApproximateCount,
  formatApproximateGbp,
  formatFte,
  formatGbp,
  formatRatio,
  formatShare,
  formatValue,
  formatWholeFte,
  formatWholeGbp,
} from '../../../core/index.ts';

describe('numbers as text', () => {
  it('round halves up as a spreadsheet does, not as the binary fraction behind them', () => {
    expect(formatRatio(1.005)).toBe('1.01');
    expect(formatRatio(2.675)).toBe('2.68');
    expect(formatGbp(1234.565)).toBe('£1,234.57');
  });

  it('are pounds and pence, percentages and two decimals', () => {
    expect(formatGbp(-291272.43)).toBe('-£291,272.43');
    expect(formatGbp(0)).toBe('£0.00');
    expect(formatGbp(-0)).toBe('£0.00');
    expect(formatShare(0.66)).toBe('66%');
    expect(formatShare(0.7826086956)).toBe('78.26%');
    expect(formatValue(140_000, 'count')).toBe('140,000');
  });
});

describe('estimates as text', () => {
  it('have two significant figures, halves up', () => {
    expect([1399, 1401, 1450, 99.5, 12.4, 0.96].map(formatApproximateCount)).toEqual(
      ['1,400', '1,400', '1,500', '100', '12', '0.96'].map((text) => `approximately ${text}`),
    );
  });

  it('are in millions, or in pounds below a million', () => {
    expect(
      [119_609_964, 9_960_000, 1_234_567, 999_600, 158_073, 64_500, 0].map(formatApproximateGbp),
    ).toEqual(
      ['£120m', '£10m', '£1.2m', '£1m', '£160,000', '£65,000', '£0'].map((text) => `approximately ${text}`),
    );
  });

  it('are rounded once, halves up', () => {
    expect(formatWholeGbp(237_109.5)).toBe('£237,110');
    expect([1398.5, 1399.49].map(formatWholeFte)).toEqual(['1,399', '1,399']);
    expect([4.25, 4, 2.05].map(formatFte)).toEqual(['4.3', '4', '2.1']);
  });
});

describe('sums', () => {
  it('do not depend on the order', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.integer({ min: -1e9, max: 1e9 }).map((pence) => pence / 100),
          { maxLength: 200 },
        ),
        (amounts) => {
          expect(exactSum([...amounts].reverse())).toBeCloseTo(exactSum(amounts), 9);
          const pence = amounts.reduce((total, amount) => total + Math.round(amount * 100), 0);
          expect(Math.round(exactSum(amounts) * 100)).toBe(pence === 0 ? 0 : pence);
        },
      ),
    );
  });

  it('keep pennies beside billions', () => {
    expect(exactSum([1e15, 0.01, -1e15])).toBe(0.01);
  });
});
