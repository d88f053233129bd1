/**
 * Reads an amount in GBP as people and finance systems write it: `1234.5`, `£1,234.50`,
 * `(1,234.50)` and `1,234.50-` for negatives, `GBP 12`. Returns undefined for anything else.
 */
export function parseAmount(text: string): number | undefined {
  const match = amountForm.exec(text.trim().replace(/\u2212/g, '-'));
  if (!match?.groups) return undefined;
  const { open, before, digits = '', after, close } = match.groups;
  if ((open === undefined) !== (close === undefined)) return undefined;
  const signs = [open, before, after].filter(Boolean).length;
  if (signs > 1) return undefined;
  const amount = Number(digits.replaceAll(',', ''));
  return signs === 1 ? -amount : amount;
}

/** Commas only where thousands end, so that `1,5` is refused and not read as 15. */
const amountForm =
  /^(?<open>\()?\s*(?<before>-)?\s*(?:£|GBP)?\s*(?<digits>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+)\s*(?<after>-)?\s*(?<close>\))?$/i;
