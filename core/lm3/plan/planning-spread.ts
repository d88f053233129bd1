import type { Assumption } from '../../explain/explained.ts';
import { formatCount, formatShare } from '../../units/format.ts';
import { fewestAnswersForInterval } from '../interval.ts';
import { lm3Sources } from '../sources.ts';
import type { Stratum } from '../strata.ts';
import { evenSpread, type PlanOptions, widestSpread } from './options.ts';

/** How far re-spend shares of one kind of supplier are expected to differ. */
export interface PlanningSpread {
  /** Standard deviation of the shares, 0 to 0.5. */
  readonly deviation: number;
  readonly variance: number;
  /** Answers it was taken from; 0 where it is an assumption. */
  readonly answers: number;
  readonly assumption: Assumption;
}

/**
 * The spread of the answers of a kind if there are as many as an interval needs, else the planning
 * assumption: as standard, any share from nothing to everything as likely as any other.
 */
export function planningSpread({ label, id, answered }: Stratum, { spread }: PlanOptions): PlanningSpread {
  const own = answered.count >= fewestAnswersForInterval;
  const variance = own ? answered.shareVariance : spread ** 2;
  const deviation = Math.sqrt(variance);
  const common = { id: `plan.spread.${id}`, source: lm3Sources.planning };
  const typical = `Re-spend shares of ${label} suppliers differ by ${formatShare(deviation)} (standard deviation)`;
  const effect = `The half-width moves with it: half of it, half the width${
    deviation > 0 && deviation < widestSpread
      ? `; at ${formatShare(widestSpread)}, the most there can be, ${formatCount((widestSpread / deviation) * 100)}% of the width`
      : ''
  }. The bounds do not depend on it.`;
  const unused =
    own && spread !== evenSpread ? ` The ${formatShare(spread)} that was entered is not used for them.` : '';
  const assumption: Assumption = own
    ? {
        ...common,
        text: `${typical}, as among the ${formatCount(answered.count)} that have answered.${unused}`,
        because: `${fewestAnswersForInterval} answers or more tell how far shares differ.`,
        effect,
      }
    : {
        ...common,
        text: `${typical}. This is a planning assumption${spread === evenSpread ? ': any share from nothing to everything as likely as any other' : ' that was entered'}.`,
        because: `${answered.count === 0 ? 'None has' : `Only ${formatCount(answered.count)} ${answered.count === 1 ? 'has' : 'have'}`} answered; ${fewestAnswersForInterval} are needed to tell.`,
        effect,
      };
  return { deviation, variance, answers: own ? answered.count : 0, assumption };
}
