import type { Assumption, Explained } from '../explain/explained.ts';
import { everyNode, given, quotient, sum } from '../explain/explained.ts';
import { formatCount, formatGbp } from '../units/format.ts';
import type { Issue, Outcome } from '../workbook/issue.ts';
import {
  clippedInterval,
  fewestAnswersForInterval,
  intervalLevel,
  type PredictionSpread,
  predictionSpread,
} from './interval.ts';
import type { Lm3Project, Supplier } from './project.ts';
import { type Rated, rate } from './rating.ts';
import { type StratumRespend, stratumRespend } from './respend.ts';
import { allSpend, incomeAsRound1, notFollowed, round2, spendParts, staffRespend } from './rounds.ts';
import { lm3Sources } from './sources.ts';
import { type Stratum, type SupplierTally, tallySuppliers } from './strata.ts';

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

/**
 * Computes LM3 = (round 1 + round 2 + round 3) / round 1 with its workings.
 *
 * Source: Keep it Local (Locality, 2017) Appendix 1; choices in docs/method/lm3.md.
 *
 * @returns issues instead of a result when round 1 is not above 0, or when more was spent than came in
 * @example pay of £1,000 to local staff only: LM3 = (1,000 + 1,000 + 660) / 1,000 = 2.66
 */
export function computeLm3(project: Lm3Project, context: Lm3Context = {}): Outcome<Lm3Result> {
  const tally = tallySuppliers(project.suppliers);
  const parts = spendParts(project, tally);
  const spent = allSpend(parts);
  const round1 = project.income === undefined ? spent : incomeAsRound1(project.income, spent);
  const wrong = checkRound1(project, spent.value, round1.value);
  if (wrong) return { ok: false, issues: [wrong] };

  const second = round2(parts);
  const third = round3(project, tally, parts.localStaff, parts.nonLocalStaff);
  const lm3 = lm3Of('lm3', 'LM3', round1, second, third.node);
  const bounds = worstCases(round1, second, third);
  const { interval, intervalReason, ends } = intervalOf(project, third, lm3, round1, bounds);
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
  const lm2 = quotient(
    {
      id: 'lm2',
      label: 'LM2',
      unit: 'ratio',
      formula: '(round 1 + round 2) / round 1',
      sources: [lm3Sources.formula],
    },
    sum({ id: 'lm2.total', label: 'Rounds 1 and 2', unit: 'GBP', formula: 'round 1 + round 2' }, [
      round1,
      second,
    ]),
    round1,
  );
  const credits = tally.credits.reduce((total, supplier) => total + supplier.spend, 0);

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
    excludedCredits: { suppliers: tally.credits.length, total: credits },
    assumptions: [...assumptionsOf(lm3), ...(context.assumptions ?? [])],
    issues: [...(context.issues ?? []), ...creditIssue(tally.credits, credits)],
    workings: lm3,
    otherWorkings: { lm2, responseRate: response, boundsLow: bounds.low, boundsHigh: bounds.high, ...ends },
  };
  return { ok: true, value, issues: value.issues };
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

function lm3Of(id: string, label: string, round1: Explained, second: Explained, third: Explained): Explained {
  const total = sum(
    {
      id: `${id}.total`,
      label: 'Total',
      unit: 'GBP',
      formula: 'round 1 + round 2 + round 3',
      sources: [lm3Sources.formula],
    },
    [round1, second, third],
  );
  return quotient(
    {
      id,
      label,
      unit: 'ratio',
      formula: '(round 1 + round 2 + round 3) / round 1',
      sources: [lm3Sources.formula],
    },
    total,
    round1,
  );
}

interface Round3 {
  readonly node: Explained;
  readonly localStaff: Explained;
  readonly nonLocalStaff: Explained;
  readonly localSuppliers: Explained;
  readonly nonLocalSuppliers: Explained;
  /** Strata whose re-spending counts, with what they re-spent. */
  readonly followed: readonly { readonly stratum: Stratum; readonly respend: StratumRespend }[];
}

function round3(
  project: Lm3Project,
  tally: SupplierTally,
  localPay: Explained,
  nonLocalPay: Explained,
): Round3 {
  const chain = project.method === 'chain';
  const strata = chain ? [tally.local] : [tally.local, tally.nonLocal];
  const followed = strata.map((stratum) => ({
    stratum,
    respend: stratumRespend(stratum, strata, project.nonResponse),
  }));
  const localStaff = staffRespend(localPay, true, project);
  const nonLocalStaff = chain
    ? notFollowed('round3.nonLocalStaff', 'Re-spent by non-local staff', 'Non-local staff')
    : staffRespend(nonLocalPay, false, project);
  const [local, nonLocal] = followed.map((part) => part.respend.all);
  const localSuppliers = local ?? given({ id: 'none', label: 'None', unit: 'GBP', formula: 'none' }, 0);
  const nonLocalSuppliers =
    nonLocal ??
    notFollowed('round3.nonLocalSuppliers', 'Re-spent by non-local suppliers', 'Non-local suppliers');
  const node = sum(
    {
      id: 'round3',
      label: 'Round 3: re-spent in the area by those people and organisations',
      unit: 'GBP',
      formula: 'what staff re-spent + what suppliers re-spent',
      sources: [lm3Sources.round3],
    },
    [localStaff, nonLocalStaff, localSuppliers, nonLocalSuppliers],
  );
  return { node, localStaff, nonLocalStaff, localSuppliers, nonLocalSuppliers, followed };
}

