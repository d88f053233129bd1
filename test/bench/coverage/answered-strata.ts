import type { PreparedLm3 } from '../../../core/index.ts';
import type { AnsweredStratum } from './rival-intervals.ts';

/** The rivals work with the strata of ours, so that only the intervals differ. */
export function answeredStrata({ table }: PreparedLm3): AnsweredStratum[] {
  const strata = table.strata.map(() => ({
    spend: [] as number[],
    shares: [] as number[],
    allSpend: 0,
    allCount: 0,
  }));
  table.spend.forEach((amount, place) => {
    const stratum = strata[table.stratum[place] ?? 0];
    if (!stratum) return;
    stratum.allSpend += amount;
    stratum.allCount += 1;
    const share = table.share[place] ?? Number.NaN;
    if (Number.isNaN(share)) return;
    stratum.spend.push(amount);
    stratum.shares.push(share);
  });
  return strata.filter(({ allCount }) => allCount > 0);
}
