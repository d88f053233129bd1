/** Amounts are sorted digit by digit, each of two bytes, beginning with the lowest. */
const digits = 4;
const digitValues = 1 << 16;
const lowestFirst = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/**
 * The places of amounts of 0 or more: `falling` with the largest first, `rising` with the smallest; of
 * equal ones the earlier place, as strata by size take them (`stratify.ts`).
 *
 * The bits of such numbers rise with the numbers, so a radix sort does it without a comparison
 * function: 140,000 places in a few milliseconds, where `sort` takes ten times as long.
 */
export function sizeOrder(amounts: Float64Array, direction: 'falling' | 'rising'): Uint32Array {
  const count = amounts.length;
  const words = new Uint16Array(amounts.slice().buffer);
  const flip = direction === 'falling' ? digitValues - 1 : 0;
  let order = new Uint32Array(count);
  for (let place = 0; place < count; place += 1) order[place] = place;
  let sorted = new Uint32Array(count);
  const starts = new Uint32Array(digitValues);
  for (let digit = 0; digit < digits; digit += 1) {
    const offset = lowestFirst ? digit : digits - 1 - digit;
    starts.fill(0);
    for (let place = 0; place < count; place += 1) {
      const value = (words[place * digits + offset] as number) ^ flip;
      starts[value] = (starts[value] as number) + 1;
    }
    let before = 0;
    for (let value = 0; value < digitValues; value += 1) {
      const here = starts[value] as number;
      starts[value] = before;
      before += here;
    }
    for (let index = 0; index < count; index += 1) {
      const place = order[index] as number;
      const value = (words[place * digits + offset] as number) ^ flip;
      const to = starts[value] as number;
      starts[value] = to + 1;
      sorted[to] = place;
    }
    [order, sorted] = [sorted, order];
  }
  return order;
}
