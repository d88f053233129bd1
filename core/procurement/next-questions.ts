import type { Outcome } from '../workbook/issue.ts';
import { rankCase } from './advise.ts';
import { parseRouteCase, type RouteCase } from './case.ts';
import { type Question, questions } from './questions.ts';
import { alternatives } from './would-change.ts';

/**
 * The questions that nobody answered yet and whose answer could still change where a route stands, in
 * the order to ask them. "Do not know" counts as an answer. Found by trying the answers.
 *
 * @param input the case so far, as JSON
 * @param today date as YYYY-MM-DD
 */
export function nextQuestions(input: unknown, today: string): Outcome<readonly Question[]> {
  const parsed = parseRouteCase(input, today);
  if (!parsed.ok) return parsed;
  const open = questions.filter(({ field }) => !parsed.value.answered.has(field));
  return { ...parsed, value: open.filter((question) => matters(parsed.value, question)) };
}

/** Codes that stand for the kinds of code there are: reservable, listed only, unlisted, goods. */
const sampleCodes = ['98133110', '98500000', '90910000', '30000000'];

function matters(routeCase: RouteCase, { field, kind }: Question): boolean {
  const { facts } = rankCase(routeCase);
  const others =
    kind === 'code'
      ? sampleCodes.map((cpv): RouteCase => ({ ...routeCase, cpv }))
      : alternatives(routeCase, facts.threshold?.row.amount_gbp)
          .filter((alternative) => alternative.field === field)
          .map((alternative) => alternative.case);
  const standing = fingerprint(routeCase);
  return others.some((other) => fingerprint(other) !== standing);
}

/** Where every route and remark stands. Routes that only matter if a grant fails its test are left out. */
function fingerprint(routeCase: RouteCase): string {
  const { ranked, judged } = rankCase(routeCase);
  const standing = ranked
    .filter(({ best }) => best.status !== 'closed' && !best.onlyIfContract)
    .map(({ route, best }) => `${route.id} ${best.status} ${best.rank} ${best.data.id}`);
  const remarks = judged
    .filter(({ data, truth }) => data.kind !== 'route' && truth === true)
    .map(({ data }) => data.id);
  return [...standing, ...remarks].join('\n');
}
