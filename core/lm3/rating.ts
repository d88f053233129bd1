import { formatCount, formatRatio, formatShare } from '../units/format.ts';

export type Rating = 'green' | 'amber' | 'red';

/** Limits of the rating. 50% is LM3 Online's rule (Keep it Local 2017, Appendix 1); the others are ours. */
export const ratingLimits = { responseRate: 0.5, boundsWidth: 0.25 } as const;

/** One test of the rating: what was found, what green needs, and whether it is met. */
export interface RatingPart {
  readonly name: string;
  readonly found: string;
  readonly needed: string;
  readonly met: boolean;
  /** What keeps it from green, as part of a sentence. */
  readonly shortfall: string;
}

export interface Rated {
  readonly rating: Rating;
  readonly parts: readonly RatingPart[];
  /** Whether LM3 Online's own rule, half of the value answered, would call the score reportable. */
  readonly reportableByLm3Online: boolean;
}

/**
 * Green: at least half of supplier value answered, an interval can be given, and the bounds lie no
 * more than 0.25 apart. Amber: half answered but one of the others fails. Red: below half.
 */
export function rate(facts: {
  readonly responseRate: number;
  readonly hasInterval: boolean;
  readonly boundsWidth: number;
  readonly answers: number;
  readonly suppliers: number;
}): Rated {
  const enoughValue = facts.responseRate >= ratingLimits.responseRate;
  const narrow = facts.boundsWidth <= ratingLimits.boundsWidth;
  const parts: RatingPart[] = [
    {
      name: 'Supplier value that answered',
      found: `${formatShare(facts.responseRate)} (${formatCount(facts.answers)} of ${formatCount(facts.suppliers)} suppliers)`,
      needed: `${formatShare(ratingLimits.responseRate)} or more`,
      met: enoughValue,
      shortfall: `only ${formatShare(facts.responseRate)} of supplier value answered (green needs ${formatShare(ratingLimits.responseRate)} or more)`,
    },
    {
      name: 'Interval can be given',
      found: facts.hasInterval ? 'yes' : 'no',
      needed: 'yes',
      met: facts.hasInterval,
      shortfall: 'no interval can be given',
    },
    {
      name: 'Width of the bounds',
      found: formatRatio(facts.boundsWidth),
      needed: `${formatRatio(ratingLimits.boundsWidth)} or less`,
      met: narrow,
      shortfall: `the bounds lie ${formatRatio(facts.boundsWidth)} apart (green needs ${formatRatio(ratingLimits.boundsWidth)} or less)`,
    },
  ];
  const rating = !enoughValue ? 'red' : facts.hasInterval && narrow ? 'green' : 'amber';
  return { rating, parts, reportableByLm3Online: enoughValue };
}
