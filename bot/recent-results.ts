import { randomUUID } from 'node:crypto';
import type { ChaseList, Lm3Result } from '../core/index.ts';

const keptMs = 60 * 60 * 1000;
const mostKept = 200;

/** What the buttons under a result need. */
export interface RecentResult {
  /** The person who asked: nobody else may see single suppliers. */
  readonly userId: string;
  readonly result: Lm3Result;
  readonly chase: ChaseList;
}

/** Results kept in memory for an hour, the newest two hundred, so that buttons can show more. */
export class RecentResults {
  private readonly kept = new Map<string, RecentResult & { readonly until: number }>();

  constructor(private readonly now: () => number = Date.now) {}

  keep(recent: RecentResult): string {
    const id = randomUUID();
    this.kept.set(id, { ...recent, until: this.now() + keptMs });
    for (const [old, { until }] of this.kept) {
      if (until > this.now() && this.kept.size <= mostKept) break;
      this.kept.delete(old);
    }
    return id;
  }

  find(id: string): RecentResult | undefined {
    const found = this.kept.get(id);
    return found && found.until > this.now() ? found : undefined;
  }
}
