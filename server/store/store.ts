import type { RunStore } from '../../bot/runs/run-store.ts';
import type { InstallationStore } from '../../bot/workspaces/installation-store.ts';
import type { SurveyStore } from '../../survey/store.ts';
import type { BackupCount } from './backup.ts';
import type { SlackKept } from './slack-kept.ts';

/**
 * What the server remembers between starts. The faces are handed the part they need
 * (`Pick<Store, 'claimEvent'>`), so none of them knows which engine is behind it.
 */
export interface Store {
  /**
   * True exactly once for each id, whichever process asks and however many ask at the same time.
   * Whoever gets `true` does the work. The claim is on disk before the promise resolves.
   */
  claimEvent(id: string, now: Date): Promise<boolean>;
  /** Drops claims made before `date`, so that the list does not grow for ever. Returns how many. */
  forgetEventsBefore(date: Date): Promise<number>;
  /** What people in Slack asked the bot to keep. */
  readonly kept: SlackKept;
  /** Workspaces that the bot is installed in. */
  readonly installations: InstallationStore;
  /** Surveys, suppliers, answers and mails. */
  readonly survey: SurveyStore;
  /** Figures of the last runs in Slack. */
  readonly runs: RunStore;
  /** Rejects when the store cannot be read. */
  check(): Promise<void>;
  /** Everything in one file, as it is at one moment; see `backup.ts`. */
  backUp(file: string): Promise<BackupCount>;
  /** Puts a backup into this store, which must be empty. Rejects with a `BackupError` when it cannot. */
  restore(file: string): Promise<BackupCount>;
  close(): Promise<void>;
}
