import type { Settings } from '../settings.ts';

/** Suppliers added up. */
export interface Sums {
  readonly count: number;
  /** GBP. */
  readonly spend: number;
  /** GBP squared. */
  readonly squares: number;
}

/** Silent suppliers that are asked alike. */
export interface Asked extends Sums {
  /** Chance that one of them answers, and that any two of them both do. */
  readonly chance: number;
  readonly pairChance: number;
}

/** All of them are asked. */
export const askAll = (sums: Sums, answerRate: number): Asked => ({
  ...sums,
  chance: answerRate,
  pairChance: answerRate ** 2,
});

/** `sent` of them are drawn at random and asked. */
export function askSome(sums: Sums, sent: number, answerRate: number): Asked {
  const { count } = sums;
  const pairs = count > 1 ? (sent * (sent - 1)) / (count * (count - 1)) : 0;
  return {
    ...sums,
    chance: count === 0 ? 0 : (sent / count) * answerRate,
    pairChance: pairs * answerRate ** 2,
  };
}

/** What a stratum is expected to be like once the survey is in. */
export interface ExpectedStratum {
  readonly answers: number;
  readonly silent: number;
  /** GBP. */
  readonly silentSpend: number;
  /** GBP squared: by these the variance of the shares is multiplied, as in the interval. */
  readonly estimateReach: number;
  readonly silentReach: number;
}

/**
 * Expected reach of the silent spend of one stratum (`interval.ts`, docs/method/lm3.md, Planning the
 * survey). Where the interval has a ratio of two sums over the answers, here stands the ratio of what
 * the two are expected to be.
 *
 * @param answered suppliers that have answered already
 * @param asked silent ones, by how they are asked
 */
export function expectedStratum(
  answered: Sums,
  asked: readonly Asked[],
  mean: Settings['meanOfAnswers'],
): ExpectedStratum {
  let answers = answered.count;
  let received = answered.spend;
  let receivedSquares = answered.squares;
  let silent = 0;
  let silentSpend = 0;
  let silentReach = 0;
  let scatter = 0;
  for (const { count, spend, squares, chance, pairChance } of asked) {
    answers += chance * count;
    received += chance * spend;
    receivedSquares += chance * squares;
    silent += (1 - chance) * count;
    silentSpend += (1 - chance) * spend;
    silentReach += (1 - chance) * squares;
    scatter += chance * squares + pairChance * (spend ** 2 - squares) - (chance * spend) ** 2;
  }
  // Rounding may leave a hair below nothing where everything is asked and answered.
  scatter = Math.max(scatter, 0);
  const weights = mean === 'unweighted' ? 1 / answers : receivedSquares / (received ** 2 + scatter);
  const estimateReach = silentSpend === 0 ? 0 : (silentSpend ** 2 + scatter) * weights;
  return { answers, silent, silentSpend, estimateReach, silentReach };
}
