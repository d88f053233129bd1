import type { Explained } from '../explain/explained.ts';
import { given, quotient, sum } from '../explain/explained.ts';
import { lm3Sources } from './sources.ts';
import type { SupplierTally } from './strata.ts';

/** (round 1 + round 2 + round 3) / round 1. */
export function lm3Of(
  id: string,
  label: string,
  round1: Explained,
  second: Explained,
  third: Explained,
): Explained {
  const total = sum(
    {
      id: `${id}.total`,
      label: 'Total',
      unit: 'GBP',
      formula: 'round 1 + round 2 + round 3',
      sources: [lm3Sources.formula],
    },
    [round1, second, third],
  );
  return quotient(
    {
      id,
      label,
      unit: 'ratio',
      formula: '(round 1 + round 2 + round 3) / round 1',
      sources: [lm3Sources.formula],
    },
    total,
    round1,
  );
}

/** (round 1 + round 2) / round 1: the part that rests on no answer. */
export function lm2Of(round1: Explained, second: Explained): Explained {
  return quotient(
    {
      id: 'lm2',
      label: 'LM2',
      unit: 'ratio',
      formula: '(round 1 + round 2) / round 1',
      sources: [lm3Sources.formula],
    },
    sum({ id: 'lm2.total', label: 'Rounds 1 and 2', unit: 'GBP', formula: 'round 1 + round 2' }, [
      round1,
      second,
    ]),
    round1,
  );
}

/** Share of supplier spend whose suppliers answered; 1 without supplier spend. */
export function responseRate({ local, nonLocal }: SupplierTally): Explained {
  const naming = {
    id: 'responseRate',
    label: 'Response rate by value',
    unit: 'share' as const,
    formula: 'spend with suppliers that answered / spend with all suppliers',
    sources: [lm3Sources.confidence],
  };
  const answered = local.answered.spend + nonLocal.answered.spend;
  const all = answered + local.silent.spend + nonLocal.silent.spend;
  if (all === 0) return given({ ...naming, formula: 'no supplier spend, so nothing is missing' }, 1);
  return quotient(
    naming,
    given(
      {
        id: 'responseRate.answered',
        label: 'Spend with suppliers that answered',
        unit: 'GBP',
        formula: 'sum of their spend',
      },
      answered,
    ),
    given(
      {
        id: 'responseRate.all',
        label: 'Spend with all suppliers',
        unit: 'GBP',
        formula: 'sum of their spend',
      },
      all,
    ),
  );
}
