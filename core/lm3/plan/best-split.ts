import { fewestAnswersForInterval } from '../interval.ts';
import { questionnairesFor } from './enough-answers.ts';
import type { Kind } from './size-ranks.ts';
import { type Ground, type JudgedSplit, judge, type Split } from './split.ts';

/** Splits that are tried before the search closes in on the best of them. */
const firstTries = 64;

/**
 * The split of so many questionnaires that is expected to give the narrowest interval; of equal ones
 * that with more of the largest. Where none brings an interval, the largest are asked, which brings
 * the bounds closest together.
 */
export function bestSplit(sent: number, ground: Ground): JudgedSplit {
  let step = Math.max(Math.ceil(sent / firstTries), 1);
  let best = judge(splitOf(sent, sent, ground), ground);
  const tryOut = (largest: number): void => {
    if (largest < 0 || largest > sent) return;
    const judged = judge(splitOf(sent, largest, ground), ground);
    if (halfWidthOf(judged) < halfWidthOf(best)) best = judged;
  };
  for (let largest = sent - step; largest > 0; largest -= step) tryOut(largest);
  tryOut(0);
  while (step > 1) {
    step = Math.ceil(step / 2);
    const middle = best.largest;
    tryOut(middle + step);
    tryOut(middle - step);
  }
  return best;
}

const halfWidthOf = ({ spread }: JudgedSplit): number => spread?.halfWidth ?? Number.POSITIVE_INFINITY;

/**
 * The largest, and the rest of the questionnaires shared between the kinds: in proportion to the
 * square root of (suppliers x sum of squared spends) x deviation of the shares, which is where one
 * more answer takes most variance away (Neyman's allocation). Each kind gets at least what five
 * answers of its own need, as far as there are suppliers.
 */
export function splitOf(sent: number, largest: number, ground: Ground): Split {
  const { ranks, kinds, shareVariance, answerRate } = ground;
  const rank = largest === 0 ? 0 : ranks.rankOf(largest);
  const random: Record<Kind, number> = { local: 0, nonLocal: 0 };
  const shares = kinds.map((kind) => {
    const { count, squares } = ranks.sums(kind, false, rank, true);
    const already = ranks.sums(kind, true, rank, true).count;
    const needed = questionnairesFor(already, answerRate, fewestAnswersForInterval);
    return {
      kind,
      count,
      already,
      least: Math.min(needed, count),
      weight: Math.sqrt(shareVariance[kind] * count * squares),
    };
  });
  const [first, second] = shares;
  const left = sent - largest;
  if (!first) return { largest, random };
  if (!second) return { largest, random: { ...random, [first.kind]: Math.min(left, first.count) } };
  const weights = first.weight + second.weight;
  const part = weights > 0 ? first.weight / weights : first.count / Math.max(first.count + second.count, 1);
  // Answers that are in already count as if they were part of the draw.
  const fair = Math.round((left + first.already + second.already) * part) - first.already;
  const most = Math.min(first.count, left - second.least);
  const least = Math.max(first.least, left - second.count);
  const drawn = Math.min(Math.max(fair, least, 0), Math.max(most, 0));
  return {
    largest,
    random: {
      ...random,
      [first.kind]: drawn,
      [second.kind]: Math.min(Math.max(left - drawn, 0), second.count),
    },
  };
}
