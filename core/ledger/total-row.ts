/** How a row names whom it pays, as far as telling totals from payments goes. */
export type Naming = 'supplier' | 'nobody' | 'total';

const totalWords =
  /^(?:(?:grand|sub|overall|report|page|running)[\s-]*)?totals?(?:\s+(?:amount|expenditure|net|paid|payments?|spend|spending|value))?\s*:?$/i;

/** True for a text that says of its row that it is a total: `Total`, `Grand total:`, `Sub-total`. */
export function saysTotal(text: string | null): boolean {
  return text !== null && totalWords.test(text);
}

/** @param supplier what the supplier's cell says, by `lineText` */
export function namingOf(supplier: string | null): Naming {
  if (supplier === null) return 'nobody';
  return saysTotal(supplier) ? 'total' : 'supplier';
}

/**
 * Whether a row is a total of others and no payment: it calls itself one in the supplier's cell; or it
 * names nobody and either says so in another cell or repeats the sum of all lines above.
 *
 * @param above lines above and their sum in whole pence
 * @param anyCellSaysTotal asked only when nothing else decides
 */
export function isTotalRow(
  naming: Naming,
  pence: number,
  above: { readonly lines: number; readonly pence: number },
  anyCellSaysTotal: () => boolean,
): boolean {
  if (naming !== 'nobody') return naming === 'total';
  return (above.lines > 0 && pence === above.pence) || anyCellSaysTotal();
}
