import type { Explained } from '../../explain/explained.ts';
import { formatCount, formatGbp, formatRatio } from '../../units/format.ts';
import { exactSum } from '../../units/sum.ts';
import type { Issue, Outcome } from '../../workbook/issue.ts';
import { computePrepared, prepareLm3 } from '../lm3.ts';
import type { Lm3Project } from '../project.ts';
import type { Lm3Result } from '../result.ts';
import type { SpendParts } from '../rounds.ts';
import { signedRatio } from '../signed.ts';
import { takenShares } from '../taken-shares.ts';
import { averageGain } from './average-gain.ts';
import { type LeakSum, leakSums } from './leak-sums.ts';
import { noPriceChange, type RoutePointer, routePointer } from './route-pointer.ts';

/** A supplier or category through which money leaves. GBP, shares 0 to 1. */
export interface Leak extends LeakSum {
  /** What LM3 gains if all its non-local spend went to the average local supplier; null when there is none. */
  readonly movingAddsToLm3: number | null;
  /** None of its suppliers is local. */
  readonly gap: boolean;
  readonly suggestion?: { readonly words: string; readonly routes: RoutePointer };
}

/** Where money leaves, ranked. Amounts are GBP. */
export interface Leaks {
  readonly lm3: number;
  readonly round1: number;
  /** Everything that left in rounds 2 and 3: three times round 1 less the total. */
  readonly leaving: {
    readonly staff: number;
    readonly suppliers: number;
    /** Other direct costs, employer's costs and surplus. */
    readonly other: number;
    readonly total: number;
  };
  /** Suppliers by pounds leaving, the most first. */
  readonly suppliers: readonly Leak[];
  /** Suppliers by what moving them would add to LM3, the most first; local ones are not in it. */
  readonly moves: readonly Leak[];
  /** Categories by pounds leaving; empty where no category was given. */
  readonly categories: readonly Leak[];
  /** Categories without any local supplier, by spend. */
  readonly gaps: readonly Leak[];
  /** Suppliers that count, and those of them without a category. */
  readonly counted: { readonly suppliers: number; readonly withoutCategory: number };
  /** What a pound moved from the average non-local to the average local supplier gains; null without both. */
  readonly averageGain: Explained | null;
  readonly routes: RoutePointer;
  readonly sentences: readonly string[];
  readonly issues: readonly Issue[];
}

/**
 * Ranks categories and suppliers by the pounds that leave the area through them and by what moving
 * them to the average local supplier would add.
 *
 * Source: docs/method/lm3.md, Leaks.
 *
 * @param listed longest list of suppliers, categories and moves
 */
export function leaks(project: Lm3Project, listed = 20): Outcome<Leaks> {
  const prepared = prepareLm3(project);
  const computed = computePrepared(prepared);
  if (!computed.ok) return computed;
  const result = computed.value;
  const taken = takenShares(prepared);
  const worthLocal = result.worth.localSupplier;
  const localShare = worthLocal === null ? undefined : worthLocal - 1;
  const sums = leakSums(prepared, taken, localShare);
  const { suppliers, categories } = sums;
  const gaps = categories.filter(isGap).sort((a, b) => b.spend - a.spend || nameOrder(a, b));
  // Only what is listed is put into words: there may be 140,000 suppliers.
  const shown = (ranked: readonly LeakSum[]): Leak[] =>
    ranked.slice(0, listed).map((sum) => leakOf(sum, result.round1, localShare !== undefined));
  const value: Leaks = {
    lm3: result.lm3,
    round1: result.round1,
    leaving: leavingByKind(result, taken.parts, sums.suppliers),
    suppliers: shown([...suppliers].sort(byLeaving)),
    moves: shown(suppliers.filter(({ movingAdds }) => movingAdds > 0).sort(byMoving)),
    categories: shown([...categories].sort(byLeaving)),
    gaps: shown(gaps),
    counted: {
      suppliers: suppliers.length,
      withoutCategory: suppliers.filter(({ category }) => category === undefined).length,
    },
    averageGain: averageGain(taken) ?? null,
    routes: routePointer,
    sentences: [],
    issues: computed.issues,
  };
  return { ok: true, value: { ...value, sentences: sentencesOf(value, gaps) }, issues: computed.issues };
}

const nameOrder = (a: LeakSum, b: LeakSum): number => (a.name < b.name ? -1 : 1);
const byLeaving = (a: LeakSum, b: LeakSum): number => b.leaving.total - a.leaving.total || nameOrder(a, b);
const byMoving = (a: LeakSum, b: LeakSum): number => b.movingAdds - a.movingAdds || nameOrder(a, b);

/** Spend of a kind with nobody local to place it with. */
const isGap = ({ localSuppliers }: LeakSum): boolean => localSuppliers === 0;

function leakOf(sum: LeakSum, round1: number, known: boolean): Leak {
  const adds = known && sum.localSpend < sum.spend ? sum.movingAdds / round1 : null;
  return {
    ...sum,
    movingAddsToLm3: adds,
    gap: isGap(sum),
    ...(adds !== null && adds > 0
      ? {
          suggestion: {
            words: `${formatGbp(sum.spend - sum.localSpend)} does not go to local suppliers; placed with the average local supplier it would move LM3 by ${signedRatio(adds)}.`,
            routes: routePointer,
          },
        }
      : {}),
  };
}

/** The three add up to what left in rounds 2 and 3. */
function leavingByKind(
  { round1, total: kept, round3Parts }: Lm3Result,
  { localStaff, nonLocalStaff }: SpendParts,
  suppliers: readonly LeakSum[],
): Leaks['leaving'] {
  const bySuppliers = exactSum(suppliers.map(({ leaving }) => leaving.total));
  const total = 3 * round1 - kept;
  const respent = round3Parts.localStaff + round3Parts.nonLocalStaff;
  const staff = localStaff.value + 2 * nonLocalStaff.value - respent;
  return { staff, suppliers: bySuppliers, other: total - staff - bySuppliers, total };
}

/** Names said in one sentence. */
const said = 3;

function sentencesOf(found: Leaks, gaps: readonly LeakSum[]): string[] {
  const { leaving, suppliers, moves, averageGain: gain, counted } = found;
  const [worst] = suppliers;
  const [best] = moves;
  const named = gaps.slice(0, said).map(({ name, spend }) => `${name} (${formatGbp(spend)})`);
  const more = gaps.length > said ? ` and ${formatCount(gaps.length - said)} more` : '';
  return [
    `${formatGbp(leaving.total)} left the area in rounds 2 and 3: ${formatGbp(leaving.staff)} through staff, ${formatGbp(leaving.suppliers)} through suppliers, ${formatGbp(leaving.other)} through other costs. Had nothing left, LM3 would be ${formatRatio(3)}.`,
    ...(worst ? [`The largest leak is ${worst.name}, ${formatGbp(worst.leaving.total)}.`] : []),
    ...(best?.movingAddsToLm3
      ? [
          `Moving ${best.name} to the average local supplier would change LM3 most, by ${signedRatio(best.movingAddsToLm3)}.`,
        ]
      : []),
    gain
      ? `A pound moved from the average non-local to the average local supplier gains ${formatGbp(gain.value)} in rounds 2 and 3.`
      : 'What a moved pound gains cannot be told: it needs spend with both local and non-local suppliers.',
    ...(gaps.length > 0 ? [`No supplier is local in: ${named.join(', ')}${more}.`] : []),
    ...(counted.suppliers > 0 && counted.withoutCategory === counted.suppliers
      ? ['No supplier has a category, so market gaps cannot be told.']
      : []),
    noPriceChange,
    found.routes.words,
  ];
}
