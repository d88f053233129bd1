import { formatDate } from '../units/calendar.ts';
import { formatPounds } from '../units/format.ts';
import type { Change } from './advice.ts';
import type { RouteCase } from './case.ts';
import { regimeDates } from './facts.ts';
import { type Question, questions } from './questions.ts';
import type { RankedRoute } from './rank-routes.ts';

/** Another answer to one question, in words and as a case. */
export interface Alternative {
  readonly field: string;
  readonly words: string;
  readonly case: RouteCase;
}

/** Not asked about again: whoever buys will not move to another nation. */
const fixed: ReadonlySet<string> = new Set(['nation', 'buyer']);

/**
 * Which other answers would put another route first. Found by trying them, so it can never say
 * anything else than the adviser itself.
 */
export function wouldChange(
  routeCase: RouteCase,
  now: { readonly first: RankedRoute | undefined; readonly threshold: number | undefined },
  firstOf: (changed: RouteCase) => RankedRoute | undefined,
): Change[] {
  const seen = new Set<string>();
  return alternatives(routeCase, now.threshold)
    .filter(({ field, case: { startDate } }) => !fixed.has(field) && startDate >= routeCase.startDate)
    .flatMap(({ field, words, case: changed }) => {
      const first = firstOf(changed);
      if (first === undefined || first.best.status === 'closed' || isNow(first, now.first)) return [];
      const key = `${field} ${keyOf(first)}`;
      if (seen.has(key)) return [];
      seen.add(key);
      const { route, best } = first;
      const text = `If ${words}, the first route would be: ${route.name} (rule ${best.data.id}, ${best.status}).`;
      return [{ field, answer: words, first: route.id, rule: best.data.id, text }];
    });
}

const keyOf = ({ route, best }: RankedRoute): string => `${route.id} ${best.data.id}`;

const isNow = (first: RankedRoute, now: RankedRoute | undefined): boolean =>
  now !== undefined && keyOf(first) === keyOf(now);

/** Every other answer worth trying: each choice, and both sides of each amount and date that decides. */
export function alternatives(routeCase: RouteCase, threshold: number | undefined): Alternative[] {
  return questions.flatMap((question) =>
    otherAnswers(question, routeCase, threshold).map(({ words, value }) => ({
      field: question.field,
      words,
      case: { ...routeCase, [question.field]: value },
    })),
  );
}

interface OtherAnswer {
  readonly words: string;
  readonly value: unknown;
}

function otherAnswers(
  { field, kind, choices, ask }: Question,
  routeCase: RouteCase,
  threshold: number | undefined,
): OtherAnswer[] {
  const current: unknown = routeCase[field];
  const [only, ...more]: readonly unknown[] = Array.isArray(current) ? current : [];
  const were = (words: string): string => `the answer to “${ask}” were “${words}”`;
  switch (kind) {
    case 'one':
      return choices
        .filter(({ value }) => value !== current)
        .map(({ value, words }) => ({ words: were(words), value }));
    case 'some':
      return choices
        .filter(({ value }) => only !== value || more.length > 0)
        .map(({ value, words }) => ({ words: were(words), value: [value] }));
    case 'yesNo':
      return [true, false]
        .filter((value) => value !== current)
        .map((value) => ({ words: were(value ? 'yes' : 'no'), value }));
    case 'money':
      return money(routeCase, threshold);
    case 'number':
      return [
        { words: 'fewer than two local providers were capable', value: 0 },
        { words: 'two or more local providers were capable', value: 2 },
      ].filter(({ value }) => value !== current);
    case 'date':
      return dates(routeCase);
    case 'code':
      return [];
  }
}

/** PA 2023 s.87(4)(b), pounds including VAT. */
const notifiableFrom = 30_000;

function money({ value, linkedValues }: RouteCase, threshold: number | undefined) {
  const own = typeof value === 'number' ? value : undefined;
  const options: { words: string; value: number }[] = [];
  const below = (amount: number): number => Math.max(0, amount - 1);
  if (threshold !== undefined && linkedValues.length === 0) {
    if (own === undefined || own >= threshold) {
      options.push({ words: `the value were below ${formatPounds(threshold)}`, value: below(threshold) });
    }
    if (own === undefined || own < threshold) {
      options.push({ words: `the value were ${formatPounds(threshold)} or more`, value: threshold * 2 });
    }
  }
  if (own === undefined || own >= notifiableFrom) {
    options.push({
      words: `the value were below ${formatPounds(notifiableFrom)}`,
      value: below(notifiableFrom),
    });
  }
  return options;
}

function dates({ startDate }: RouteCase) {
  return Object.values(regimeDates)
    .filter((date) => date !== startDate)
    .map((value) => ({ words: `the first notice or approach were on or after ${formatDate(value)}`, value }));
}
