import { formatDate } from '../units/calendar.ts';
import { ruleOf } from './data.ts';
import { type Facts, isOneOf } from './facts.ts';
import { aboveRules } from './rules/above.ts';
import { belowRules } from './rules/below.ts';
import { guardRules } from './rules/guards.ts';
import { healthRules } from './rules/health.ts';
import { instrumentRules } from './rules/instruments.ts';
import { oldRegimeRules } from './rules/old-regime.ts';
import { overlayRules } from './rules/overlays.ts';
import { needs, type Rule, type Test } from './rules/rule.ts';
import type { Nation, Route, RuleData } from './schema.ts';
import { all, type Truth } from './truth.ts';

/** Every rule in the order in which equals are shown. */
export const everyRule: readonly Rule[] = [
  ...guardRules,
  ...instrumentRules,
  ...healthRules,
  ...belowRules,
  ...aboveRules,
  ...overlayRules,
  ...oldRegimeRules,
];

/** One rule as it stands for a case. */
export interface Judged {
  readonly rule: Rule;
  readonly data: RuleData;
  /** What the rule itself asks for. */
  readonly asked: readonly Test[];
  /** The same with the nations and dates that every rule has. */
  readonly tests: readonly Test[];
  readonly truth: Truth;
}

/** All rules on a case, with the nations and dates of their data as further tests. */
export function judge(facts: Facts): Judged[] {
  return everyRule.map((rule) => {
    const data = ruleOf(rule.id);
    const asked = rule.tests(facts);
    const tests = [...asked, inNations(facts, data.nations), inForce(facts, data)];
    return { rule, data, asked, tests, truth: all(...tests.map(({ truth }) => truth)) };
  });
}

/** What the route itself asks for beyond its rule: the nations and dates it exists in. */
export function routeTests(facts: Facts, route: Route): Test[] {
  return [inNations(facts, route.nations), inForce(facts, route)];
}

const nationWords: Readonly<Record<Nation, string>> = {
  england: 'England',
  wales: 'Wales',
  scotland: 'Scotland',
  ni: 'Northern Ireland',
};

function inNations({ case: { nation } }: Facts, nations: readonly Nation[]): Test {
  const everywhere = nations.length === Object.keys(nationWords).length;
  const truth = everywhere ? true : isOneOf(nation, nations);
  // Words are read only where a test fails or is unsure, and cases are tried by the dozen.
  const list = truth === true ? '' : nations.map((name) => nationWords[name]).join(' or ');
  return needs(truth, `a buyer in ${list}`, 'nation');
}

function inForce({ date }: Facts, { valid_from, valid_to }: Pick<RuleData, 'valid_from' | 'valid_to'>): Test {
  const begun = valid_from === null || valid_from <= date;
  const truth = begun && (valid_to === null || date <= valid_to);
  return needs(
    truth,
    truth ? 'a start while it is in force' : outOfForce(begun ? valid_to : valid_from, begun),
    'startDate',
  );
}

function outOfForce(date: string | null, ended: boolean): string {
  return `a start while it is in force, ${ended ? 'up to' : 'from'} ${date === null ? 'another day' : formatDate(date)}`;
}
