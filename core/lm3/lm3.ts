import type { Assumption, Explained } from '../explain/explained.ts';
import { everyNode } from '../explain/explained.ts';
import { formatCount, formatGbp } from '../units/format.ts';
import type { Issue, Outcome } from '../workbook/issue.ts';
import { worstCases } from './bounds.ts';
import { caveatsOf, type GivenInterval } from './caveats.ts';
import { departuresOf } from './departures.ts';
import { headOfficeAssumption } from './head-office.ts';
import { intervalOf } from './interval-or-reason.ts';
import { netOfOthers } from './net.ts';
import { agencyAsSuppliers } from './pay.ts';
import type { Lm3Project } from './project.ts';
import { proxySensitivity } from './proxy-sensitivity.ts';
import { rate } from './rating.ts';
import { lm2Of, lm3Of, responseRate } from './ratio.ts';
import type { LargestSilent, Lm3Context, Lm3Result } from './result.ts';
import { type Round3, round3 } from './round-3.ts';
import { allSpend, incomeAsRound1, round2, spendParts } from './rounds.ts';
import { silentFactor } from './silent-factor.ts';
import { sizeTrends } from './size-trend.ts';
import { type Stratum, tallyTable } from './strata.ts';
import { type LeftOut, type SupplierTable, supplierTable } from './supplier-table.ts';
import { worthOfPound } from './worth.ts';

/**
 * Computes LM3 = (round 1 + round 2 + round 3) / round 1 with its workings.
 *
 * Source: Keep it Local (Locality, 2017) Appendix 1; choices in docs/method/lm3.md.
 *
 * @returns issues instead of a result when round 1 is not above 0, or when more was spent than came in
 * @example pay of £1,000 to local staff only: LM3 = (1,000 + 1,000 + 660) / 1,000 = 2.66
 */
export function computeLm3(project: Lm3Project, context: Lm3Context = {}): Outcome<Lm3Result> {
  return computePrepared(prepareLm3(project), context);
}

/** A project whose suppliers are in columns and strata, ready to be added up any number of times. */
export interface PreparedLm3 {
  readonly project: Lm3Project;
  readonly table: SupplierTable;
  readonly leftOut: readonly LeftOut[];
  /** How shares go with size, by place of the stratum; empty where the largest are strata of their own. */
  readonly sizeTrends: readonly number[];
  /** What the list of suppliers takes for granted. */
  readonly assumptions: readonly Assumption[];
  /** Re-spend ratios of silent suppliers by stratum, where they are held as they were before a what-if. */
  readonly heldRatios?: ReadonlyMap<string, Explained>;
}

/** Puts the suppliers of a project in columns and strata: the part of the work that belongs to reading it. */
export function prepareLm3(project: Lm3Project): PreparedLm3 {
  const headOffice = headOfficeAssumption(project);
  const { table, leftOut } = supplierTable(agencyAsSuppliers(project), project.settings);
  return {
    project,
    table,
    leftOut,
    sizeTrends: project.settings.largestChased === 0 ? sizeTrends(table) : [],
    assumptions: headOffice ? [headOffice] : [],
  };
}

/** Computes LM3 of a prepared project, as `computeLm3` does. */
export function computePrepared(prepared: PreparedLm3, context: Lm3Context = {}): Outcome<Lm3Result> {
  const { project, table, leftOut, assumptions, heldRatios } = prepared;
  const tally = tallyTable(table, leftOut);
  const parts = spendParts(project, tally);
  const spent = allSpend(parts);
  const round1 = project.income === undefined ? spent : incomeAsRound1(project.income, spent);
  const wrong = checkRound1(project, spent.value, round1.value);
  if (wrong) return { ok: false, issues: [wrong] };

  const second = round2(parts);
  const third = round3(project, tally, parts, heldRatios);
  const lm3 = lm3Of('lm3', 'LM3', round1, second, third.node);
  const bounds = worstCases(round1, second, third);
  const { interval, intervalReason, halfWidth, ends } = intervalOf(project, third, lm3, round1, bounds);
  const response = responseRate(tally);
  const answers = {
    count: tally.local.answered.count + tally.nonLocal.answered.count,
    of: suppliersCounted(tally.local) + suppliersCounted(tally.nonLocal),
  };
  const rated = rate({
    responseRate: response.value,
    hasInterval: interval !== null,
    boundsWidth: bounds.high.value - bounds.low.value,
    answers: answers.count,
    suppliers: answers.of,
  });
  const lm2 = lm2Of(round1, second);
  const worthLocal = worthOfPound(true, tally, third);
  const worthNonLocal = worthOfPound(false, tally, third);
  const net = project.net && netOfOthers(project.net, second, third.node);

  const value: Lm3Result = {
    ...labels(project),
    method: project.method,
    lm3: lm3.value,
    lm2: lm2.value,
    round1: round1.value,
    round2: second.value,
    round3: third.node.value,
    total: round1.value + second.value + third.node.value,
    round2Parts: {
      localStaff: parts.localStaff.value,
      localSuppliers: parts.localSuppliers.value,
      localOtherCosts: parts.localOtherCosts.value,
    },
    round3Parts: {
      localStaff: third.localStaff.value,
      nonLocalStaff: third.nonLocalStaff.value,
      localSuppliers: third.localSuppliers.value,
      nonLocalSuppliers: third.nonLocalSuppliers.value,
    },
    responseRate: response.value,
    answers,
    rating: rated.rating,
    ratingParts: rated.parts,
    reportableByLm3Online: rated.reportableByLm3Online,
    interval,
    ...(intervalReason === undefined ? {} : { intervalReason }),
    bounds: { low: bounds.low.value, high: bounds.high.value },
    additional: lm3.value - 1,
    worth: { localSupplier: worthLocal?.value ?? null, nonLocalSupplier: worthNonLocal?.value ?? null },
    halfWidth: halfWidth?.value ?? null,
    largestSilent: largestSilent(third, round1.value),
    silentFactor: silentFactor(lm3.value, round1.value, third, project.target),
    proxySensitivity: proxySensitivity(lm3.value, round1.value, third.staff),
    departures: departuresOf(project),
    leftOut: leftOut.map(({ kind, suppliers, total }) => ({ kind, suppliers: suppliers.length, total })),
    caveats: caveatsOf(project, interval === null ? undefined : restsOn(third, prepared)),
    ...(net && project.net
      ? { net: { gross: net.inputs[0]?.value ?? 0, net: net.value, shares: project.net } }
      : {}),
    assumptions: [...assumptionsOf(lm3), ...assumptions, ...(context.assumptions ?? [])],
    issues: [...(context.issues ?? []), ...creditIssue(leftOut)],
    workings: lm3,
    otherWorkings: {
      lm2,
      responseRate: response,
      boundsLow: bounds.low,
      boundsHigh: bounds.high,
      ...ends,
      ...(worthLocal ? { worthLocal } : {}),
      ...(worthNonLocal ? { worthNonLocal } : {}),
      ...(net ? { net } : {}),
    },
  };
  return { ok: true, value, issues: value.issues };
}

