import { rate } from '../rating.ts';
import { bestSplit, splitOf } from './best-split.ts';
import { boundsWorkings, halfWidthWorkings } from './design-workings.ts';
import type { PlanSite } from './site.ts';
import { judge } from './split.ts';
import type { SurveyDesign } from './survey-plan.ts';

/** The best way to send so many questionnaires, and what is to be expected of it. */
export function designFor(budget: number, site: PlanSite): SurveyDesign {
  const { ranks, ground, draw, round1, staffOpen, result, prepared, spendWithAll, askableSpend } = site;
  const sent = Math.min(budget, ranks.askable.length);
  const split = bestSplit(sent, ground);
  const { largest, random } = split;
  const halfWidth = halfWidthWorkings(split, ground, round1);
  const boundsWidth = boundsWorkings(split, staffOpen, round1);
  const { spend, supplierAt } = prepared.table;
  const largestOnly = judge(splitOf(sent, sent, ground), ground);
  const silentThen = split.strata.reduce((total, { silentSpend }) => total + silentSpend, 0);
  const responseRate =
    spendWithAll === 0 ? 1 : result.responseRate + (askableSpend - silentThen) / spendWithAll;
  const answers = result.answers.count + sent * ground.answerRate;
  return {
    budget,
    sent,
    largest,
    random,
    drawn: draw.of(split).map((place) => {
      const { name, where } = supplierAt(place);
      return {
        name,
        local: ranks.isLocal(place),
        spend: spend[place] as number,
        randomNumber: draw.numberOf(place) ?? 0,
        ...(where === undefined ? {} : { where }),
      };
    }),
    largestChased: largest === 0 ? 0 : ranks.rankOf(largest),
    expected: {
      answers,
      responseRate,
      halfWidth: halfWidth?.value ?? null,
      chanceOfInterval: split.chanceOfInterval,
      boundsWidth: boundsWidth.value,
      rating: rate({
        responseRate,
        hasInterval: halfWidth !== undefined,
        boundsWidth: boundsWidth.value,
        answers,
        suppliers: result.answers.of,
      }).rating,
    },
    boundsWidthByLargestOnly: boundsWorkings(largestOnly, staffOpen, round1).value,
    ...(split.noIntervalBecause === undefined ? {} : { noIntervalBecause: split.noIntervalBecause }),
    workings: { boundsWidth, ...(halfWidth ? { halfWidth } : {}) },
  };
}
