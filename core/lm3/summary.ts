import { formatCount, formatGbp, formatRatio, formatShare } from '../units/format.ts';
import type { Lm3Result } from './result.ts';
import { leaveOutWords } from './setting-words.ts';

/** The result in sentences that every face shows, so that no LM3 is told without what it rests on. */
export interface Lm3Summary {
  /** LM3 with its area and period. */
  readonly headline: string;
  /** What a pound becomes, LM2, answers, interval, bounds, rating: one sentence or two each. */
  readonly sentences: readonly string[];
}

/** Puts a result into words. Source of the wordings: docs/method/lm3.md, Wording. */
export function lm3Summary(result: Lm3Result): Lm3Summary {
  return {
    headline: `LM3 is ${isLowerBound(result) ? 'at least ' : ''}${formatRatio(result.lm3)} for ${result.area ?? 'an area not stated'}, ${result.period ?? 'period not stated'}`,
    sentences: [
      `${result.name}${result.scope ? ` (${lowerFirst(result.scope)})` : ''}, ${methodName(result)}.`,
      pound(result),
      `LM2, which leaves out the less certain third round, is ${formatRatio(result.lm2)}.`,
      ...worthSentence(result),
      answered(result),
      range(result),
      confidence(result),
      ...leftOutSentence(result),
      ...departuresSentence(result),
      ...target(result),
    ],
  };
}

/** `a`, `a and b`, `a, b and c`. */
const inWords = (parts: readonly string[]): string =>
  [parts.slice(0, -1).join(', '), ...parts.slice(-1)].filter((part) => part !== '').join(' and ');

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** The method as it is printed on a result. */
export function methodName({ method }: Pick<Lm3Result, 'method'>): string {
  return method === 'chain'
    ? 'chain method: only money that stayed local in round 2 is followed into round 3'
    : 'all-recipients method: round 3 counts what everyone paid re-spent in the area';
}

/** Without a single answer LM3 counts silent suppliers as nothing: that is a floor, not an estimate. */
export function isLowerBound({ answers, interval }: Lm3Result): boolean {
  return answers.count === 0 && interval?.method !== 'complete';
}

function pound(result: Lm3Result): string {
  const { lm3, round1, round2, round3 } = result;
  const floor = isLowerBound(result) ? 'at least ' : '';
  return `£1.00 becomes ${floor}${formatGbp(lm3)} in the area, an extra ${floor}${formatGbp(lm3 - 1)}: ${formatGbp(round2 / round1)} of it is spent with local people and organisations, and ${formatGbp(round3 / round1)} is spent there again.`;
}

/** What a pound to a supplier is worth leaves out round 1, so it is told apart from LM3. */
function worthSentence(result: Lm3Result): string[] {
  const { worth } = result;
  if (isLowerBound(result)) return [];
  const worthOf = (kind: string, pounds: number | null) =>
    pounds === null ? [] : [`one to a ${kind} supplier ${formatGbp(pounds)}`];
  const parts = [...worthOf('local', worth.localSupplier), ...worthOf('non-local', worth.nonLocalSupplier)];
  return parts.length === 0
    ? []
    : [
        `What a pound paid is worth to the area: ${inWords(parts)}. That is rounds 2 and 3 without round 1, so it is not an LM3.`,
      ];
}

function answered({ responseRate, answers }: Lm3Result): string {
  if (answers.of === 0) return 'There is no supplier spend, so no supplier needed to answer.';
  return `${formatCount(answers.count)} of ${formatCount(answers.of)} suppliers answered; they stand for ${formatShare(responseRate)} of supplier spend.`;
}

function range({ interval, intervalReason, bounds, caveats }: Lm3Result): string {
  if (interval?.method === 'complete') return 'No supplier that counts is silent, so there is no range.';
  const certain = `lies between ${formatRatio(bounds.low)} and ${formatRatio(bounds.high)}`;
  const alike = caveats.find(({ id }) => id === 'alike');
  if (interval) {
    return `If suppliers who did not answer are like those who did, LM3 lies between ${formatRatio(interval.low)} and ${formatRatio(interval.high)} (${formatShare(interval.level)} interval). Whatever they are like, it ${certain}.${alike ? ` ${alike.text}` : ''}`;
  }
  return `Whatever suppliers who did not answer are like, LM3 ${certain}. ${intervalReason ?? ''}`.trim();
}

function confidence({ rating, ratingParts, reportableByLm3Online }: Lm3Result): string {
  const why = ratingParts.filter((part) => !part.met).map((part) => part.shortfall);
  const online =
    rating === 'amber' && reportableByLm3Online
      ? ' LM3 Online’s own rule, half of supplier value answered, would call it reportable.'
      : '';
  return why.length === 0 ? 'Confidence: green.' : `Confidence: ${rating}, because ${inWords(why)}.${online}`;
}

function leftOutSentence({ leftOut }: Lm3Result): string[] {
  const parts = leftOut.map(({ kind, suppliers, total }) =>
    kind === 'credit'
      ? `${formatCount(suppliers)} ${suppliers === 1 ? 'supplier' : 'suppliers'} with a net credit, ${formatGbp(total)} in all`
      : `${formatCount(suppliers)} of the kind “${leaveOutWords[kind]}”, ${formatGbp(total)} in all`,
  );
  return parts.length === 0 ? [] : [`Left out: ${parts.join('; ')}.`];
}

function departuresSentence({ departures }: Lm3Result): string[] {
  if (departures.length === 0) return [];
  const parts = departures.map(
    ({ setting, used, standard }) => `${setting}: ${lowerFirst(used)} (standard: ${lowerFirst(standard)})`,
  );
  return [`Not by the standard settings. ${parts.join('; ')}.`];
}

const target = ({ silentFactor: { tippingPoint } }: Lm3Result): string[] =>
  tippingPoint ? [tippingPoint.words] : [];
