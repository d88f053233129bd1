import type { Explained } from '../explain/explained.ts';
import { difference, given, greatest, least, product, quotient, root, sum } from '../explain/explained.ts';
import { formatRatio } from '../units/format.ts';
import type { Settings } from './settings.ts';
import { lm3Sources } from './sources.ts';
import type { StaffSpread } from './staff-round-3.ts';
import type { Stratum } from './strata.ts';
import { studentTQuantile } from './student-t.ts';

/** Level of the interval, and the fewest answers a stratum with silent suppliers needs for one. */
export const intervalLevel = 0.95;
export const fewestAnswersForInterval = 5;

/** How far the silent suppliers may move round 3, with the figures behind it. */
export interface PredictionSpread {
  /** GBP squared. */
  readonly variance: Explained;
  /** GBP. */
  readonly standardError: Explained;
  /** Satterthwaite's degrees of freedom. */
  readonly degreesOfFreedom: number;
  /** Student t for the level at those degrees of freedom. */
  readonly t: number;
  /** GBP: `t` times the standard error. */
  readonly halfWidth: Explained;
}

/**
 * Spread of the silent suppliers' re-spend around what the answers predict, for strata that each
 * have at least two answers. In a stratum with answers r and silent suppliers m:
 * variance = share variance x ((silent spend)^2 x sum((x_r / sum x_r)^2) + sum(x_m^2)).
 * The last term is what makes one large silent supplier widen the interval.
 *
 * Source: docs/method/lm3.md, Interval (prediction approach of Brewer 1963, own derivation for spend x share).
 *
 * @param strata strata with silent spend
 * @param mean how the answers stand for the silent ones; with the plain mean every weight is 1 / answers
 * @param staff groups whose staff survey stands for more staff than answered it
 * @throws RangeError when a stratum has fewer than two answers, or pay of staff who answered is not known
 */
export function predictionSpread(
  strata: readonly Stratum[],
  mean: Settings['meanOfAnswers'] = 'spendWeighted',
  staff: readonly StaffSpread[] = [],
): PredictionSpread {
  const parts = [
    ...strata.map((stratum) => {
      if (stratum.answered.count < 2) {
        throw new RangeError(`predictionSpread: a stratum needs two answers, got ${stratum.answered.count}`);
      }
      return { variance: stratumVariance(stratum, mean), freedom: stratum.answered.count - 1 };
    }),
    ...staff.map((group) => ({ variance: staffVariance(group), freedom: group.answers - 1 })),
  ];
  const variance = sum(
    {
      id: 'interval.variance',
      label: 'Variance of round 3',
      unit: 'number',
      formula: 'sum of the variances of the strata',
    },
    parts.map((part) => part.variance),
  );
  const scatter = parts.reduce((total, part) => total + part.variance.value ** 2 / part.freedom, 0);
  // All answers alike leave nothing to spread: any degrees of freedom give a half-width of 0.
  const degreesOfFreedom = scatter > 0 ? variance.value ** 2 / scatter : Number.POSITIVE_INFINITY;
  const t = scatter > 0 ? studentTQuantile(1 - (1 - intervalLevel) / 2, degreesOfFreedom) : 0;
  const standardError = root(
    {
      id: 'interval.standardError',
      label: 'Standard error of round 3',
      unit: 'GBP',
      formula: 'square root of the variance',
    },
    variance,
  );
  const halfWidth = product(
    {
      id: 'interval.halfWidth',
      label: 'Half-width in round 3',
      unit: 'GBP',
      formula: 'Student t x standard error',
    },
    [
      given(
        {
          id: 'interval.t',
          label: 'Student t',
          unit: 'number',
          formula: `t for a ${intervalLevel * 100}% interval with ${formatRatio(degreesOfFreedom)} degrees of freedom (Satterthwaite)`,
        },
        t,
      ),
      standardError,
    ],
  );
  return { variance, standardError, degreesOfFreedom, t, halfWidth };
}

