import type { Lm3Project } from '../lm3/project.ts';
import { formatCount } from '../units/format.ts';
import type { Issue } from '../workbook/issue.ts';

/** A report holds some twenty formulas a supplier: with 30,000 of them writing it takes 1.4 GB of memory. */
export const mostSuppliersInReport = 30_000;

/** What is wrong with asking for a report workbook of a project, if it is too large for one. */
export function reportTooLarge({ suppliers }: Pick<Lm3Project, 'suppliers'>): Issue | undefined {
  if (suppliers.length <= mostSuppliersInReport) return undefined;
  return {
    severity: 'error',
    where: {},
    found: `${formatCount(suppliers.length)} suppliers`,
    expected: `at most ${formatCount(mostSuppliersInReport)} suppliers for a report workbook, whose formulas have to fit in memory`,
    mend: 'LM3 itself has no such limit: leave the report out, or add up the smallest suppliers of each kind on one line.',
  };
}
