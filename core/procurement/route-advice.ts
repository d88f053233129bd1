import type { RouteAdvice } from './advice.ts';
import type { Facts } from './facts.ts';
import type { Judged } from './judge.ts';
import type { OwnRulesOnCase } from './own-rules.ts';
import type { RankedRoute, Standing } from './rank-routes.ts';

/** A ranked route with its words: why it stands as it does, what it asks for, what to record. */
export function routeAdvice(
  { route, best, also }: RankedRoute,
  facts: Facts,
  judged: readonly Judged[],
  own: OwnRulesOnCase | undefined,
): RouteAdvice {
  const { data, status, rank, routes, onlyIfContract } = best;
  const closed = status === 'closed';
  const blocking = closed ? blockedBy(route.id, judged) : undefined;
  const decided = blocking?.data ?? data;
  const rules = [data, ...also.map((other) => other.data)];
  return {
    id: route.id,
    name: route.name,
    rank: closed ? null : rank,
    status,
    rule: decided.id,
    otherRules: also.map((other) => other.data.id),
    reason: blocking === undefined ? reasonOf(best, facts, own) : (decided.text ?? decided.title),
    summary: route.summary,
    conditions: distinct(
      rules.flatMap((rule) => rule.must_be_true),
      route.conditions,
    ),
    record: distinct(
      rules.flatMap((rule) => rule.record),
      route.evidence,
    ),
    risk: data.risk,
    risks: route.risks,
    nextStep: closed
      ? (decided.next_step ?? route.next_steps[0] ?? '')
      : joined(rules.flatMap((rule) => rule.next_step ?? [])),
    citation: closed ? decided.citation : joined(rules.flatMap((rule) => rule.citation.split('; '))),
    mark: decided.mark,
    verified: decided.verified && route.verified === 'verified',
    unverified: distinct(decided.unverified_points, route.unverified_points),
    links: route.sources,
    combinedWith: closed ? [] : routes.filter((id) => id !== route.id),
    onlyIfContract,
  };
}

/** The rule that bars a limit by place, where one does. */
function blockedBy(route: string, judged: readonly Judged[]): Judged | undefined {
  return judged.find(
    ({ data, truth }) => data.kind === 'blocked' && truth === true && data.routes.includes(route),
  );
}

function reasonOf(
  { data, asked, tests, status }: Standing,
  facts: Facts,
  own: OwnRulesOnCase | undefined,
): string {
  const missing = tests.filter(({ truth }) => truth === false).map(({ words }) => words);
  if (status === 'closed') return `It needs ${missing[0] ?? 'something else'}.`;
  const unsure = [...new Set(tests.filter(({ truth }) => truth === undefined).map(({ words }) => words))];
  if (unsure.length > 0) return `It depends on ${unsure.join('; and on ')}.`;
  if (data.id === 'O1') return 'It is a form of contract: it depends on one of the routes here to award it.';
  if (status === 'open') {
    const grounds = `${data.title}. It rests on ${asked.map(({ words }) => words).join('; ')}.`;
    return data.rests_on === 'local rules' && own
      ? `${grounds} Your own rules let one provider be asked at this value.`
      : grounds;
  }
  return dependsOn(data, facts, own);
}

/** What is left to be decided when all answers fit. */
function dependsOn(
  data: Standing['data'],
  { case: { nation } }: Facts,
  own: OwnRulesOnCase | undefined,
): string {
  switch (data.rests_on) {
    case 'local rules':
      return own
        ? `Your own rules decide: ${own.text}`
        : 'Your own contract procedure rules decide: they may ask for quotes or an approval.';
    case 'history':
      return 'For a procurement of the past: it depends on what was done then.';
    case 'proof':
      return `It depends on what you can show: ${lowerFirst(data.must_be_true.join('; '))}.`;
    case 'answers':
      return `Outside England this is a pointer to check (${nation === 'scotland' ? 'G1' : 'G2'}).`;
  }
}

const joined = (texts: readonly string[]): string => distinct(texts).join('; ');

const distinct = (...lists: readonly (readonly string[])[]): string[] => [...new Set(lists.flat())];

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
