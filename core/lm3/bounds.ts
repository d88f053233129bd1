import type { Explained } from '../explain/explained.ts';
import { given, sum } from '../explain/explained.ts';
import { lm3Of } from './ratio.ts';
import type { Round3 } from './round-3.ts';
import { lm3Sources } from './sources.ts';
import type { StaffRespend } from './staff-round-3.ts';

/**
 * LM3 with every silent supplier that counts at nothing and at everything, and likewise the staff
 * whom a staff survey did not reach. They hold whatever the silent are like.
 */
export function worstCases(round1: Explained, second: Explained, third: Round3) {
  const answered = third.followed.map((part) => part.respend.answered);
  const sources = [lm3Sources.bounds];
  const staff = (end: 'low' | 'high') => third.staff.map((group) => staffAtWorst(group, end));
  const low = sum(
    {
      id: 'bounds.low.round3',
      label: 'Round 3 with silent suppliers at nothing',
      unit: 'GBP',
      formula: 'staff + suppliers that answered',
      sources,
    },
    [...staff('low'), ...answered],
  );
  const silent = third.followed.map(({ stratum }) =>
    given(
      {
        id: `bounds.silent.${stratum.id}`,
        label: `Spend with silent ${stratum.label} suppliers`,
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
    [...staff('high'), ...answered, ...silent],
  );
  return {
    low: lm3Of('bounds.low', 'Lower bound of LM3', round1, second, low),
    high: lm3Of('bounds.high', 'Upper bound of LM3', round1, second, high),
  };
}

/** Staff as computed, or at the end of what their survey leaves open. */
function staffAtWorst({ respend, low, high }: StaffRespend, end: 'low' | 'high'): Explained {
  const value = end === 'low' ? low : high;
  if (value === respend.value) return respend;
  return given(
    {
      id: `bounds.${end}.${respend.id}`,
      label: `${respend.label}, ${end === 'low' ? 'at least' : 'at most'}`,
      unit: 'GBP',
      formula:
        end === 'low'
          ? 'what staff who answered re-spent, and nothing of other pay'
          : 'what staff who answered re-spent, and all other pay',
    },
    value,
  );
}
