import type { Explained } from '../explain/explained.ts';
import { formatCount } from '../units/format.ts';
import { clippedInterval, fewestAnswersForInterval, intervalLevel, predictionSpread } from './interval.ts';
import type { Lm3Project } from './project.ts';
import type { Interval } from './result.ts';
import type { Round3 } from './round-3.ts';

/** The interval, or the reason why none can be given (docs/method/lm3.md, Interval). */
export function intervalOf(
  project: Lm3Project,
  third: Round3,
  lm3: Explained,
  round1: Explained,
  bounds: { low: Explained; high: Explained },
): {
  interval: Interval | null;
  intervalReason?: string;
  ends: { intervalLow?: Explained; intervalHigh?: Explained };
} {
  const silent = third.followed.map((part) => part.stratum).filter((stratum) => stratum.silent.count > 0);
  if (silent.length === 0) {
    return {
      interval: { level: intervalLevel, low: lm3.value, high: lm3.value, method: 'complete' },
      ends: {},
    };
  }
  if (project.nonResponse === 'zero') {
    return {
      interval: null,
      intervalReason:
        'Silent suppliers are set to re-spend nothing, so there is no estimate to put an interval round.',
      ends: {},
    };
  }
  const thin = silent.filter((stratum) => stratum.answered.count < fewestAnswersForInterval);
  if (thin.length > 0) {
    const found = thin.map(
      (stratum) =>
        `${formatCount(stratum.answered.count)} from ${stratum.local ? 'local' : 'non-local'} suppliers`,
    );
    return {
      interval: null,
      intervalReason: `An interval needs at least ${fewestAnswersForInterval} answers from each kind of supplier that has silent ones; there are ${found.join(' and ')}.`,
      ends: {},
    };
  }
  const spread = predictionSpread(silent);
  const { low, high } = clippedInterval(lm3, spread.halfWidth, round1, bounds);
  return {
    interval: { level: intervalLevel, low: low.value, high: high.value, method: 'prediction' },
    ends: { intervalLow: low, intervalHigh: high },
  };
}
