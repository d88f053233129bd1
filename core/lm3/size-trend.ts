import type { SupplierTable } from './supplier-table.ts';

/** Fewest answers in which a trend can be seen. */
const fewestAnswers = 4;

/**
 * How surely the re-spend shares of each stratum rise or fall with the size of the supplier: Student
 * t of the correlation between share and logarithm of spend over its answers, above 0 where larger
 * suppliers re-spend more. 0 where there are too few answers or nothing varies.
 */
export function sizeTrends({ spend, share, stratum, strata }: SupplierTable): number[] {
  const sums = strata.map(() => ({ count: 0, x: 0, y: 0, xx: 0, yy: 0, xy: 0 }));
  for (let place = 0; place < spend.length; place += 1) {
    const y = share[place] as number;
    const sum = sums[stratum[place] as number];
    if (Number.isNaN(y) || !sum) continue;
    const x = Math.log(spend[place] as number);
    sum.count += 1;
    sum.x += x;
    sum.y += y;
    sum.xx += x * x;
    sum.yy += y * y;
    sum.xy += x * y;
  }
  return sums.map(({ count, x, y, xx, yy, xy }) => {
    const across = xx - (x * x) / count;
    const up = yy - (y * y) / count;
    // Sums of squares of equal values differ from 0 by lost digits only.
    if (count < fewestAnswers || across < 1e-9 * xx || up < 1e-9 * yy) return 0;
    const correlation = (xy - (x * y) / count) / Math.sqrt(across * up);
    return correlation * Math.sqrt((count - 2) / Math.max(1 - correlation * correlation, 1e-12));
  });
}
