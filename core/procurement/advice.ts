import type { Assumption, Explained } from '../explain/explained.ts';
import type { Issue } from '../workbook/issue.ts';
import type { OwnRulesOnCase } from './own-rules.ts';
import type { Mark } from './schema.ts';

/** The adviser's result: every route with where it stands and which rule decided that. */

export type RouteStatus = 'open' | 'depends' | 'closed';

export interface RouteAdvice {
  readonly id: string;
  readonly name: string;
  /** 1 fits keeping it local best; null when the route is closed. */
  readonly rank: number | null;
  readonly status: RouteStatus;
  /** The rule that decided. */
  readonly rule: string;
  /** Further rules that lead to the same route. */
  readonly otherRules: readonly string[];
  /** Why it stands as it does, in words. */
  readonly reason: string;
  readonly summary: string;
  readonly conditions: readonly string[];
  readonly record: readonly string[];
  readonly risk: 'low' | 'medium' | 'high' | null;
  readonly risks: readonly string[];
  readonly nextStep: string;
  readonly citation: string;
  readonly mark: Mark;
  /** False when any text it rests on was not read; then `unverified` says what. */
  readonly verified: boolean;
  readonly unverified: readonly string[];
  readonly links: readonly string[];
  /** Other routes that the same rule combines with it. */
  readonly combinedWith: readonly string[];
  /** True when it only matters if a grant or a lease turns out to be a contract. */
  readonly onlyIfContract: boolean;
}

export interface Remark {
  readonly rule: string;
  readonly text: string;
  readonly citation: string;
  readonly nextStep: string | null;
  readonly record: readonly string[];
  readonly mark: Mark;
  readonly verified: boolean;
  readonly unverified: readonly string[];
}

export interface Change {
  /** The field of the case. */
  readonly field: string;
  /** The answer it would have to have, in words. */
  readonly answer: string;
  /** The route that would then come first. */
  readonly first: string;
  readonly rule: string;
  readonly text: string;
}

/** Which row the value was tested against. */
export interface ThresholdTested {
  /** Pounds. */
  readonly amount: number;
  readonly basis: 'incl VAT' | 'excl VAT';
  readonly row: string;
  readonly source: string;
  readonly verified: boolean;
  readonly note: string;
  /** True when the date lies after the last period held. */
  readonly expired: boolean;
}

export type Regime = 'PA' | 'PCR' | 'PSR' | 'scotland' | 'unknown';
export type Band = 'above' | 'below' | 'none' | 'unknown';

export interface Advice {
  readonly id?: string | number;
  readonly regime: Regime;
  readonly regimeName: string;
  /** The date that the law was tested for, YYYY-MM-DD. */
  readonly dateTested: string;
  readonly band: Band;
  readonly threshold: ThresholdTested | null;
  /** Pounds on the basis of the threshold; null when not known. */
  readonly valueTested: number | null;
  readonly derived: {
    readonly lightTouch: boolean | null;
    readonly reservable: boolean | null;
    readonly notifiable: boolean | null;
    readonly svaDuty: boolean | null;
    readonly localPower: boolean | null;
  };
  readonly guards: readonly Remark[];
  /** Open and dependent routes by rank, then the closed ones. */
  readonly routes: readonly RouteAdvice[];
  readonly overlays: readonly Remark[];
  readonly wouldChange: readonly Change[];
  readonly ownRules: OwnRulesOnCase | null;
  readonly assumptions: readonly Assumption[];
  readonly issues: readonly Issue[];
  readonly disclaimer: string;
  readonly workings: Explained | null;
}

export const disclaimer =
  'This is general information about the law on the date shown, not legal advice. Ask your legal adviser before you rely on it.';
