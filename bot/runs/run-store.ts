import type { RunFigures } from './run-figures.ts';

/** Where a file was worked on, for whom, and which project it is. */
export interface RunPlace {
  /** Slack's id of the workspace, or of the organisation where the app is installed in all of it. */
  readonly workspace: string;
  readonly channel: string;
  readonly user: string;
  /** What kind of file and which project: a hash, so that no name is kept. */
  readonly project: string;
}

/** The figures of a run, as they were told in that conversation. */
export interface Run extends RunPlace {
  /** Whether everyone in the conversation was told; otherwise only that person was. */
  readonly open: boolean;
  readonly figures: RunFigures;
  readonly at: Date;
}

/**
 * Figures of the last run of each project in each conversation, so that the next can be compared with
 * it. Nothing of the file itself is kept: no supplier, no tenant, no name of a file or a project.
 */
export interface RunStore {
  /** The newest run of the project that this person was told of in this conversation. */
  lastRun(place: RunPlace): Promise<Pick<Run, 'figures' | 'at'> | undefined>;
  /** Takes the place of the run of that person before it. */
  keepRun(run: Run): Promise<void>;
  /** Returns how many were forgotten. */
  forgetRunsOf(workspace: string, user: string): Promise<number>;
  forgetRunsIn(workspace: string): Promise<number>;
  forgetRunsBefore(date: Date): Promise<number>;
}

/** Long enough to compare a year with the year before. */
export const runsKeptDays = 400;
