import { districtByCode, districtName } from '../../area/districts.ts';
import type { LocalArea } from '../../area/local-area.ts';
import { exactSum } from '../../units/sum.ts';

/** What the map is made from. */
export interface DistrictMoney {
  /** GBP by ONS code of the district, of today or before; credits below 0. */
  readonly amounts: ReadonlyMap<string, number>;
  readonly area: LocalArea;
  /** GBP that could not be placed in a district. */
  readonly unplaced?: number;
  /** What the map shows, such as "Calderdale Council, August 2022". */
  readonly about?: string;
}

/** One district of the table beside the map. */
export interface RankedDistrict {
  /** 1 for the district that got the most. */
  readonly rank: number;
  readonly code: string;
  readonly name: string;
  readonly amount: number;
  /** Of the placed money. */
  readonly share: number;
  /** One of the districts of the local area. A circle may cut districts, so it makes none of them local. */
  readonly local: boolean;
}

/** Districts with money, the most first, and all that was placed. */
export interface RankedMoney {
  readonly placed: number;
  readonly districts: readonly RankedDistrict[];
}

export function rankMoney({ amounts, area }: DistrictMoney): RankedMoney {
  const today = new Map<string, number[]>();
  for (const [code, amount] of amounts) {
    const now = districtByCode(code)?.district.code ?? code;
    today.set(now, [...(today.get(now) ?? []), amount]);
  }
  const sums = [...today].map(([code, parts]) => ({ code, amount: exactSum(parts) }));
  const placed = exactSum(sums.map(({ amount }) => amount));
  const local = new Set(area.districts.map(({ code }) => code));
  const districts = sums
    .filter(({ amount }) => amount !== 0)
    .sort((a, b) => b.amount - a.amount || (a.code < b.code ? -1 : 1))
    .map(({ code, amount }, at) => ({
      rank: at + 1,
      code,
      name: districtName(code),
      amount,
      share: amount / placed,
      local: local.has(code),
    }));
  return { placed, districts };
}

/**
 * The districts of a table of so many: the local ones, which always belong there, and the largest others;
 * in order of their rank.
 */
export function tabled({ districts }: RankedMoney, most: number): RankedDistrict[] {
  const local = districts.filter((district) => district.local).slice(0, most);
  const others = districts.filter((district) => !district.local).slice(0, most - local.length);
  return [...local, ...others].sort((a, b) => a.rank - b.rank);
}
