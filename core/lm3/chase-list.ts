import { exactSum } from '../units/sum.ts';
import type { Lm3Project, Supplier } from './project.ts';
import { ratingLimits } from './rating.ts';

/** A silent supplier, and how far the response rate gets with its answer and those above it. */
export interface Chased {
  readonly name: string;
  /** GBP. */
  readonly spend: number;
  readonly local: boolean;
  /** Share of all supplier spend. */
  readonly shareOfSpend: number;
  /** Response rate by value once this one and all above it have answered. */
  readonly responseRateThen: number;
}

export interface ChaseList {
  /** Silent suppliers, the largest first: those needed for half of the value, and always the ten largest. */
  readonly suppliers: readonly Chased[];
  /** How many of them must answer for half of supplier value; 0 when that is reached. */
  readonly neededForHalf: number;
  readonly silent: number;
}

const alwaysListed = 10;

/** Whom to ask first: the silent suppliers whose answers firm the result up most. */
export function chaseList(project: Pick<Lm3Project, 'suppliers'>): ChaseList {
  const counted = project.suppliers.filter((supplier) => supplier.spend > 0);
  const all = exactSum(counted.map((supplier) => supplier.spend));
  const silent = counted.filter((supplier) => supplier.respendShare === null).sort(bySpend);
  let reached = exactSum(counted.filter((supplier) => supplier.respendShare !== null).map((s) => s.spend));
  let neededForHalf = 0;
  const suppliers: Chased[] = [];
  for (const { name, spend, local } of silent) {
    const needed = reached < ratingLimits.responseRate * all;
    if (!needed && suppliers.length >= alwaysListed) break;
    if (needed) neededForHalf += 1;
    reached += spend;
    suppliers.push({ name, spend, local, shareOfSpend: spend / all, responseRateThen: reached / all });
  }
  return { suppliers, neededForHalf, silent: silent.length };
}

const bySpend = (a: Supplier, b: Supplier): number => b.spend - a.spend || (a.name < b.name ? -1 : 1);
