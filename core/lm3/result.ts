import type { Assumption, Explained } from '../explain/explained.ts';
import type { Issue } from '../workbook/issue.ts';
import type { Lm3Project } from './project.ts';
import type { Rated } from './rating.ts';

/** Where LM3 lies if silent suppliers are like those that answered. */
export interface Interval {
  readonly level: number;
  readonly low: number;
  readonly high: number;
  /** `complete` when no supplier that counts is silent. */
  readonly method: 'prediction' | 'complete';
}

/** LM3 of one project. Amounts are GBP, shares 0 to 1, nothing is rounded. */
export interface Lm3Result {
  readonly id?: string | number;
  readonly name: string;
  readonly area?: string;
  readonly period?: string;
  readonly scope?: string;
  readonly method: Lm3Project['method'];
  readonly lm3: number;
  /** (round 1 + round 2) / round 1. */
  readonly lm2: number;
  readonly round1: number;
  readonly round2: number;
  readonly round3: number;
  readonly total: number;
  readonly round2Parts: {
    readonly localStaff: number;
    readonly localSuppliers: number;
    readonly localOtherCosts: number;
  };
  readonly round3Parts: {
    readonly localStaff: number;
    readonly nonLocalStaff: number;
    readonly localSuppliers: number;
    readonly nonLocalSuppliers: number;
  };
  /** Share of supplier spend that answered. */
  readonly responseRate: number;
  readonly answers: { readonly count: number; readonly of: number };
  readonly rating: Rated['rating'];
  readonly ratingParts: Rated['parts'];
  readonly reportableByLm3Online: boolean;
  readonly interval: Interval | null;
  /** Why there is no interval. */
  readonly intervalReason?: string;
  /** LM3 with silent suppliers re-spending nothing and everything: certain, whatever they are like. */
  readonly bounds: { readonly low: number; readonly high: number };
  /** Suppliers left out because their credits outweigh their payments, with their sum in GBP. */
  readonly excludedCredits: { readonly suppliers: number; readonly total: number };
  readonly assumptions: readonly Assumption[];
  readonly issues: readonly Issue[];
  /** The whole calculation as one tree whose root is LM3. */
  readonly workings: Explained;
  readonly otherWorkings: {
    readonly lm2: Explained;
    readonly responseRate: Explained;
    readonly boundsLow: Explained;
    readonly boundsHigh: Explained;
    readonly intervalLow?: Explained;
    readonly intervalHigh?: Explained;
  };
}

/** What a face knows beyond the project: how suppliers were placed, what was left out while reading. */
export interface Lm3Context {
  readonly assumptions?: readonly Assumption[];
  readonly issues?: readonly Issue[];
}
