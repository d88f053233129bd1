import { once } from '../shipped/once.ts';
import type { RouteStatus } from './advice.ts';
import { procurementRoutes, routeOf, ruleOf } from './data.ts';
import type { Facts } from './facts.ts';
import { everyRule, type Judged, routeTests } from './judge.ts';
import { allowsDirectAward, type OwnRulesOnCase } from './own-rules.ts';
import type { Test } from './rules/rule.ts';
import type { Route, RuleData } from './schema.ts';

/** A route by one of its rules. */
export interface Standing {
  readonly data: RuleData;
  /** What the rule itself asks for. */
  readonly asked: readonly Test[];
  /** The same with what rule and route ask for by nation and date. */
  readonly tests: readonly Test[];
  readonly status: RouteStatus;
  readonly rank: number;
  /** The routes that the rule leads to in this case. */
  readonly routes: readonly string[];
  /** True when it only matters if a grant or a lease turns out to be a contract. */
  readonly onlyIfContract: boolean;
  /** Its place among the rules. */
  readonly order: number;
  /** How many tests fail. */
  readonly misses: number;
}

/** A route by the rule that says most for it, with the other rules that do not close it. */
export interface RankedRoute {
  readonly route: Route;
  readonly best: Standing;
  readonly also: readonly Standing[];
}

/** For each route the places of the rules that decide it, in the order of `everyRule`. */
const placesByRoute = once(() =>
  procurementRoutes().map((route) => {
    const places = everyRule.flatMap(({ id }, place) => {
      const data = ruleOf(id);
      return data.routes.includes(route.id) && decidesRoutes(data) ? [place] : [];
    });
    if (places.length === 0) {
      throw new Error(`core/data is broken. No procurement rule decides the route "${route.id}"`);
    }
    return { route, places };
  }),
);

/** Every route once: open and dependent ones by rank, then the closed. `judged` is in the order of `everyRule`. */
export function rankRoutes(
  facts: Facts,
  judged: readonly Judged[],
  own: OwnRulesOnCase | undefined,
): RankedRoute[] {
  return placesByRoute()
    .flatMap(({ route, places }) => {
      const byRoute = routeTests(facts, route);
      const standings = places.flatMap((place) => {
        const one = judged[place];
        return one === undefined ? [] : [standing(facts, route, byRoute, one, place, own)];
      });
      const [best, ...others] = standings.toSorted(withinRoute);
      return best === undefined
        ? []
        : [{ route, best, also: others.filter(({ status }) => status !== 'closed') }];
    })
    .toSorted((a, b) => byFit(a.best, b.best));
}

/** Of the overlays only the alliance is a route in name; refer-devolved comes with its guards. */
const decidesRoutes = ({ kind, id }: RuleData): boolean =>
  kind === 'route' || kind === 'guard' || id === 'O1';

const statusOrder: Readonly<Record<RouteStatus, number>> = { open: 0, depends: 1, closed: 2 };

/** Open or dependent before closed; then by rank, open first among equals, then in the order of the rules. */
function byFit(a: Standing, b: Standing): number {
  const closed = Number(a.status === 'closed') - Number(b.status === 'closed');
  if (closed !== 0) return closed;
  if (a.status === 'closed') return a.misses - b.misses || a.order - b.order;
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

/** An alliance comes after the routes that could award it. */
const allianceRank = 4;

function standing(
  facts: Facts,
  route: Route,
  byRoute: readonly Test[],
  { rule, data, asked, tests: ruleTests }: Judged,
  order: number,
  own: OwnRulesOnCase | undefined,
): Standing {
  const routes = rule.routes?.(facts) ?? data.routes;
  const chosen: Test = {
    truth: routes.includes(route.id),
    words: `another kind of service: here the route “${routes.map((id) => routeOf(id).name).join('” and “')}” takes its place`,
    fields: ['service'],
  };
  const tests = [...ruleTests, ...byRoute, chosen];
  const allowed = data.rests_on === 'local rules' && allowsDirectAward(own);
  const usual = rule.rank?.(facts) ?? data.rank ?? allianceRank;
  const onlyIfContract = isOnlyIfContract(facts, data);
  return {
    data,
    asked,
    tests,
    status: statusOf(facts, data, tests, allowed),
    // A contract route beside a grant or a lease never comes before it.
    rank: (allowed ? 1 : usual) + (onlyIfContract ? 1 : 0),
    routes,
    onlyIfContract,
    order,
    misses: tests.filter(({ truth }) => truth === false).length,
  };
}

function statusOf(facts: Facts, data: RuleData, tests: readonly Test[], allowed: boolean): RouteStatus {
  if (tests.some(({ truth }) => truth === false)) return 'closed';
  if (tests.some(({ truth }) => truth === undefined)) return 'depends';
  if (data.kind === 'guard') return 'open';
  if (facts.case.nation !== 'england' || data.kind === 'overlay') return 'depends';
  return data.rests_on === 'answers' || allowed ? 'open' : 'depends';
}

/** Rules that hold whatever the money is for. */
const notContracts = /^(I1|I2|I3|O6|O7|G\d)$/;

function isOnlyIfContract({ case: { instrument } }: Facts, { id }: RuleData): boolean {
  return (instrument === 'grant' || instrument === 'land') && !notContracts.test(id);
}
