import type { Explained } from '../explain/explained.ts';
import { difference, given, product, sum } from '../explain/explained.ts';
import type { Lm3Project } from './project.ts';
import { lm3Sources } from './sources.ts';

/** Rounds 2 and 3 before and after the user's own shares for what would have happened anyway, GBP. */
export interface NetOfOthers {
  readonly gross: number;
  readonly net: number;
  readonly shares: NonNullable<Lm3Project['net']>;
}

const shareWords = {
  deadweight: 'Deadweight: would have happened anyway',
  displacement: 'Displacement: taken from others in the area',
  leakage: 'Leakage: benefits people outside the group it is meant for',
  substitution: 'Substitution: replaces something else the same organisation did',
} as const;

/**
 * Money in the area, rounds 2 and 3, times (1 - share) for each of the four. Every share is the
 * user's own; there are no standard ones. The result is never an LM3.
 *
 * Source: Additionality Guide, 4th edition (Homes and Communities Agency, 2014).
 */
export function netOfOthers(
  shares: NonNullable<Lm3Project['net']>,
  second: Explained,
  third: Explained,
): Explained {
  const gross = sum(
    {
      id: 'net.gross',
      label: 'Money in the area, rounds 2 and 3',
      unit: 'GBP',
      formula: 'round 2 + round 3',
    },
    [second, third],
  );
  const kept = (Object.keys(shareWords) as (keyof typeof shareWords)[]).map((key) =>
    difference(
      { id: `net.${key}.kept`, label: `What ${key} leaves`, unit: 'share', formula: `1 - ${key}` },
      given({ id: `net.${key}.all`, label: 'All', unit: 'share', formula: 'the whole' }, 1),
      given(
        { id: `net.${key}`, label: shareWords[key], unit: 'share', formula: 'as entered by you' },
        shares[key],
      ),
    ),
  );
  return product(
    {
      id: 'net',
      label: 'Money in the area, net by your own figures',
      unit: 'GBP',
      formula:
        '(round 2 + round 3) x (1 - deadweight) x (1 - displacement) x (1 - leakage) x (1 - substitution)',
      sources: [lm3Sources.additionality],
    },
    [gross, ...kept],
  );
}
