import { formatCount } from '../../units/format.ts';
import type { Issue } from '../../workbook/issue.ts';
import { type PlanOptions, standardBudgets } from './options.ts';

/** The numbers of questionnaires to plan for, rising and each once; the standard ones stop at everyone. */
export function budgetsOf(
  { budgets }: Pick<PlanOptions, 'budgets'>,
  askable: number,
): { budgets: number[]; issues: Issue[] } {
  if (budgets === undefined) {
    const ladder = standardBudgets.filter((budget) => budget < askable);
    return { budgets: askable === 0 ? [] : [...ladder, askable], issues: [] };
  }
  const rising = [...new Set(budgets)].sort((a, b) => a - b);
  const over = rising.filter((budget) => budget > askable);
  if (over.length === 0) return { budgets: rising, issues: [] };
  return {
    budgets: rising,
    issues: [
      {
        severity: 'warning',
        where: { path: 'budgets' },
        found: over.map(formatCount).join(', '),
        expected: `at most ${formatCount(askable)}, the silent suppliers that there are to ask`,
        mend: 'The plan asks all of them and leaves the other questionnaires unsent.',
      },
    ],
  };
}
