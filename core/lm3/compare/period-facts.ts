import type { Issue, Outcome } from '../../workbook/issue.ts';
import { computePrepared, type PreparedLm3, prepareLm3 } from '../lm3.ts';
import type { Lm3Project } from '../project.ts';
import type { Lm3Result } from '../result.ts';
import type { Round3 } from '../round-3.ts';
import { type TakenShares, takenShares } from '../taken-shares.ts';

/** A part of something: how much of it, and what that part re-spends; undefined where there is nothing. */
export interface Part {
  /** Share of the whole, 0 to 1. */
  readonly weight: number | undefined;
  /** Re-spend share, 0 to 1. */
  readonly rate: number | undefined;
}

export interface Kind extends Part {
  readonly answered: Part;
  readonly silent: Part;
}

/** One period, taken apart so that two of them can be compared. Weights and rates are shares 0 to 1. */
export interface PeriodFacts {
  readonly label: string;
  readonly project: Lm3Project;
  readonly prepared: PreparedLm3;
  readonly taken: TakenShares;
  readonly result: Lm3Result;
  /** All suppliers: their weight in round 1, and what they re-spend of what they receive. */
  readonly suppliers: Part & { readonly local: Kind; readonly nonLocal: Kind };
}

/** Computes one period. `index` tells it apart where the project names no period. */
export function periodFacts(
  project: Lm3Project,
  index: number,
  issues: readonly Issue[] = [],
): Outcome<PeriodFacts> {
  const prepared = prepareLm3(project);
  const computed = computePrepared(prepared, { issues });
  if (!computed.ok) return computed;
  const taken = takenShares(prepared);
  const { round1, round3Parts } = computed.value;
  const [local, nonLocal] = [taken.tally.local, taken.tally.nonLocal].map((kind) => {
    const of = respent(taken.third, kind.local);
    return { answered: kind.answered.spend, silent: kind.silent.spend, of };
  }) as [Spends, Spends];
  const spend = total(local) + total(nonLocal);
  const value: PeriodFacts = {
    label: periodLabel(project, index),
    project,
    prepared,
    taken,
    result: computed.value,
    suppliers: {
      weight: spend / round1,
      rate: over(round3Parts.localSuppliers + round3Parts.nonLocalSuppliers, spend),
      local: kindOf(local, spend),
      nonLocal: kindOf(nonLocal, spend),
    },
  };
  return { ok: true, value, issues: computed.issues };
}

/** The period as it is printed; its number where the project names none. */
export const periodLabel = ({ period }: Lm3Project, index: number): string => period ?? `period ${index + 1}`;

interface Spends {
  readonly answered: number;
  readonly silent: number;
  readonly of: { readonly answered: number; readonly silent: number };
}

/** GBP re-spent by suppliers of one kind that answered, and taken for those that did not. */
function respent({ followed }: Round3, local: boolean): Spends['of'] {
  const parts = followed.filter(({ stratum }) => stratum.local === local);
  const answered = parts.reduce((sum, { respend }) => sum + respend.answered.value, 0);
  const all = parts.reduce((sum, { respend }) => sum + respend.all.value, 0);
  return { answered, silent: all - answered };
}

const total = ({ answered, silent }: Spends): number => answered + silent;

const over = (amount: number, of: number): number | undefined => (of === 0 ? undefined : amount / of);

function kindOf(kind: Spends, allSpend: number): Kind {
  const own = total(kind);
  return {
    weight: over(own, allSpend),
    rate: over(kind.of.answered + kind.of.silent, own),
    answered: { weight: over(kind.answered, own), rate: over(kind.of.answered, kind.answered) },
    silent: { weight: over(kind.silent, own), rate: over(kind.of.silent, kind.silent) },
  };
}
