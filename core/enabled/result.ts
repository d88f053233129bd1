import type { Assumption, Explained, Source } from '../explain/explained.ts';
import type { Issue } from '../workbook/issue.ts';

/** How a tenant's full-time equivalents were come by, the firmest first. */
export type FteMethod = 'given' | 'headcountByHours' | 'headcount' | 'floorspace' | 'fromGva' | 'unknown';

/** How a tenant's GVA was come by, the firmest first. */
export type GvaMethod = 'given' | 'turnover' | 'employment' | 'unknown';

/**
 * `high` and `moderate` are the published report's two levels; `low` is ours. `unknown` is a figure
 * that there is nothing to work out from; it is listed and not counted.
 */
export type Confidence = 'high' | 'moderate' | 'low' | 'unknown';

/** One figure of a tenant. `value` is the typical one; nothing is rounded. */
export interface Estimate<Method extends string> {
  /** FTE or GBP a year; null when unknown, and low and high with it. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly method: Method;
  /** How it is worked out, in words; left out when unknown. */
  readonly formula?: string | undefined;
  readonly confidence: Confidence;
  /** Years of the reference data used: `GVA 2022, jobs 2023`. Left out where none was used. */
  readonly dataYear?: string | undefined;
  /** False when it rests on a reference figure that was not read in its source. */
  readonly verified: boolean;
  /** The whole calculation of the typical value, and of the ends where they differ from it. */
  readonly workings?: Explained | undefined;
  readonly lowWorkings?: Explained | undefined;
  readonly highWorkings?: Explained | undefined;
}

export type FteEstimate = Estimate<FteMethod>;
export type GvaEstimate = Estimate<GvaMethod>;

/** The sums in which a figure can count. */
export type Scope = 'anchor' | 'authority' | 'total';

export interface TenantResult {
  readonly name: string;
  readonly companyNumber?: string | undefined;
  /** What it does, in its own words. */
  readonly activity?: string | undefined;
  readonly where?: string | undefined;
  /** Section of SIC 2007; left out when no code is known. */
  readonly section?: string | undefined;
  readonly fte: FteEstimate;
  readonly gva: GvaEstimate;
  /** The lower of the two. */
  readonly confidence: Confidence;
  /** The sums in which each figure counts, so that a tenant that is there twice counts once. */
  readonly fteCountsIn: readonly Scope[];
  readonly gvaCountsIn: readonly Scope[];
  /** GVA by the jobs route, where turnover gave it: GBP. */
  readonly crossCheck?: { readonly gvaGbp: number; readonly workings: Explained } | undefined;
  readonly warnings: readonly Issue[];
}

/** Sums in full precision: FTE and GBP a year. Low and high carry the ranges of floor area through. */
export interface EnabledSum {
  readonly fte: number;
  readonly gvaGbp: number;
  readonly fteLow: number;
  readonly fteHigh: number;
  readonly gvaLow: number;
  readonly gvaHigh: number;
  readonly confidence: Confidence;
}

export interface AnchorResult extends EnabledSum {
  readonly name: string;
  readonly authority?: string;
  /** In the words of the published Table 1. */
  readonly fteMethod: string;
  readonly gvaMethod: string;
  readonly tenants: readonly TenantResult[];
}

export interface AuthorityResult extends EnabledSum {
  /** `Authority not stated` for anchors without one. */
  readonly name: string;
  readonly anchors: readonly string[];
}

/** Enabled employment and GVA: activity of tenants, gross, never to be added to the landlord's own. */
export interface EnabledResult {
  readonly id?: string | number;
  readonly name?: string;
  readonly year?: string;
  /** True in the named mode that enters turnover as GVA, as the report of 2017 did. */
  readonly asPublished2017: boolean;
  /** What the reference tables are, where they are the user's own and not those that ship. */
  readonly referenceData?: string;
  readonly anchors: readonly AnchorResult[];
  readonly authorities: readonly AuthorityResult[];
  readonly totals: EnabledSum & {
    readonly tenants: number;
    /** Tenants of which neither figure is known. */
    readonly notCounted: number;
  };
  /** Rounded to two significant figures: `approximately 1,400`, `approximately £120m`. */
  readonly headline: { readonly fte: string; readonly gva: string };
  readonly assumptions: readonly Assumption[];
  /** Every document that a figure rests on, with its place. */
  readonly sources: readonly Source[];
  readonly issues: readonly Issue[];
  /** Sums over the tenants' own workings. */
  readonly workings: { readonly fte: Explained; readonly gva: Explained };
}
