import type { WebClient } from '@slack/web-api';
import type { FileDesk } from './files/file-desk.ts';
import type { FileThread } from './files/file-thread.ts';
import type { WorkbookReader } from './files/workbook-reader.ts';
import type { KeptStore } from './kept/kept-store.ts';
import type { LastQuestions } from './last-questions.ts';
import type { RunStore } from './runs/run-store.ts';

/** What the bot asks of a logger; pino's fits. */
export interface BotLogger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** What the bot remembers, handed to it by the server. */
export interface BotStore {
  /** True exactly once for each id, in whichever process. */
  claimEvent(id: string, now: Date): Promise<boolean>;
  /** Figures of the last run of each project in each conversation. */
  readonly runs: RunStore;
  /** What people asked the bot to keep. */
  readonly kept: KeptStore;
}

/** What listeners work with; made once in `app.ts`. */
export interface Services {
  readonly client: WebClient;
  readonly logger: BotLogger;
  /** Who may have a file worked on now. */
  readonly desk: FileDesk;
  /** From a file in Slack to its LM3. */
  readonly reader: WorkbookReader;
  /** Writes workbooks without keeping anybody waiting. */
  readonly writer: Pick<FileThread, 'workbook'>;
  /** What people asked the bot to keep. */
  readonly kept: KeptStore;
  /** What was asked before in a thread, for a question that leans on it. */
  readonly questions: LastQuestions;
  /** For a comparison with the last run of the same project. */
  readonly runs: RunStore;
  /** Work on a file that takes longer is told of while it goes on. */
  readonly progressAfterMs: number;
}
