import { exactSum } from '../units/sum.ts';
import { type SpendingPart, type SurveyAnswer, spendingParts } from './answer.ts';
import { payLocalPercent, splitOf } from './items.ts';

/** What the answers of a kind of supplier come to on average, for items that another one left open. */
export interface ItemMeans {
  /** Parts of every £100, adding up to 100. */
  readonly spending?: Readonly<Record<SpendingPart, number>>;
  /** Percentages. */
  readonly payLocal?: number;
  readonly boughtLocal?: number;
  readonly otherLocal?: number;
}

/** One answer and whether the supplier is local: the stratum whose means it belongs to. */
export interface StratumAnswer {
  readonly answer: SurveyAnswer;
  readonly local: boolean;
}

/**
 * Fewest answers that a mean may rest on. With fewer, a supplier who is shown how its own figure was
 * worked out could read another one's answer from it.
 */
export const fewestForMean = 3;

/**
 * The plain mean of each item over the suppliers of the stratum that answered it; over all suppliers
 * where the stratum has fewer than three such answers, and none where all together have fewer.
 *
 * Source: docs/method/survey.md, What is missing.
 */
export function itemMeans(answers: readonly StratumAnswer[], local: boolean): ItemMeans {
  const own = answers.filter((answer) => answer.local === local);
  const mean = <T>(read: (answer: SurveyAnswer) => T | undefined, of: (values: readonly T[]) => T) => {
    for (const group of [own, answers]) {
      const values = group.flatMap(({ answer }) => {
        const value = read(answer);
        return value === undefined ? [] : [value];
      });
      if (values.length >= fewestForMean) return of(values);
    }
    return undefined;
  };
  const spending = mean(splitOf, meanSplit);
  const payLocal = mean(payLocalPercent, average);
  const boughtLocal = mean((answer) => answer.boughtLocal, average);
  const otherLocal = mean((answer) => answer.otherLocal, average);
  return {
    ...(spending === undefined ? {} : { spending }),
    ...(payLocal === undefined ? {} : { payLocal }),
    ...(boughtLocal === undefined ? {} : { boughtLocal }),
    ...(otherLocal === undefined ? {} : { otherLocal }),
  };
}

const average = (values: readonly number[]): number => exactSum(values) / values.length;

type Split = Readonly<Record<SpendingPart, number>>;

/** Each supplier's split counts alike, whatever its parts added up to. */
function meanSplit(splits: readonly Split[]): Split {
  const scaled = splits.map((split) => {
    const total = exactSum(Object.values(split));
    return spendingParts.map((part) => (split[part] / total) * 100);
  });
  return Object.fromEntries(
    spendingParts.map((part, index) => [part, average(scaled.map((parts) => parts[index] ?? 0))]),
  ) as Split;
}
