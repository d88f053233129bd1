/** The only place where numbers become text. Nothing is rounded before it gets here. */

/** `number` is a bare statistic, such as a variance, that only means something inside a formula. */
export type Unit = 'GBP' | 'share' | 'ratio' | 'count' | 'number' | 'FTE' | 'm2';

const locale = 'en-GB';
const gbp = new Intl.NumberFormat(locale, { style: 'currency', currency: 'GBP' });
const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
const twoDecimals = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const significant = new Intl.NumberFormat(locale, { maximumSignificantDigits: 6 });
const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
const oneDecimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
const wholeGbp = new Intl.NumberFormat(locale, {
  style: 'currency',
  currency: 'GBP',
  maximumFractionDigits: 0,
});
const twoFigures = new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 });

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

/** Pounds, with pence only where there are any: `£13,200`, `£13,200.50`. */
export function formatPounds(amount: number): string {
  return formatGbp(amount).replace(/\.00$/, '');
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

/** Whole pounds, halves up: `£237,110`. */
export function formatWholeGbp(amount: number): string {
  return wholeGbp.format(asSpreadsheetDecimal(amount));
}

/** Full-time equivalents with at most one decimal: `12.5`. */
export function formatFte(fte: number): string {
  return oneDecimal.format(asSpreadsheetDecimal(fte));
}

/** Full-time equivalents as whole ones, halves up, as the published table shows them: `1,399`. */
export function formatWholeFte(fte: number): string {
  return whole.format(asSpreadsheetDecimal(fte));
}

/** A floor area: `1,250.5 m²`. */
export function formatFloorArea(m2: number): string {
  return `${oneDecimal.format(asSpreadsheetDecimal(m2))} m²`;
}

/** A distance with at most one decimal: `3.2 km`, `12 km`. */
export function formatKm(km: number): string {
  return `${oneDecimal.format(asSpreadsheetDecimal(km))} km`;
}

/** Two significant figures, halves up, so that an estimate does not look exact: `approximately 1,400`. */
export function formatApproximateCount(count: number): string {
  return `approximately ${twoFigures.format(asSpreadsheetDecimal(count))}`;
}

const million = 1e6;

/**
 * Two significant figures in millions, or in pounds below a million: `approximately £120m`,
 * `approximately £160,000`.
 */
export function formatApproximateGbp(amount: number): string {
  // What rounds up to a million is said as one.
  const inMillions = amount >= 0.995 * million;
  const text = twoFigures.format(asSpreadsheetDecimal(inMillions ? amount / million : amount));
  return `approximately £${text}${inMillions ? 'm' : ''}`;
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
    case 'FTE':
      return `${formatFte(value)} FTE`;
    case 'm2':
      return formatFloorArea(value);
  }
}
