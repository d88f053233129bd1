import type { Explained } from '../explain/explained.ts';
import { formatCount } from '../units/format.ts';
import { clippedInterval, fewestAnswersForInterval, intervalLevel, predictionSpread } from './interval.ts';
import type { Lm3Project } from './project.ts';
import type { Interval } from './result.ts';
import type { Round3 } from './round-3.ts';

export interface IntervalOrReason {
  readonly interval: Interval | null;
  readonly intervalReason?: string;
  /** Half-width in LM3 before it is cut at the bounds. */
  readonly halfWidth?: Explained;
  readonly ends: { readonly intervalLow?: Explained; readonly intervalHigh?: Explained };
}

/** The interval, or the reason why none can be given (docs/method/lm3.md, Interval). */
export function intervalOf(
  project: Lm3Project,
  third: Round3,
  lm3: Explained,
  round1: Explained,
  bounds: { low: Explained; high: Explained },
): IntervalOrReason {
  const silent = third.followed.map((part) => part.stratum).filter((stratum) => stratum.silent.count > 0);
  const staff = third.staff.flatMap(({ spread }) => (spread ? [spread] : []));
  if (silent.length === 0 && staff.length === 0) {
    return {
      interval: { level: intervalLevel, low: lm3.value, high: lm3.value, method: 'complete' },
      ends: {},
    };
  }
  const none = (intervalReason: string): IntervalOrReason => ({ interval: null, intervalReason, ends: {} });
  if (silent.length > 0 && project.nonResponse === 'zero') {
    return none(
      'Silent suppliers are set to re-spend nothing, so there is no estimate to put an interval round.',
    );
  }
  const thin = silent.filter((stratum) => stratum.answered.count < fewestAnswersForInterval);
  if (thin.length > 0) {
    const found = thin.map(
      (stratum) => `${formatCount(stratum.answered.count)} from ${stratum.label} suppliers`,
    );
    return none(
      `An interval needs at least ${fewestAnswersForInterval} answers from each kind of supplier that has silent ones; there are ${found.join(' and ')}.`,
    );
  }
  if (staff.some((group) => group.reach === undefined)) {
    return none('An interval needs the pay of the staff who answered the staff survey.');
  }
  const spread = predictionSpread(silent, project.settings.meanOfAnswers, staff);
  const { low, high, halfWidth } = clippedInterval(lm3, spread.halfWidth, round1, bounds);
  return {
    interval: { level: intervalLevel, low: low.value, high: high.value, method: 'prediction' },
    halfWidth,
    ends: { intervalLow: low, intervalHigh: high },
  };
}
