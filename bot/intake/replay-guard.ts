/** Slack's own limit on how far a request's time may be off. */
const windowSeconds = 300;

/** Ten times what Slack sends a workspace at most in the time that signatures are remembered. */
const mostRemembered = 50_000;

/**
 * Refuses what a right signature alone lets pass: requests from the past or the future, and exact
 * copies of one that was taken. To be asked only about signatures that were found right, so that
 * nobody can fill its memory with made-up ones.
 */
export class ReplayGuard {
  /** Signature to the second from which its own time refuses it; in the order in which they came. */
  readonly #taken = new Map<string, number>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** True once for each signature whose time, in seconds, is within five minutes of now. */
  admit(signature: string, time: number): boolean {
    const now = Math.floor(this.#now() / 1000);
    if (!(Math.abs(now - time) <= windowSeconds)) return false;
    this.#forget(now);
    if (this.#taken.has(signature)) return false;
    this.#taken.set(signature, time + windowSeconds);
    return true;
  }

  /** Lets the same request come once more: Slack repeats a failed one at once, with the same signature. */
  release(signature: string): void {
    this.#taken.delete(signature);
  }

  #forget(now: number): void {
    // The oldest come first, give or take ten minutes; one that stays longer does no harm.
    for (const [signature, last] of this.#taken) {
      if (last >= now && this.#taken.size < mostRemembered) return;
      this.#taken.delete(signature);
    }
  }
}
