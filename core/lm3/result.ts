import type { Assumption, Explained } from '../explain/explained.ts';
import type { Issue } from '../workbook/issue.ts';
import type { Caveat } from './caveats.ts';
import type { Departure } from './departures.ts';
import type { NetOfOthers } from './net.ts';
import type { Lm3Project } from './project.ts';
import type { ProxySensitivity } from './proxy-sensitivity.ts';
import type { Rated } from './rating.ts';
import type { SilentFactor } from './silent-factor.ts';
import type { LeftOut } from './supplier-table.ts';

/** Where LM3 lies if silent suppliers are like those that answered. */
export interface Interval {
  readonly level: number;
  readonly low: number;
  readonly high: number;
  /** `complete` when no supplier that counts is silent. */
  readonly method: 'prediction' | 'complete';
}

export interface LargestSilent {
  readonly name: string;
  /** GBP. */
  readonly spend: number;
  readonly local: boolean;
  readonly shareOfRound1: number;
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
  /** LM3 - 1: what a pound brings on top of itself. */
  readonly additional: number;
  /** What a pound to a supplier is worth to the area in rounds 2 and 3, GBP; null without such spend. Not an LM3. */
  readonly worth: { readonly localSupplier: number | null; readonly nonLocalSupplier: number | null };
  /** Half-width of the interval in LM3 before it is cut at the bounds; null without one. */
  readonly halfWidth: number | null;
  /** The largest supplier that counts and is silent. */
  readonly largestSilent: LargestSilent | null;
  /** LM3 if silent suppliers are not like those that answered. */
  readonly silentFactor: SilentFactor;
  /** LM3 with each proxy ten percentage points lower and higher. */
  readonly proxySensitivity: readonly ProxySensitivity[];
  /** Settings that are not the standard ones, in words. */
  readonly departures: readonly Departure[];
  /** Lines that do not count, by kind, with their sum in GBP. */
  readonly leftOut: readonly {
    readonly kind: LeftOut['kind'];
    readonly suppliers: number;
    readonly total: number;
  }[];
  /** What this LM3 must not be taken for. */
  readonly caveats: readonly Caveat[];
  /** The user's own figures for what would have happened anyway applied to rounds 2 and 3, GBP. */
  readonly net?: NetOfOthers;
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
    readonly worthLocal?: Explained;
    readonly worthNonLocal?: Explained;
    readonly net?: Explained;
  };
}

/** What a face knows beyond the project: how suppliers were placed, what was left out while reading. */
export interface Lm3Context {
  readonly assumptions?: readonly Assumption[];
  readonly issues?: readonly Issue[];
}
