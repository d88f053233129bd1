import type { Explained } from '../../explain/explained.ts';
import { exactSum } from '../../units/sum.ts';
import type { PreparedLm3 } from '../lm3.ts';
import type { Lm3Project } from '../project.ts';
import type { Lm3Result } from '../result.ts';
import { round3 } from '../round-3.ts';
import { allSpend, incomeAsRound1, spendParts } from '../rounds.ts';
import { tallyTable } from '../strata.ts';
import { type Draw, drawOf } from './draw.ts';
import type { PlanOptions } from './options.ts';
import { type PlanningSpread, planningSpread } from './planning-spread.ts';
import { type Kind, type SizeRanks, sizeRanks } from './size-ranks.ts';
import type { Ground } from './split.ts';

/** All that designs are made of. */
export interface PlanSite {
  readonly prepared: PreparedLm3;
  readonly ranks: SizeRanks;
  readonly ground: Ground;
  readonly spread: Readonly<Record<Kind, PlanningSpread>>;
  readonly draw: Draw;
  readonly round1: Explained;
  /** GBP that the staff survey leaves open. */
  readonly staffOpen: number;
  readonly result: Lm3Result;
  /** GBP with all suppliers that count, and with those that may be asked. */
  readonly spendWithAll: number;
  readonly askableSpend: number;
}

/** Ranks the suppliers, gives them random numbers, and works out what every design shares. */
export function planSite(prepared: PreparedLm3, result: Lm3Result, options: PlanOptions): PlanSite {
  const { project, table, leftOut } = prepared;
  const chain = project.method === 'chain';
  const tally = tallyTable(table, leftOut);
  const parts = spendParts(project, tally);
  const spent = allSpend(parts);
  const { staff } = round3(project, tally, parts);
  const spread = {
    local: planningSpread(tally.local, options),
    nonLocal: planningSpread(tally.nonLocal, options),
  };
  const ranks = sizeRanks(table, chain);
  const staffSpreads = staff.flatMap((group) => (group.spread ? [group.spread] : []));
  const never = neverAnInterval(project, staffSpreads);
  return {
    prepared,
    ranks,
    spread,
    draw: drawOf(table.spend.length, ranks, options.seed),
    round1: project.income === undefined ? spent : incomeAsRound1(project.income, spent),
    staffOpen: staff.reduce((total, { low, high }) => total + high - low, 0),
    result,
    spendWithAll: exactSum(table.spend),
    askableSpend: exactSum(Float64Array.from(ranks.askable, (place) => table.spend[place] as number)),
    ground: {
      ranks,
      kinds: chain ? ['local'] : ['local', 'nonLocal'],
      shareVariance: { local: spread.local.variance, nonLocal: spread.nonLocal.variance },
      answerRate: options.answerRate,
      mean: project.settings.meanOfAnswers,
      staff: staffSpreads.map(({ shareVariance, reach = 0, answers }) => ({
        variance: shareVariance * reach,
        freedom: answers - 1,
      })),
      ...(never === undefined ? {} : { never }),
    },
  };
}

function neverAnInterval(
  { nonResponse }: Lm3Project,
  staff: readonly { readonly reach: number | undefined }[],
): string | undefined {
  if (nonResponse === 'zero') return 'silent suppliers are set to re-spend nothing';
  return staff.some(({ reach }) => reach === undefined)
    ? 'the pay of the staff who answered the staff survey is not known'
    : undefined;
}
