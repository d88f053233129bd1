import { RunningSum } from '../units/sum.ts';
import type { PreparedLm3 } from './lm3.ts';
import { agencyAsSuppliers } from './pay.ts';
import { chaseOrder } from './plan/chase-order.ts';
import { sizeRanks } from './plan/size-ranks.ts';
import type { Lm3Project, Supplier } from './project.ts';
import { ratingLimits } from './rating.ts';
import { standardSettings } from './settings.ts';
import { type SupplierTable, supplierTable } from './supplier-table.ts';

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
  /** Whether round 3 follows it, so that its answer narrows the bounds: by the chain method a non-local one is not. */
  readonly followed: boolean;
}

export interface ChaseList {
  /**
   * Silent suppliers, those first whose answers narrow the bounds most: as many as are needed for half
   * of the value, and always the first ten.
   */
  readonly suppliers: readonly Chased[];
  /** How many of them, from the top, must answer for half of supplier value; 0 when that is reached. */
  readonly neededForHalf: number;
  readonly silent: number;
}

const alwaysListed = 10;

/** What the list is made from; what is left out counts as standard or as nothing. */
export type ChaseInput = Pick<Lm3Project, 'suppliers'> &
  Partial<Pick<Lm3Project, 'method' | 'settings' | 'payroll'>>;

/**
 * Whom to ask first: the silent suppliers whose answers narrow the bounds most. Lines that do not
 * count are not on it.
 *
 * Source: docs/method/lm3.md, Planning the survey.
 */
export function chaseList(project: ChaseInput): ChaseList {
  const { payroll, suppliers: listed, method, settings = standardSettings } = project;
  const everyone = payroll ? agencyAsSuppliers({ payroll, suppliers: listed }) : listed;
  return listFrom(supplierTable(everyone, settings).table, method === 'chain');
}

/**
 * The same of a project that has been put in columns.
 *
 * @param notSilent suppliers of the project that count as having answered, whatever their share
 */
export function chasePrepared({ project, table }: PreparedLm3, notSilent: ReadonlySet<Supplier>): ChaseList {
  const share = table.share.slice();
  for (let place = 0; place < share.length; place += 1) {
    if (notSilent.has(table.supplierAt(place))) share[place] = 0;
  }
  return listFrom({ ...table, share }, project.method === 'chain');
}

function listFrom(table: SupplierTable, chain: boolean): ChaseList {
  const ranks = sizeRanks(table, chain);
  const order = chaseOrder(table, ranks);
  const followed = ranks.askable.length;
  const answered = new RunningSum();
  const total = new RunningSum();
  table.spend.forEach((spend, place) => {
    total.add(spend);
    if (!Number.isNaN(table.share[place] as number)) answered.add(spend);
  });
  const all = total.value;
  let neededForHalf = 0;
  const suppliers: Chased[] = [];
  for (const [index, place] of order.entries()) {
    const needed = answered.value < ratingLimits.responseRate * all;
    if (!needed && suppliers.length >= alwaysListed) break;
    if (needed) neededForHalf += 1;
    const spend = table.spend[place] as number;
    answered.add(spend);
    suppliers.push({
      name: table.supplierAt(place).name,
      spend,
      local: ranks.isLocal(place),
      shareOfSpend: spend / all,
      responseRateThen: answered.value / all,
      followed: index < followed,
    });
  }
  return { suppliers, neededForHalf, silent: order.length };
}
