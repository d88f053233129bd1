/** A number in a question, in pounds or percent where it says so. */
export interface Amount {
  readonly kind: 'money' | 'percent' | 'plain';
  /** Pounds, percent, or the number itself. */
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

const pattern =
  /(£|\bgbp )? ?(?<![\w.])(\d{1,3}(?:,\d{3})+|\d{1,13})(\.\d{1,10})? ?(thousand|million|billion|grand|mn|bn|k|m)?(?![\w])(?: ?(pounds?|quid|gbp|%|per ?cent))?/gi;

const multiples: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  grand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
};

/**
 * The amounts in a text, as people write them.
 *
 * @example findAmounts('£1.2m turnover, 40k wages, 80% local').map((a) => a.value) // [1200000, 40000, 80]
 */
export function findAmounts(text: string): Amount[] {
  return [...text.matchAll(pattern)].map((match) => {
    const [whole, sign, digits = '', decimals = '', multiple = '', unit = ''] = match;
    const factor = multiples[multiple.toLowerCase()] ?? 1;
    const percent = /^(%|per)/i.test(unit);
    const money = sign !== undefined || factor > 1 || (unit !== '' && !percent);
    const start = match.index + whole.length - whole.trimStart().length;
    return {
      kind: percent ? 'percent' : money ? 'money' : 'plain',
      // Through text once, so that 1.1 million is 1,100,000 and not 1,100,000.0000000002.
      value: Number((Number(digits.replaceAll(',', '') + decimals) * factor).toPrecision(15)),
      start,
      end: match.index + whole.length,
    };
  });
}
