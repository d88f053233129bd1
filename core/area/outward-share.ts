import type { PostcodeIndex } from './postcode-index.ts';

/** How the live postcodes of a first half lie. */
export interface OutwardShares {
  /** Live postcodes. */
  readonly postcodes: number;
  /** ONS codes with their share of the live postcodes, the largest first. */
  readonly districts: readonly { readonly code: string; readonly share: number }[];
}

/** By district, for a first half that has live postcodes. */
export function outwardShares(index: PostcodeIndex, outward: string): OutwardShares | undefined {
  const rows = index.rowsOf(outward);
  if (!rows) return undefined;
  const counts = new Map<string, number>();
  let postcodes = 0;
  for (let row = rows.from; row < rows.to; row += 1) {
    if (index.terminatedAt(row)) continue;
    postcodes += 1;
    const code = index.districtAt(row);
    if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  if (postcodes === 0) return undefined;
  const districts = [...counts]
    .map(([code, count]) => ({ code, share: count / postcodes }))
    .sort((a, b) => b.share - a.share || (a.code < b.code ? -1 : 1));
  return { postcodes, districts };
}
