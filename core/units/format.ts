/** The only place where numbers become text. Nothing is rounded before it gets here. */

/** `number` is a bare statistic, such as a variance, that only means something inside a formula. */
export type Unit = 'GBP' | 'share' | 'ratio' | 'count' | 'number';

const locale = 'en-GB';
const gbp = new Intl.NumberFormat(locale, { style: 'currency', currency: 'GBP' });
const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
const twoDecimals = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const significant = new Intl.NumberFormat(locale, { maximumSignificantDigits: 6 });
const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });

/**
 * The decimal that a spreadsheet works with: 15 significant digits. Rounding that, not the binary
 * fraction behind it, makes 1.005 print as 1.01 here as it does in Excel.
 */
function asSpreadsheetDecimal(value: number): Intl.StringNumericLiteral {
  // A zero with a sign would print as "-0.00".
  return (value === 0 ? '0' : value.toPrecision(15)) as Intl.StringNumericLiteral;
}

/** Pounds and pence: `£1,234.50`. */
export function formatGbp(amount: number): string {
  return gbp.format(asSpreadsheetDecimal(amount));
}

/** A share from 0 to 1 as a percentage with at most two decimals: `78.26%`. */
export function formatShare(share: number): string {
  return percent.format(asSpreadsheetDecimal(share));
}

/** A ratio such as LM3 to two decimals: `2.00`. */
export function formatRatio(ratio: number): string {
  return twoDecimals.format(asSpreadsheetDecimal(ratio));
}

/** A whole number with thousands separators: `140,000`. */
export function formatCount(count: number): string {
  return whole.format(count);
}

/** A value in its unit, as every face shows it. */
export function formatValue(value: number, unit: Unit): string {
  switch (unit) {
    case 'GBP':
      return formatGbp(value);
    case 'share':
      return formatShare(value);
    case 'ratio':
      return formatRatio(value);
    case 'count':
      return formatCount(value);
    case 'number':
      return significant.format(value);
  }
}
