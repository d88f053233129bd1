/** What a check cell says while the formula comes to what the engine computed. */
export const same = 'the same';
const changed = 'changed since';

/**
 * The formula of a check cell. Numbers may differ by a millionth of their size: a spreadsheet adds
 * thousands of amounts in another order.
 */
export function sameOrChanged(now: string, then: string, kind: 'number' | 'text'): string {
  const equal = kind === 'text' ? `${now}=${then}` : `ABS(${now}-${then})<=0.000001*MAX(1,ABS(${then}))`;
  return `IF(${equal},"${same}","${changed}")`;
}
