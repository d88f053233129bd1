import { type Explained, everyNode } from '../explain/explained.ts';
import type { PreparedLm3 } from './lm3.ts';
import { stratumRespend } from './respend.ts';
import { type Round3, round3 } from './round-3.ts';
import { type SpendParts, spendParts } from './rounds.ts';
import { type Stratum, type SupplierTally, tallyTable } from './strata.ts';

/** What every supplier that counts is taken to re-spend: its own answer, or the ratio of its stratum. */
export interface TakenShares {
  readonly tally: SupplierTally;
  readonly parts: SpendParts;
  readonly third: Round3;
  /** The ratio for silent suppliers of each stratum whose re-spending counts, by its id. */
  readonly ratios: ReadonlyMap<string, Explained>;
  /** Whether suppliers of a stratum count in round 3. */
  readonly follows: (local: boolean) => boolean;
  /** Re-spend share of the supplier at a place of the table, 0 to 1; 0 where round 3 does not follow it. */
  readonly shareAt: (place: number) => number;
}

/** Reads what is taken for suppliers off a prepared project. */
export function takenShares({ project, table, leftOut, heldRatios }: PreparedLm3): TakenShares {
  const tally = tallyTable(table, leftOut);
  const parts = spendParts(project, tally);
  const third = round3(project, tally, parts, heldRatios);
  const pool = third.followed.map(({ stratum }) => stratum);
  const ratios = new Map(pool.map((stratum) => [stratum.id, ratioOfSilent(stratum, pool, project)] as const));
  const byStratum = table.strata.map(({ id }) => ratios.get(id)?.value);
  return {
    tally,
    parts,
    third,
    ratios,
    follows: (local) => local || project.method !== 'chain',
    shareAt: (place) => {
      const ratio = byStratum[table.stratum[place] ?? -1];
      if (ratio === undefined) return 0;
      const answer = table.share[place] ?? Number.NaN;
      return Number.isNaN(answer) ? ratio : answer;
    },
  };
}

/** The ratio that a silent supplier of a stratum is given, whether or not it has one. */
export function ratioOfSilent(
  stratum: Stratum,
  pool: readonly Stratum[],
  rules: Parameters<typeof stratumRespend>[2],
): Explained {
  const silent =
    stratum.silent.count > 0 ? stratum.silent : { count: 1, spend: 1, spendSquares: 1, largest: [] };
  const { all } = stratumRespend({ ...stratum, silent }, pool, rules);
  for (const node of everyNode(all)) if (node.id === `${all.id}.ratio`) return node;
  throw new TypeError(`ratioOfSilent: the workings of ${stratum.label} suppliers hold no ratio`);
}
