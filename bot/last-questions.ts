import type { Spot } from './replies/reply.ts';
import { currentWorkspaceId } from './workspaces/current.ts';

/** How long somebody may take to go on with "and the others?". */
const keptMs = 60 * 60 * 1000;
const mostKept = 2000;
const longestKept = 500;

interface Kept {
  readonly question: string;
  readonly until: number;
  readonly workspace: string | undefined;
}

/**
 * The last question of each person in each thread, for one hour, so that the next may lean on it. Kept in
 * the memory of this process only, never written down: after a restart a question stands alone. In a
 * direct message the whole conversation counts as one thread.
 */
export class LastQuestions {
  /** Oldest first. */
  readonly #kept = new Map<string, Kept>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** What the person asked there last; undefined after an hour. */
  before(spot: Spot): string | undefined {
    const kept = this.#kept.get(keyOf(spot));
    return kept !== undefined && kept.until > this.#now() ? kept.question : undefined;
  }

  keep(spot: Spot, question: string): void {
    const key = keyOf(spot);
    this.#kept.delete(key);
    this.#kept.set(key, {
      question: question.slice(0, longestKept),
      until: this.#now() + keptMs,
      workspace: currentWorkspaceId(),
    });
    for (const [oldest, { until }] of this.#kept) {
      if (until > this.#now() && this.#kept.size <= mostKept) return;
      this.#kept.delete(oldest);
    }
  }

  /** Drops what was asked in a workspace that has taken the bot out. */
  forgetWorkspace(gone: string): void {
    for (const [key, { workspace }] of this.#kept) if (workspace === gone) this.#kept.delete(key);
  }

  /** Drops what one person asked, wherever it was. */
  forget(user: string): void {
    for (const key of this.#kept.keys()) if (key.startsWith(`${user} `)) this.#kept.delete(key);
  }
}

/** Slack's ids of direct messages begin with D; every message there starts a thread of its own. */
const keyOf = ({ channel, thread, user }: Spot): string =>
  channel.startsWith('D') ? `${user} ${channel}` : `${user} ${channel} ${thread}`;
