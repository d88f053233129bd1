/**
 * The places of amounts, the largest amount first; of equal ones the earlier, as strata by size take
 * them (`stratify.ts`).
 */
export function sizeOrder(amounts: Float64Array): Uint32Array {
  const order = Uint32Array.from(amounts, (_, place) => place);
  return order.sort((a, b) => (amounts[b] as number) - (amounts[a] as number) || a - b);
}
