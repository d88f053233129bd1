import type { FileHosts } from './files/download.ts';
import type { Lm3Jobs } from './files/lm3-jobs.ts';
import type { InFlight } from './in-flight.ts';
import type { RecentResults } from './recent-results.ts';

/** What the bot asks of a logger; pino's fits. */
export interface BotLogger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** What the listeners work with; made once in `app.ts`. */
export interface Services {
  readonly botToken: string;
  readonly store: { claimEvent(id: string, now: Date): Promise<boolean> };
  readonly logger: BotLogger;
  readonly fileHosts: FileHosts;
  readonly jobs: Lm3Jobs;
  readonly recent: RecentResults;
  readonly inFlight: InFlight;
}
