import { type DeprivationReach, deprivationReach } from '../area/deprivation.ts';
import type { Spend } from './spend.ts';

/** GBP by ONS code of the district that it went to, and what could not be placed in one. */
export function spendByDistrict({ byDistrict }: Pick<Spend, 'byDistrict'>): {
  readonly amounts: ReadonlyMap<string, number>;
  readonly unplaced: number;
} {
  const amounts = new Map<string, number>();
  let unplaced = 0;
  for (const { district, pence } of byDistrict) {
    if (district) amounts.set(district.code, pence / 100);
    else unplaced += pence;
  }
  return { amounts, unplaced: unplaced / 100 };
}

/** What share of the money that could be placed reached the most deprived districts; undefined where none was placed. */
export function spendDeprivation(spend: Pick<Spend, 'byDistrict'>): DeprivationReach | undefined {
  return deprivationReach(spendByDistrict(spend).amounts);
}