/** LM3 with every silent supplier that counts at nothing and at everything. */
function worstCases(round1: Explained, second: Explained, third: Round3) {
  const answered = third.followed.map((part) => part.respend.answered);
  const sources = [lm3Sources.bounds];
  const low = sum(
    {
      id: 'bounds.low.round3',
      label: 'Round 3 with silent suppliers at nothing',
      unit: 'GBP',
      formula: 'staff + suppliers that answered',
      sources,
    },
    [third.localStaff, third.nonLocalStaff, ...answered],
  );
  const silent = third.followed.map(({ stratum }) =>
    given(
      {
        id: `bounds.silent.${stratum.local ? 'local' : 'nonLocal'}`,
        label: `Spend with silent ${stratum.local ? 'local' : 'non-local'} suppliers`,
        unit: 'GBP',
        formula: 'sum of their spend',
      },
      stratum.silent.spend,
    ),
  );
  const high = sum(
    {
      id: 'bounds.high.round3',
      label: 'Round 3 with silent suppliers at everything',
      unit: 'GBP',
      formula: 'staff + suppliers that answered + all silent spend',
      sources,
    },
    [low, ...silent],
  );
  return {
    low: lm3Of('bounds.low', 'Lower bound of LM3', round1, second, low),
    high: lm3Of('bounds.high', 'Upper bound of LM3', round1, second, high),
  };
}

function intervalOf(
  project: Lm3Project,
  third: Round3,
  lm3: Explained,
  round1: Explained,
  bounds: { low: Explained; high: Explained },
): {
  interval: Interval | null;
  intervalReason?: string;
  ends: { intervalLow?: Explained; intervalHigh?: Explained };
} {
  const silent = third.followed.map((part) => part.stratum).filter((stratum) => stratum.silent.count > 0);
  if (silent.length === 0) {
    return {
      interval: { level: intervalLevel, low: lm3.value, high: lm3.value, method: 'complete' },
      ends: {},
    };
  }
  if (project.nonResponse === 'zero') {
    return {
      interval: null,
      intervalReason:
        'Silent suppliers are set to re-spend nothing, so there is no estimate to put an interval round.',
      ends: {},
    };
  }
  const thin = silent.filter((stratum) => stratum.answered.count < fewestAnswersForInterval);
  if (thin.length > 0) {
    const found = thin.map(
      (stratum) =>
        `${formatCount(stratum.answered.count)} from ${stratum.local ? 'local' : 'non-local'} suppliers`,
    );
    return {
      interval: null,
      intervalReason: `An interval needs at least ${fewestAnswersForInterval} answers from each kind of supplier that has silent ones; there are ${found.join(' and ')}.`,
      ends: {},
    };
  }
  const spread: PredictionSpread = predictionSpread(silent);
  const { low, high } = clippedInterval(lm3, spread.halfWidth, round1, bounds);
  return {
    interval: { level: intervalLevel, low: low.value, high: high.value, method: 'prediction' },
    ends: { intervalLow: low, intervalHigh: high },
  };
}

const suppliersCounted = (stratum: Stratum): number => stratum.answered.count + stratum.silent.count;

function responseRate({ local, nonLocal }: SupplierTally): Explained {
  const naming = {
    id: 'responseRate',
    label: 'Response rate by value',
    unit: 'share' as const,
    formula: 'spend with suppliers that answered / spend with all suppliers',
    sources: [lm3Sources.confidence],
  };
  const answered = local.answered.spend + nonLocal.answered.spend;
  const all = answered + local.silent.spend + nonLocal.silent.spend;
  if (all === 0) return given({ ...naming, formula: 'no supplier spend, so nothing is missing' }, 1);
  return quotient(
    naming,
    given(
      {
        id: 'responseRate.answered',
        label: 'Spend with suppliers that answered',
        unit: 'GBP',
        formula: 'sum of their spend',
      },
      answered,
    ),
    given(
      {
        id: 'responseRate.all',
        label: 'Spend with all suppliers',
        unit: 'GBP',
        formula: 'sum of their spend',
      },
      all,
    ),
  );
}

function assumptionsOf(tree: Explained): Assumption[] {
  const found = new Map<string, Assumption>();
  for (const node of everyNode(tree)) {
    for (const assumption of node.assumptions) found.set(assumption.id, assumption);
  }
  return [...found.values()];
}

function creditIssue(credits: readonly Supplier[], total: number): Issue[] {
  if (credits.length === 0) return [];
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