function restsOn(third: Round3, { table, sizeTrends: trends }: PreparedLm3): GivenInterval {
  return {
    silent: third.followed.map(({ stratum }) => stratum).filter(({ silent }) => silent.count > 0),
    sizeTrends: new Map(trends.map((trend, place) => [table.strata[place]?.id ?? '', trend])),
  };
}

function labels({ id, name, area, period, scope }: Lm3Project) {
  return {
    ...(id === undefined ? {} : { id }),
    name,
    ...(area === undefined ? {} : { area }),
    ...(period === undefined ? {} : { period }),
    ...(scope === undefined ? {} : { scope }),
  };
}

/** More than this over the income is an error; less is a rounding of pence. GBP. */
const halfPenny = 0.005;

function checkRound1(project: Lm3Project, spent: number, round1: number): Issue | undefined {
  if (project.income !== undefined && spent - project.income > halfPenny) {
    return {
      severity: 'error',
      where: { path: 'income' },
      found: `an income of ${formatGbp(project.income)} and spending of ${formatGbp(spent)}`,
      expected: 'spending no larger than the income',
      mend: 'Correct the income or the spending, or leave the income out so that round 1 is the spending.',
    };
  }
  if (round1 > 0) return undefined;
  return {
    severity: 'error',
    where: {},
    found: `${formatGbp(round1)} in round 1`,
    expected: 'spending or income above £0.00',
    mend: 'Enter payroll, other direct costs or supplier spend.',
  };
}

const suppliersCounted = (stratum: Stratum): number => stratum.answered.count + stratum.silent.count;

function assumptionsOf(tree: Explained): Assumption[] {
  const found = new Map<string, Assumption>();
  for (const node of everyNode(tree)) {
    for (const assumption of node.assumptions) found.set(assumption.id, assumption);
  }
  return [...found.values()];
}

function largestSilent({ followed }: Round3, round1: number): LargestSilent | null {
  const [largest] = followed
    .flatMap(({ stratum }) => stratum.silent.largest.slice(0, 1).map((supplier) => ({ supplier, stratum })))
    .sort((a, b) => b.supplier.spend - a.supplier.spend);
  if (!largest) return null;
  const { name, spend } = largest.supplier;
  return { name, spend, local: largest.stratum.local, shareOfRound1: spend / round1 };
}

function creditIssue(leftOut: readonly LeftOut[]): Issue[] {
  const left = leftOut.find(({ kind }) => kind === 'credit');
  if (!left) return [];
  const { suppliers: credits, total } = left;
  const names = credits.slice(0, 5).map((supplier) => `${supplier.name} (${formatGbp(supplier.spend)})`);
  const more = credits.length > 5 ? ` and ${formatCount(credits.length - 5)} more` : '';
  const [first] = credits;
  return [
    {
      severity: 'warning',
      where: { path: first?.where ?? 'suppliers' },
      found: `${formatCount(credits.length)} ${credits.length === 1 ? 'supplier' : 'suppliers'} with a net credit, ${formatGbp(total)} in all: ${names.join(', ')}${more}`,
      expected: 'spend of £0.00 or more',
      mend: 'They were left out. Check whether the credit belongs to another period.',
    },
  ];
}
