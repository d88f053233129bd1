/** The first second of 2026: message stamps count from there, the same in every run. */
const firstStamp = 1_767_225_600;

/** Ids and message stamps, counted so that the same conversation gets the same ones. */
export class Counters {
  private readonly counts = new Map<string, number>();

  /** `F1`, `F2` and so on, counted for each kind by itself. */
  id(kind: string): string {
    return `${kind}${this.next(kind)}`;
  }

  /** A message stamp, one second after the last. */
  ts(): string {
    return `${firstStamp + this.next('ts')}.000100`;
  }

  private next(kind: string): number {
    const count = (this.counts.get(kind) ?? 0) + 1;
    this.counts.set(kind, count);
    return count;
  }
}

/** Slack's own clock for what expires; a test can put it forward. */
export class SlackClock {
  private aheadMs = 0;

  now(): number {
    return Date.now() + this.aheadMs;
  }

  advance(ms: number): void {
    this.aheadMs += ms;
  }
}
