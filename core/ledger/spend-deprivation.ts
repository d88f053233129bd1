import { type DeprivationReach, deprivationReach } from '../area/deprivation.ts';
import type { Spend } from './spend.ts';

/** What share of the money that could be placed reached the most deprived districts; undefined where none was placed. */
export function spendDeprivation({ byDistrict }: Pick<Spend, 'byDistrict'>): DeprivationReach | undefined {
  return deprivationReach(
    new Map(
      byDistrict.flatMap(({ district, pence }) => (district ? [[district.code, pence / 100] as const] : [])),
    ),
  );
}
