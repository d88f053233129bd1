import { studentTQuantile } from '../../../core/index.ts';
import { type Numbers, wholeBelow } from './numbers.ts';

/** Suppliers that resemble each other, as columns: what was paid, GBP, and what was answered. */
export interface AnsweredStratum {
  readonly spend: readonly number[];
  readonly shares: readonly number[];
  /** GBP paid to all suppliers of the stratum, and how many they are. */
  readonly allSpend: number;
  readonly allCount: number;
}

export interface Ends {
  readonly low: number;
  readonly high: number;
}

/**
 * What the suppliers re-spend, GBP, by the ratio interval of sampling textbooks:
 * V = (1 - n/N) X^2 / (n mean(x)^2) x sum((y - r x)^2) / (n - 1) in each stratum, Student t.
 * Every stratum needs two answers.
 */
export function textbookInterval(strata: readonly AnsweredStratum[]): Ends {
  let estimate = 0;
  let variance = 0;
  let freedom = 0;
  for (const { spend, shares, allSpend, allCount } of strata) {
    const count = spend.length;
    const { ratio, answeredSpend } = ratioOf(spend, shares);
    const residuals = spend.reduce((sum, amount, at) => sum + (amount * ((shares[at] ?? 0) - ratio)) ** 2, 0);
    const mean = answeredSpend / count;
    estimate += ratio * allSpend;
    variance += (((1 - count / allCount) * allSpend ** 2) / (count * mean ** 2)) * (residuals / (count - 1));
    freedom += count - 1;
  }
  const half = studentTQuantile(0.975, freedom) * Math.sqrt(variance);
  return { low: estimate - half, high: estimate + half };
}

/**
 * What the suppliers re-spend, GBP, by drawing the answers of each stratum again with replacement,
 * and taking the middle 95% of the estimates that follow.
 */
export function percentileBootstrap(
  strata: readonly AnsweredStratum[],
  resamples: number,
  next: Numbers,
): Ends {
  const estimates = new Float64Array(resamples);
  for (const { spend, shares, allSpend } of strata) {
    const amounts = Float64Array.from(spend);
    const respends = amounts.map((amount, at) => amount * (shares[at] ?? 0));
    for (let resample = 0; resample < resamples; resample += 1) {
      let received = 0;
      let respent = 0;
      for (let draw = 0; draw < amounts.length; draw += 1) {
        const at = wholeBelow(amounts.length, next);
        received += amounts[at] as number;
        respent += respends[at] as number;
      }
      estimates[resample] = (estimates[resample] as number) + (respent / received) * allSpend;
    }
  }
  estimates.sort();
  const tail = Math.round((resamples + 1) * 0.025);
  return { low: estimates[tail - 1] as number, high: estimates[resamples - tail] as number };
}

function ratioOf(spend: readonly number[], shares: readonly number[]) {
  const answeredSpend = spend.reduce((sum, amount) => sum + amount, 0);
  const respend = spend.reduce((sum, amount, at) => sum + amount * (shares[at] ?? 0), 0);
  return { ratio: respend / answeredSpend, answeredSpend };
}
