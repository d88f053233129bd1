/**
 * Reads an amount in GBP as people and finance systems write it: `1234.5`, `£1,234.50`,
 * `(1,234.50)` and `1,234.50-` for negatives, `£-5`, `GBP 12`. Returns undefined for anything else.
 */
export function parseAmount(text: string): number | undefined {
  const read = readAmount(text);
  if (read === undefined) return undefined;
  const amount = Number(read.digits);
  return read.negative ? -amount : amount;
}

/**
 * The same amounts in whole pence, worked out from the digits and not from a binary fraction. Half a
 * penny goes away from zero. A dash alone, which is how Excel's accounting format writes nothing, is 0.
 * Undefined for anything else, and for amounts of over 90 trillion pounds, which would not be exact.
 *
 * @example parsePence('£-1.005') // -101
 */
export function parsePence(text: string): number | undefined {
  const read = readAmount(text);
  if (read === undefined) return accountingZero.test(plainForm(text)) ? 0 : undefined;
  const [pounds = '', fraction = ''] = read.digits.split('.');
  const roundUp = (fraction[2] ?? '0') >= '5' ? 1 : 0;
  const pence = Number(pounds + fraction.slice(0, 2).padEnd(2, '0')) + roundUp;
  if (pence > Number.MAX_SAFE_INTEGER) return undefined;
  // Never the zero with a sign.
  return read.negative ? 0 - pence : pence;
}

/** Commas only where thousands end, so that `1,5` is refused and not read as 15. */
const amountForm =
  /^(?<open>\()? ?(?<before>-)? ?(?:£|GBP)? ?(?<inner>-)? ?(?<digits>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+) ?(?<after>-)? ?(?<close>\))?$/i;

const accountingZero = /^(?:£|GBP)? ?-$/i;

/** Spaces single, so that a long run of them cannot slow the form down; every minus the same. */
const plainForm = (text: string): string =>
  text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/\u2212/g, '-');

/** Digits with at most one point, and the sign; undefined when the text is no amount. */
function readAmount(text: string): { digits: string; negative: boolean } | undefined {
  const match = amountForm.exec(plainForm(text));
  if (!match?.groups) return undefined;
  const { open, before, inner, digits = '', after, close } = match.groups;
  if ((open === undefined) !== (close === undefined)) return undefined;
  const signs = [open, before, inner, after].filter(Boolean).length;
  if (signs > 1) return undefined;
  return { digits: digits.replaceAll(',', ''), negative: signs === 1 };
}