function stratumVariance(
  { id: stratum, label: kind, answered, silent }: Stratum,
  mean: Settings['meanOfAnswers'],
): Explained {
  const id = `interval.${stratum}`;
  return product(
    {
      id,
      label: `Variance from silent ${kind} suppliers`,
      unit: 'number',
      formula:
        'variance of the answers x (squared silent spend x sum of squared weights + sum of squared silent spends)',
    },
    [
      given(
        {
          id: `${id}.shareVariance`,
          label: `Variance of the re-spend shares of ${answered.count} ${kind} answers`,
          unit: 'number',
          formula: 'sample variance (n - 1), unweighted',
        },
        answered.shareVariance,
      ),
      sum(
        {
          id: `${id}.reach`,
          label: 'Reach of the silent spend',
          unit: 'number',
          formula: 'estimate part + silent part',
        },
        [
          given(
            {
              id: `${id}.estimate`,
              label: 'From estimating the ratio',
              unit: 'number',
              formula:
                mean === 'unweighted'
                  ? 'squared silent spend / number of answers'
                  : 'squared silent spend x sum of squared answered spends / squared sum of answered spends',
            },
            silent.spend ** 2 * squaredWeights(answered, mean),
          ),
          given(
            {
              id: `${id}.silent`,
              label: 'From each silent supplier differing',
              unit: 'number',
              formula: 'sum of squared silent spends',
            },
            silent.spendSquares,
          ),
        ],
      ),
    ],
  );
}

/** The sum of the squared weights of the answers, by which an error in their ratio counts. */
export function squaredWeights(answered: Stratum['answered'], mean: Settings['meanOfAnswers']): number {
  return mean === 'unweighted' ? 1 / answered.count : answered.spendSquares / answered.spend ** 2;
}

function staffVariance({ local, answers, shareVariance, reach }: StaffSpread): Explained {
  if (reach === undefined) throw new RangeError('predictionSpread: pay of staff who answered is not known');
  const kind = local ? 'local' : 'non-local';
  const id = `interval.${kind === 'local' ? 'localStaff' : 'nonLocalStaff'}`;
  return product(
    {
      id,
      label: `Variance from ${kind} staff`,
      unit: 'number',
      formula: 'variance of the answers x reach of the pay',
    },
    [
      given(
        {
          id: `${id}.shareVariance`,
          label: `Variance of the re-spend shares of ${answers} ${kind} staff`,
          unit: 'number',
          formula: 'sample variance (n - 1), unweighted',
        },
        shareVariance,
      ),
      given(
        {
          id: `${id}.reach`,
          label: 'Reach of the pay',
          unit: 'number',
          formula:
            'sum of (pay of the group / answers - own pay) squared + pay of other staff x average pay of the answers',
        },
        reach,
      ),
    ],
  );
}

/** LM3 plus and minus the half-width over round 1, cut at the bounds. */
export function clippedInterval(
  lm3: Explained,
  halfWidth: Explained,
  round1: Explained,
  bounds: { readonly low: Explained; readonly high: Explained },
): { readonly low: Explained; readonly high: Explained; readonly halfWidth: Explained } {
  const reach = quotient(
    {
      id: 'interval.reach',
      label: 'Half-width in LM3',
      unit: 'number',
      formula: 'half-width in round 3 / round 1',
    },
    halfWidth,
    round1,
  );
  const sources = [lm3Sources.interval];
  const low = difference(
    { id: 'interval.rawLow', label: 'LM3 less the half-width', unit: 'ratio', formula: 'LM3 - half-width' },
    lm3,
    reach,
  );
  const high = sum(
    { id: 'interval.rawHigh', label: 'LM3 plus the half-width', unit: 'ratio', formula: 'LM3 + half-width' },
    [lm3, reach],
  );
  return {
    halfWidth: reach,
    low: greatest(
      {
        id: 'interval.low',
        label: 'Interval, low end',
        unit: 'ratio',
        formula: 'LM3 less the half-width, but not below the lower bound',
        sources,
      },
      [low, bounds.low],
    ),
    high: least(
      {
        id: 'interval.high',
        label: 'Interval, high end',
        unit: 'ratio',
        formula: 'LM3 plus the half-width, but not above the upper bound',
        sources,
      },
      [high, bounds.high],
    ),
  };
}
