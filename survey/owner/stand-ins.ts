import { exactSum } from '../../core/index.ts';

/** An answer that counts, as far as its stratum's sums go. */
export interface StratumShare {
  /** How much it counts in the mean: GBP, or 1 for each. */
  readonly weight: number;
  /** 0 to 1. */
  readonly share: number;
  /** Whether it has to be replaced. */
  readonly hidden: boolean;
}

/**
 * Shares to put in place of those that are kept private, such that the stratum has the same weighted
 * sum and the same sample variance of shares: what LM3 and its interval are worked out from. They are
 * made from these two figures, which the status tells anyway, and from the weights: no answer is in
 * them.
 *
 * All hidden shares become their weighted mean, plus a pattern that leaves the weighted sum as it is,
 * as much of it as the variance asks for. The pattern leads to one where few have everything and the
 * others nothing, so that the shares stay between 0 and 1.
 *
 * @returns the stratum's shares in order; undefined where no pattern reaches the variance
 */
export function standIns(stratum: readonly StratumShare[]): readonly number[] | undefined {
  const places = stratum.flatMap(({ hidden }, place) => (hidden ? [place] : []));
  const shares = stratum.map(({ share }) => share);
  const weights = places.map((place) => stratum[place]?.weight ?? 0);
  const target = sumOfSquares(shares);
  const weighted = exactSum(places.map((place, at) => (weights[at] ?? 0) * (shares[place] ?? 0)));
  const all = exactSum(weights);
  if (all <= 0) return undefined;
  const mean = Math.min(1, weighted / all);
  const withHidden = (hidden: readonly number[]): number[] => {
    const made = [...shares];
    places.forEach((place, at) => {
      made[place] = hidden[at] ?? 0;
    });
    return made;
  };
  const even = weights.map(() => mean);
  const start = sumOfSquares(withHidden(even));
  const near = 1e-9 * Math.max(1e-9, target);
  if (Math.abs(start - target) <= near) return withHidden(even);
  for (const order of ordersOf(weights)) {
    const end = fewHaveAll(weights, order, weighted);
    const at = (step: number): number[] =>
      withHidden(end.map((share, _place) => mean + step * (share - mean)));
    if ((sumOfSquares(at(1)) - target) * (start - target) > 0) continue;
    // Between the two ends the sum of squares goes through the target; halving finds where.
    let [low, high] = [0, 1];
    for (let round = 0; round < 200; round += 1) {
      const middle = (low + high) / 2;
      if ((sumOfSquares(at(middle)) - target) * (start - target) > 0) low = middle;
      else high = middle;
    }
    return at((low + high) / 2);
  }
  return undefined;
}

/** The largest first, the smallest first, and each as the first of them. */
function ordersOf(weights: readonly number[]): number[][] {
  const falling = weights.map((_, at) => at).sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0));
  const rising = falling.toReversed();
  const turned = falling.slice(0, mostTurns).map((_, at) => [...falling.slice(at), ...falling.slice(0, at)]);
  return [rising, falling, ...turned];
}

const mostTurns = 50;

/** Whole shares in an order until the weighted sum is reached; the last of them in part. */
function fewHaveAll(weights: readonly number[], order: readonly number[], weighted: number): number[] {
  const shares = weights.map(() => 0);
  let left = weighted;
  for (const at of order) {
    const weight = weights[at] ?? 0;
    if (weight <= 0) continue;
    shares[at] = Math.min(1, Math.max(0, left / weight));
    left -= weight * (shares[at] ?? 0);
  }
  return shares;
}

/** Of the distances from the plain mean: the sample variance times one less than the number. */
function sumOfSquares(shares: readonly number[]): number {
  const mean = exactSum(shares) / shares.length;
  return exactSum(shares.map((share) => (share - mean) ** 2));
}
