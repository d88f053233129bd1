import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactSum, formatGbp, formatRatio, formatShare, formatValue } from '../../../core/index.ts';

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
