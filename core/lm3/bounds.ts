import type { Explained } from '../explain/explained.ts';
import { given, sum } from '../explain/explained.ts';
import { lm3Of } from './ratio.ts';
import type { Round3 } from './round-3.ts';
import { lm3Sources } from './sources.ts';

/** LM3 with every silent supplier that counts at nothing and at everything. */
export function worstCases(round1: Explained, second: Explained, third: Round3) {
  const answered = third.followed.map((part) => part.respend.answered);
  const sources = [lm3Sources.bounds];
  const low = sum(
    {
      id: 'bounds.low.round3',
      label: 'Round 3 with silent suppliers at nothing',
      unit: 'GBP',
      formula: 'staff + suppliers that answered',
      sources,
    },
    [third.localStaff, third.nonLocalStaff, ...answered],
  );
  const silent = third.followed.map(({ stratum }) =>
    given(
      {
        id: `bounds.silent.${stratum.local ? 'local' : 'nonLocal'}`,
        label: `Spend with silent ${stratum.local ? 'local' : 'non-local'} suppliers`,
        unit: 'GBP',
        formula: 'sum of their spend',
      },
      stratum.silent.spend,
    ),
  );
  const high = sum(
    {
      id: 'bounds.high.round3',
      label: 'Round 3 with silent suppliers at everything',
      unit: 'GBP',
      formula: 'staff + suppliers that answered + all silent spend',
      sources,
    },
    [low, ...silent],
  );
  return {
    low: lm3Of('bounds.low', 'Lower bound of LM3', round1, second, low),
    high: lm3Of('bounds.high', 'Upper bound of LM3', round1, second, high),
  };
}
