import { same } from './formulas/same-or-changed.ts';
import type { PlacedCell } from './workbook-spec.ts';

/** Check cells of one sheet, and how many of them there are. */
export interface Checks {
  readonly range: string;
  readonly count: number;
}

/** One cell that says whether every check cell of the workbook says "the same"; an error counts as changed. */
export function allChecks(row: number, checks: readonly Checks[]): PlacedCell[] {
  const all = checks.reduce((total, { count }) => total + count, 0);
  const found = checks
    .filter(({ count }) => count > 0)
    .map(({ range }) => `COUNTIF(${range},"${same}")`)
    .join('+');
  return [
    { address: `A${row}`, value: 'Do all formulas come to the figures of the engine?', style: 'label' },
    {
      address: `B${row}`,
      value: 'all the same',
      formula: `IF(${found}=${all},"all the same","changed since")`,
      style: 'check',
    },
    {
      address: `C${row}`,
      value: `${all} checks are compared. Each figure may differ by a millionth.`,
      style: 'text',
    },
  ];
}
