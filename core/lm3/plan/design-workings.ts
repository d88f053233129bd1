import { type Explained, given, product, quotient, root, sum } from '../../explain/explained.ts';
import { formatCount, formatRatio } from '../../units/format.ts';
import { intervalLevel } from '../interval.ts';
import { lm3Sources } from '../sources.ts';
import type { Ground, JudgedSplit, SplitStratum } from './split.ts';

const sources = [lm3Sources.planning];

/** The half-width in LM3 that a split is expected to bring; undefined when no interval is. */
export function halfWidthWorkings(
  { spread, strata }: JudgedSplit,
  { staff }: Ground,
  round1: Explained,
): Explained | undefined {
  if (!spread) return undefined;
  const silent = strata.filter((stratum) => stratum.silent > 0);
  const variance = sum(
    {
      id: 'plan.variance',
      label: 'Expected variance of round 3',
      unit: 'number',
      formula: 'sum of the variances of the strata',
    },
    [
      ...silent.map(stratumWorkings),
      ...staff.map((group, index) =>
        given(
          {
            id: `plan.staff${index + 1}`,
            label: 'Variance from the staff survey',
            unit: 'number',
            formula: 'as in the interval now',
          },
          group.variance,
        ),
      ),
    ],
  );
  return quotient(
    {
      id: 'plan.halfWidth',
      label: 'Expected half-width in LM3',
      unit: 'ratio',
      formula: 'Student t x square root of the expected variance / round 1',
      sources,
    },
    product(
      {
        id: 'plan.halfWidth.round3',
        label: 'Expected half-width in round 3',
        unit: 'GBP',
        formula: 'Student t x standard error',
      },
      [
        given(
          {
            id: 'plan.t',
            label: 'Student t',
            unit: 'number',
            formula: `t for a ${intervalLevel * 100}% interval with ${formatRatio(spread.freedom)} degrees of freedom (Satterthwaite, expected numbers of answers)`,
          },
          spread.t,
        ),
        root(
          {
            id: 'plan.standardError',
            label: 'Expected standard error of round 3',
            unit: 'GBP',
            formula: 'square root of the expected variance',
          },
          variance,
        ),
      ],
    ),
    round1,
  );
}

function stratumWorkings(stratum: SplitStratum): Explained {
  const { label, answers, silent, shareVariance, estimateReach, silentReach } = stratum;
  const id = `plan.${stratum.id}`;
  return product(
    {
      id,
      label: `Expected variance from silent ${label} suppliers`,
      unit: 'number',
      formula: 'variance of the shares x expected reach of the silent spend',
    },
    [
      given(
        {
          id: `${id}.shareVariance`,
          label: `Variance of the re-spend shares of ${label} suppliers`,
          unit: 'number',
          formula: 'square of their spread, see the assumptions',
        },
        shareVariance,
      ),
      sum(
        {
          id: `${id}.reach`,
          label: 'Expected reach of the silent spend',
          unit: 'number',
          formula: 'estimate part + silent part',
        },
        [
          given(
            {
              id: `${id}.estimate`,
              label: `From estimating the ratio by ${formatCount(answers)} answers`,
              unit: 'number',
              formula:
                'expected squared silent spend x expected sum of squared answered spends / expected squared sum of answered spends',
            },
            estimateReach,
          ),
          given(
            {
              id: `${id}.silent`,
              label: `From each of ${formatCount(silent)} silent suppliers differing`,
              unit: 'number',
              formula: 'sum of squared spends x chance of staying silent',
            },
            silentReach,
          ),
        ],
      ),
    ],
  );
}

/** The width of the bounds that a split is expected to bring. */
export function boundsWorkings({ strata }: JudgedSplit, staffOpen: number, round1: Explained): Explained {
  const open = sum(
    {
      id: 'plan.open',
      label: 'Spend expected to stay open',
      unit: 'GBP',
      formula: 'silent spend that round 3 follows + what the staff survey leaves open',
    },
    [
      ...strata.map((stratum) =>
        given(
          {
            id: `plan.${stratum.id}.silentSpend`,
            label: `Spend with ${stratum.label} suppliers expected to stay silent`,
            unit: 'GBP',
            formula: 'spend x chance of staying silent',
          },
          stratum.silentSpend,
        ),
      ),
      given(
        {
          id: 'plan.staffOpen',
          label: 'Pay that the staff survey leaves open',
          unit: 'GBP',
          formula: 'as in the bounds now',
        },
        staffOpen,
      ),
    ],
  );
  return quotient(
    {
      id: 'plan.boundsWidth',
      label: 'Expected width of the bounds',
      unit: 'ratio',
      formula: 'spend expected to stay open / round 1',
      sources: [...sources, lm3Sources.bounds],
    },
    open,
    round1,
  );
}
