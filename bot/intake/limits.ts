/** How many things somebody may do at once, and how quickly more become allowed. */
export interface BucketSize {
  readonly most: number;
  readonly perSecond: number;
}

/** Far more than a person does by hand. */
export const personSize: BucketSize = { most: 60, perSecond: 1 };
/** Slack itself sends an app no more than 8.3 events a second from one workspace. */
export const workspaceSize: BucketSize = { most: 300, perSecond: 10 };

const mostKept = 20_000;

interface Bucket {
  left: number;
  at: number;
}

/** A bucket of tokens for each name: a token is taken for each thing done, and more drip in with time. */
export class Buckets {
  /** The one used longest ago comes first. */
  readonly #buckets = new Map<string, Bucket>();
  readonly #size: BucketSize;
  readonly #now: () => number;

  constructor(size: BucketSize, now: () => number = Date.now) {
    this.#size = size;
    this.#now = now;
  }

  /** Takes tokens where there are that many. */
  take(name: string, tokens: number): boolean {
    const { most, perSecond } = this.#size;
    const now = this.#now();
    const { left, at } = this.#buckets.get(name) ?? { left: most, at: now };
    const filled = Math.min(most, left + (Math.max(now - at, 0) / 1000) * perSecond);
    const enough = filled >= tokens;
    this.#buckets.delete(name);
    this.#buckets.set(name, { left: enough ? filled - tokens : filled, at: now });
    this.#forget(now);
    return enough;
  }

  /** A bucket that is full again is as good as none. */
  #forget(now: number): void {
    const { most, perSecond } = this.#size;
    for (const [name, { left, at }] of this.#buckets) {
      const full = left + ((now - at) / 1000) * perSecond >= most;
      if (!full && this.#buckets.size <= mostKept) return;
      this.#buckets.delete(name);
    }
  }
}
