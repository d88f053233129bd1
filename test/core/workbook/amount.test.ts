import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAmount } from '../../../core/workbook/amount.ts';

describe('an amount as people write it', () => {
  it.each([
    ['1234.5', 1234.5],
    ['£1,234.50', 1234.5],
    ['GBP 12', 12],
    ['(1,234.50)', -1234.5],
    ['1,234.50-', -1234.5],
    ['-£5', -5],
    ['−5', -5],
    ['.5', 0.5],
    [' 1,000,000 ', 1_000_000],
  ])('%s is %d', (text, amount) => {
    expect(parseAmount(text)).toBe(amount);
  });

  it.each(['', 'ten', '1,5', '1.234,50', '1 000', '(5', '-(5)', '--5', '1e5', '£', '12,34,567'])(
    '%s is none',
    (text) => {
      expect(parseAmount(text)).toBeUndefined();
    },
  );

  it('comes back from its own printed form, and nothing at all makes it fail', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), (pence) => {
        const pounds = (pence / 100).toFixed(2);
        expect(parseAmount(`£${Number(pounds).toLocaleString('en-GB', { minimumFractionDigits: 2 })}`)).toBe(
          Number(pounds),
        );
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => void parseAmount(text)));
  });
});
