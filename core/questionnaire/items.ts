import { exactSum } from '../units/sum.ts';
import { type SpendingPart, type SurveyAnswer, spendingParts } from './answer.ts';

/** A split of £100 may be out by this much either way, as people round; it is then scaled to 100. */
export const splitLimits = { least: 95, most: 105 } as const;

/** What the parts of question 3 add up to, GBP; undefined where all of them were left open. */
export function splitTotal({ spending = {} }: SurveyAnswer): number | undefined {
  const given = spendingParts.flatMap((part) => spending[part] ?? []);
  return given.length === 0 ? undefined : exactSum(given);
}

/** The split of question 3 as it was given, the parts left open as 0; undefined unless it adds up to about £100. */
export function splitOf(answer: SurveyAnswer): Readonly<Record<SpendingPart, number>> | undefined {
  const total = splitTotal(answer);
  if (total === undefined || total < splitLimits.least || total > splitLimits.most) return undefined;
  const { spending = {} } = answer;
  return Object.fromEntries(spendingParts.map((part) => [part, spending[part] ?? 0])) as Record<
    SpendingPart,
    number
  >;
}

/** Question 4 as a percentage, from heads where it was answered by them. */
export function payLocalPercent({ payLocal, staff }: SurveyAnswer): number | undefined {
  if (payLocal !== undefined) return payLocal;
  if (staff === undefined || staff.local > staff.all) return undefined;
  return (staff.local / staff.all) * 100;
}
