import type { RouteAdvice, RouteStatus } from './advice.ts';
import { procurementRoutes, ruleOf } from './data.ts';
import type { Facts } from './facts.ts';
import { type Judged, routeTests } from './judge.ts';
import { allowsDirectAward, type OwnRulesOnCase } from './own-rules.ts';
import type { Test } from './rules/rule.ts';
import type { Route, RuleData } from './schema.ts';

/** A route by one of its rules. */
interface Standing {
  readonly data: RuleData;
  readonly asked: readonly Test[];
  readonly tests: readonly Test[];
  readonly status: RouteStatus;
  readonly rank: number;
  readonly routes: readonly string[];
  /** Its place among the rules. */
  readonly order: number;
}

/** Every route once, by the rule that says most for it: open and dependent ones by rank, then the closed. */
export function rankRoutes(facts: Facts, judged: readonly Judged[], own?: OwnRulesOnCase): RouteAdvice[] {
  const advised = procurementRoutes().map((route) => {
    const standings = judged
      .map((one, order) => ({ one, order }))
      .filter(({ one: { data } }) => data.routes.includes(route.id) && decidesRoutes(data))
      .map(({ one, order }) => standing(facts, route, one, order, own));
    const [best, ...others] = standings.toSorted(withinRoute);
    if (best === undefined)
      throw new Error(`core/data is broken. No procurement rule decides the route "${route.id}"`);
    const also = others.filter(({ status }) => status !== 'closed');
    return { advice: adviceOf(facts, route, { ...best, also }, judged, own), best };
  });
  return advised.toSorted((a, b) => byFit(a.best, b.best)).map(({ advice }) => advice);
}

/** Of the overlays only the alliance is a route in name; refer-devolved comes with its guards. */
const decidesRoutes = ({ kind, id }: RuleData): boolean =>
  kind === 'route' || kind === 'guard' || id === 'O1';

const statusOrder: Readonly<Record<RouteStatus, number>> = { open: 0, depends: 1, closed: 2 };

/** Open or dependent before closed; then by rank, open first among equals, then in the order of the rules. */
function byFit(a: Standing, b: Standing): number {
  const closed = Number(a.status === 'closed') - Number(b.status === 'closed');
  if (closed !== 0) return closed;
  if (a.status === 'closed') return misses(a) - misses(b) || a.order - b.order;
  return a.rank - b.rank || statusOrder[a.status] - statusOrder[b.status] || a.order - b.order;
}

/** Of the rules for one route that fit alike, the one that asks for most says most. */
function withinRoute(a: Standing, b: Standing): number {
  if (a.status === 'closed' || b.status === 'closed') return byFit(a, b);
  return (
    a.rank - b.rank ||
    statusOrder[a.status] - statusOrder[b.status] ||
    b.tests.length - a.tests.length ||
    a.order - b.order
  );
}

const misses = ({ tests }: Standing): number => tests.filter(({ truth }) => truth === false).length;

/** An alliance comes after the routes that could award it. */
const allianceRank = 4;

function standing(
  facts: Facts,
  route: Route,
  { rule, data, asked, tests: ruleTests }: Judged,
  order: number,
  own: OwnRulesOnCase | undefined,
): Standing {
  const routes = rule.routes?.(facts) ?? data.routes;
  const chosen: Test = {
    truth: routes.includes(route.id),
    words: `the other kind of service: here ${routes.join(' and ')} takes its place`,
    fields: ['service'],
  };
  const tests = [...ruleTests, ...routeTests(facts, route.id), chosen];
  const allowed = data.rests_on === 'local rules' && allowsDirectAward(own);
  const usual = rule.rank?.(facts) ?? data.rank ?? allianceRank;
  return {
    data,
    asked,
    tests,
    status: statusOf(facts, data, tests, allowed),
    // A contract route beside a grant or a lease never comes before it.
    rank: (allowed ? 1 : usual) + (onlyIfContract(facts, data) ? 1 : 0),
    routes,
    order,
  };
}

function statusOf(facts: Facts, data: RuleData, tests: readonly Test[], allowed: boolean): RouteStatus {
  if (tests.some(({ truth }) => truth === false)) return 'closed';
  if (tests.some(({ truth }) => truth === undefined)) return 'depends';
  if (data.kind === 'guard') return 'open';
  const england = facts.case.nation === 'england';
  if (!england || data.kind === 'overlay') return 'depends';
  return data.rests_on === 'answers' || allowed ? 'open' : 'depends';
}

/** Rules that hold whatever the money is for. */
const notContracts = /^(I1|I2|I3|O6|O7|G\d)$/;

function onlyIfContract({ case: { instrument } }: Facts, { id }: RuleData): boolean {
  return (instrument === 'grant' || instrument === 'land') && !notContracts.test(id);
}

function adviceOf(
  facts: Facts,
  route: Route,
  best: Standing & { readonly also: readonly Standing[] },
  judged: readonly Judged[],
  own: OwnRulesOnCase | undefined,
): RouteAdvice {
  const { data, status, rank, routes, also } = best;
  const blocking = judged.find(
    ({ data: { kind, routes: blocked }, truth }) =>
      kind === 'blocked' && truth === true && blocked.includes(route.id),
  );
  const closed = status === 'closed';
  const decided = closed && blocking !== undefined ? blocking.data : data;
  const unverified = [...decided.unverified_points, ...route.unverified_points];
  return {
    id: route.id,
    name: route.name,
    rank: closed ? null : rank,
    status,
    rule: decided.id,
    reason:
      blocking !== undefined && closed
        ? (blocking.data.text ?? blocking.data.title)
        : reasonOf(best, facts, own),
    summary: route.summary,
    otherRules: also.map((other) => other.data.id),
    conditions: distinct(
      [data, ...also.map((other) => other.data)].flatMap((rule) => rule.must_be_true),
      route.conditions,
    ),
    record: distinct(
      [data, ...also.map((other) => other.data)].flatMap((rule) => rule.record),
      route.evidence,
    ),
    risk: data.risk,
    risks: route.risks,
    nextStep: decided.next_step ?? route.next_steps[0] ?? '',
    citation: decided.citation,
    mark: decided.mark,
    verified: decided.verified && route.verified === 'verified',
    unverified,
    links: route.sources,
    combinedWith: closed ? [] : routes.filter((id) => id !== route.id),
    onlyIfContract: onlyIfContract(facts, data),
  };
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
    const grounds = `It rests on ${asked.map(({ words }) => words).join('; ')}.`;
    return data.rests_on === 'local rules' && own
      ? `${data.title}. ${grounds} Your own rules let one provider be asked at this value.`
      : `${data.title}. ${grounds}`;
  }
  if (data.rests_on === 'local rules') {
    return own
      ? `Your own rules decide: ${own.text}`
      : 'Your own contract procedure rules decide: they may ask for quotes or an approval.';
  }
  if (data.rests_on === 'history') return 'For a procurement of the past: it depends on what was done then.';
  if (data.rests_on === 'proof')
    return `It depends on what you can show: ${lowerFirst(data.must_be_true.join('; '))}.`;
  const { nation } = facts.case;
  return `Outside England this is a pointer to check (${ruleOf(nation === 'scotland' ? 'G1' : 'G2').id}).`;
}

const distinct = (...lists: readonly (readonly string[])[]): string[] => [...new Set(lists.flat())];

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
