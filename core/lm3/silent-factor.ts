import { formatRatio, formatShare } from '../units/format.ts';
import type { Round3 } from './round-3.ts';

/**
 * LM3 if silent suppliers re-spend `factor` times what is taken for them: 0 is nothing, 1 is like
 * those that answered. It is a straight line, so two points tell all of it.
 *
 * Source: docs/method/lm3.md, If silent suppliers are different.
 */
export interface SilentFactor {
  /** LM3 at factor 0, at one half, and as computed. */
  readonly atNothing: number;
  readonly atHalf: number;
  readonly asTaken: number;
  /** LM3 gained by each whole step of the factor: `asTaken - atNothing`. */
  readonly slope: number;
  readonly tippingPoint?: TippingPoint;
}

/** Where LM3 reaches a target. */
export interface TippingPoint {
  readonly target: number;
  /** The factor at which LM3 is the target; undefined when silent suppliers cannot move LM3. */
  readonly factor?: number;
  /** Whether some factor from 0 to 1 keeps LM3 at or above the target. */
  readonly verdict: 'always' | 'depends' | 'never';
  readonly words: string;
}

export function silentFactor(lm3: number, round1: number, third: Round3, target?: number): SilentFactor {
  const taken = third.followed.reduce(
    (total, { respend }) => total + respend.all.value - respend.answered.value,
    0,
  );
  const slope = taken / round1;
  const factor = {
    atNothing: lm3 - slope,
    atHalf: lm3 - slope / 2,
    asTaken: lm3,
    slope,
  };
  return target === undefined ? factor : { ...factor, tippingPoint: tippingPoint(factor, target) };
}

/** The factor at which LM3 is the target, in words for someone who has to defend it. */
export function tippingPoint(
  { atNothing, asTaken, slope }: Omit<SilentFactor, 'tippingPoint'>,
  target: number,
): TippingPoint {
  const aim = `a target of ${formatRatio(target)}`;
  if (atNothing >= target) {
    return {
      target,
      ...(slope > 0 ? { factor: (target - atNothing) / slope } : {}),
      verdict: 'always',
      words: `LM3 reaches ${aim} even if silent suppliers re-spend nothing in the area.`,
    };
  }
  if (slope === 0) {
    return {
      target,
      verdict: 'never',
      words: `LM3 falls short of ${aim} by ${formatRatio(target - asTaken)}; nothing is taken for silent suppliers that could change it.`,
    };
  }
  const factor = (target - atNothing) / slope;
  return factor <= 1
    ? {
        target,
        factor,
        verdict: 'depends',
        words: `LM3 stays at or above ${aim} as long as silent suppliers re-spend at least ${formatShare(factor)} of what those who answered do.`,
      }
    : {
        target,
        factor,
        verdict: 'never',
        words: `LM3 falls short of ${aim}: silent suppliers would have to re-spend ${formatRatio(factor)} times what those who answered do.`,
      };
}
