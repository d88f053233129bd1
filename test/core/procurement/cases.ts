import type { Advice, RouteAdvice } from '../../../core/procurement/advice.ts';
import { adviseRoutes } from '../../../core/procurement/advise.ts';
import { parseRouteCase } from '../../../core/procurement/case.ts';

export const today = '2026-11-24';

/** An English council that buys a youth club, in the year the thresholds of 2026-27 hold. */
export const youthClub = {
  nation: 'england',
  buyer: 'best_value_authority',
  startDate: '2026-11-24',
  instrument: 'contract',
  service: 'light_touch',
  cpv: '98133110',
  value: 400_000,
  vatBasis: 'incl',
  market: 'several',
  target: 'vcse',
  local: 'local_area',
  localCount: 3,
} as const;

/** The same council with an ordinary service above its threshold. */
export const cleaning = {
  ...youthClub,
  service: 'other_services',
  cpv: undefined,
  value: 300_000,
  target: 'any',
  local: 'none',
} as const;

/** Health care for individuals. */
export const health = {
  ...youthClub,
  service: 'psr_health',
  cpv: undefined,
  target: 'any',
  local: 'none',
} as const;

/** A procurement of the old rules. */
export const saved = {
  ...youthClub,
  startDate: '2025-01-10',
  value: 900_000,
  target: 'any',
  local: 'none',
} as const;

/** The advice for a case that must be readable. */
export function advise(input: object): Advice {
  const parsed = parseRouteCase(input, today);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return adviseRoutes(parsed.value, { issues: parsed.issues });
}

export function route(advice: Advice, id: string): RouteAdvice {
  const found = advice.routes.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no route ${id}`);
  return found;
}

/** The rules that say something about a case: by a route that is not closed, a guard or an overlay. */
export function rulesThatHold({ routes, guards, overlays }: Advice): Set<string> {
  return new Set([
    ...routes
      .filter(({ status }) => status !== 'closed')
      .flatMap(({ rule, otherRules }) => [rule, ...otherRules]),
    ...guards.map(({ rule }) => rule),
    ...overlays.map(({ rule }) => rule),
  ]);
}
