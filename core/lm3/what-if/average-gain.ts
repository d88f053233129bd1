import { difference, type Explained, given } from '../../explain/explained.ts';
import { lm3Sources } from '../sources.ts';
import type { TakenShares } from '../taken-shares.ts';
import { worthOfPound } from '../worth.ts';

/**
 * What a pound gains when it moves from the average non-local to the average local supplier of this
 * project: (1 + re-spend share of local ones) - re-spend share of non-local ones, GBP in rounds 2
 * and 3. Both shares are over all suppliers of the kind, weighted by spend.
 *
 * Source: docs/method/lm3.md, What if.
 *
 * @returns undefined when one of the two kinds received nothing
 */
export function averageGain({ tally, third }: TakenShares): Explained | undefined {
  const local = worthOfPound(true, tally, third);
  const nonLocal = worthOfPound(false, tally, third);
  if (!local || !nonLocal) return undefined;
  return difference(
    {
      id: 'averageGain',
      label: 'Gain of a pound moved from the average non-local to the average local supplier',
      unit: 'GBP',
      formula: '(1 + re-spend share of local suppliers) - re-spend share of non-local suppliers',
      sources: [lm3Sources.adopted],
    },
    local,
    nonLocal,
  );
}

/** A published gain of a pound moved, to compare with one's own; never used in a calculation. */
export const northumberland = {
  words:
    'Example, not used here: in Northumberland in 2005 a pound was worth £1.76 to the area with a local supplier and £0.36 with a non-local one, so moving it gained £1.40.',
  gain: difference(
    {
      id: 'northumberland',
      label: 'Gain of a pound moved in Northumberland, 2005 (example)',
      unit: 'GBP',
      formula: 'worth with a local supplier - worth with a non-local one',
      sources: [lm3Sources.worth],
    },
    given(
      {
        id: 'northumberland.local',
        label: 'With a local supplier',
        unit: 'GBP',
        formula: 'as published',
        sources: [lm3Sources.worth],
      },
      1.76,
    ),
    given(
      {
        id: 'northumberland.nonLocal',
        label: 'With a non-local supplier',
        unit: 'GBP',
        formula: 'as published',
        sources: [lm3Sources.worth],
      },
      0.36,
    ),
  ),
  source: lm3Sources.worth,
} as const;
