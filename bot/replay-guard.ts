import type { IncomingMessage } from 'node:http';

const windowSeconds = 300;
const mostRemembered = 20_000;

/**
 * Refuses requests that Slack's signature alone lets pass: those stamped in the future, and exact
 * copies of one that was taken within five minutes.
 */
export class ReplayGuard {
  /** Signature to the second at which it may be forgotten, the oldest first. */
  private readonly seen = new Map<string, number>();

  constructor(private readonly now: () => number = Date.now) {}

  /** True once for each signature whose time stamp is within five minutes of now. */
  admits({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
    const signature = String(headers['x-slack-signature'] ?? '');
    const stamp = Number(headers['x-slack-request-timestamp']);
    const seconds = Math.floor(this.now() / 1000);
    if (signature === '' || !Number.isFinite(stamp) || Math.abs(seconds - stamp) > windowSeconds)
      return false;
    this.forget(seconds);
    if (this.seen.has(signature)) return false;
    this.seen.set(signature, seconds + 2 * windowSeconds);
    return true;
  }

  private forget(seconds: number): void {
    for (const [signature, until] of this.seen) {
      if (until > seconds && this.seen.size < mostRemembered) return;
      this.seen.delete(signature);
    }
  }
}
