/**
 * Adds numbers with a running correction (Neumaier), so that the order of 140,000 amounts and the
 * splitting of one amount into two do not move the total.
 *
 * @example exactSum([0.1, 0.2, 0.3]) // 0.6
 */
export function exactSum(values: Iterable<number>): number {
  const total = new RunningSum();
  for (const value of values) total.add(value);
  return total.value;
}

/** The same correction for sums that grow one amount at a time. */
export class RunningSum {
  private sum = 0;
  private correction = 0;

  add(value: number): void {
    const next = this.sum + value;
    // The smaller of the two loses its low digits in the addition: keep what was lost.
    this.correction +=
      Math.abs(this.sum) >= Math.abs(value) ? this.sum - next + value : value - next + this.sum;
    this.sum = next;
  }

  get value(): number {
    return this.sum + this.correction;
  }
}
