import type { EnabledProject } from '../project.ts';
import type { SicChoice } from './choices.ts';
import { chooseActivity } from './choose-activity.ts';

/** The likeliest code for an activity that tenants named without a SIC code. */
export interface CodeSuggestion {
  /** As the tenant put it. */
  readonly activity: string;
  /** How many tenants named it. */
  readonly tenants: number;
  readonly code: SicChoice;
}

/** Each activity is a search of its own, so that a long list is not searched to its end. */
const mostSearched = 100;

/**
 * Codes for tenants that name an activity and no SIC code, the commonest activities first. Nothing is
 * computed with them: somebody has to put them in.
 */
export function suggestCodes({ anchors }: EnabledProject): CodeSuggestion[] {
  const counts = new Map<string, number>();
  for (const { activity, sic } of anchors.flatMap(({ tenants }) => tenants)) {
    if (activity !== undefined && sic === undefined) counts.set(activity, (counts.get(activity) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostSearched)
    .flatMap(([activity, tenants]) => {
      const [code] = chooseActivity(activity).sic;
      return code === undefined ? [] : [{ activity, tenants, code }];
    });
}
