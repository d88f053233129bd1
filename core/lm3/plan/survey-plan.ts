import type { Assumption, Explained } from '../../explain/explained.ts';
import type { Lm3Project } from '../project.ts';
import type { Rating } from '../rating.ts';
import type { Kind } from './size-ranks.ts';

/** Whom to ask, and what their answers are expected to bring. Shares 0 to 1, widths in LM3, amounts GBP. */
export interface SurveyPlan {
  readonly name: string;
  readonly area?: string;
  readonly period?: string;
  readonly method: Lm3Project['method'];
  readonly now: PlanStart;
  /** What it takes for 50%, 75% and 90% of supplier value. */
  readonly reach: readonly Reach[];
  /** One for each number of questionnaires, the smallest first. */
  readonly designs: readonly SurveyDesign[];
  /** Silent suppliers, those first whose answers narrow the bounds most; as many as were to be listed. */
  readonly chase: readonly ChaseStep[];
  readonly answerRate: number;
  /** Standard deviation of re-spend shares that the half-widths rest on, by kind that round 3 follows. */
  readonly spread: readonly {
    readonly kind: Kind;
    readonly deviation: number;
    /** Answers it was taken from; 0 where it is an assumption. */
    readonly answers: number;
  }[];
  readonly seed: number;
  readonly assumptions: readonly Assumption[];
  /** The plan in sentences. */
  readonly reading: readonly string[];
}

/** How things stand before anyone is asked. */
export interface PlanStart {
  readonly suppliers: number;
  readonly answers: number;
  readonly silent: number;
  /** Silent suppliers whose answers count in round 3: by the chain method local ones only. */
  readonly askable: number;
  readonly responseRate: number;
  readonly halfWidth: number | null;
  readonly boundsWidth: number;
}

/** What it takes until a share of supplier value has answered. */
export interface Reach {
  readonly share: number;
  /** The fewest suppliers whose answers reach it, the largest ones; 0 when it is reached. */
  readonly suppliers: number;
  readonly responseRateThen: number;
  /** Questionnaires to the largest until so much is to be expected at the answer rate; null if all are too few. */
  readonly questionnaires: number | null;
}

/** All of the largest plus a random rest, and what that is expected to bring. */
export interface SurveyDesign {
  /** Questionnaires asked for, and those there are suppliers for. */
  readonly budget: number;
  readonly sent: number;
  /** Of the largest silent suppliers, how many are asked: all of them. */
  readonly largest: number;
  /** Of the others, how many are drawn. */
  readonly random: Readonly<Record<Kind, number>>;
  readonly drawn: readonly DrawnSupplier[];
  /** What to enter as the largest suppliers chased once the answers are in. */
  readonly largestChased: number;
  readonly expected: {
    /** Answers, those that are in already included. */
    readonly answers: number;
    readonly responseRate: number;
    /** Half-width of the 95% interval in LM3, before it is cut at the bounds; null without one. */
    readonly halfWidth: number | null;
    /** Chance that enough answer for an interval, 0 to 1; below 0.9 no half-width is given. */
    readonly chanceOfInterval: number;
    readonly boundsWidth: number;
    readonly rating: Rating;
  };
  /** Width of the bounds to be expected if all questionnaires went to the largest. */
  readonly boundsWidthByLargestOnly: number;
  /** Why no interval is to be expected. */
  readonly noIntervalBecause?: string;
  readonly workings: { readonly boundsWidth: Explained; readonly halfWidth?: Explained };
}

export interface DrawnSupplier {
  readonly name: string;
  readonly local: boolean;
  /** GBP. */
  readonly spend: number;
  /** From 0 to 1; the smallest of its kind among the rest are drawn. */
  readonly randomNumber: number;
  readonly where?: string;
}

export interface ChaseStep {
  /** From 1. */
  readonly order: number;
  readonly name: string;
  readonly local: boolean;
  /** GBP. */
  readonly spend: number;
  /** By how much its answer brings the bounds closer together: spend / round 1, or 0 if round 3 does not follow it. */
  readonly narrows: number;
  /** The same for this one and all above it. */
  readonly narrowedThen: number;
  readonly boundsWidthThen: number;
  readonly responseRateThen: number;
  /** For each design, in their order, how this supplier is asked by it. */
  readonly asked: readonly ('largest' | 'random' | null)[];
  /** From 0 to 1; null where round 3 does not follow it, so that it is never drawn. */
  readonly randomNumber: number | null;
  readonly where?: string;
}
