import type { SlackFile } from './file-store.ts';
import type { Json } from './json.ts';

/** One thing said or done, by a person, by the app, or by Slack itself. */
export interface Entry {
  /** A user id, the app's name, or `Slack`. */
  readonly who: string;
  /**
   * The door it came through: `events_api`, `slash_commands` or `interactive` towards the app; a Web API
   * method, `response_url` or `answer` (to a command, in the acknowledgement) from it.
   */
  readonly method: string;
  /** In words: a message, a command, `to that person only`. */
  readonly how: string;
  readonly channel: string;
  /** The stamp of the message, or of the one it changes. */
  readonly ts?: string | undefined;
  /** `thread_ts`, where it belongs to a thread. */
  readonly thread?: string | undefined;
  /** The one person who sees it, where it is for one person. */
  readonly user?: string | undefined;
  readonly text: string;
  readonly blocks?: readonly Json[] | undefined;
  readonly files?: readonly SlackFile[] | undefined;
  /** The entry that it takes the place of. */
  readonly replaces?: Entry | undefined;
  /** The whole request, or the whole payload sent to the app. */
  readonly payload: Json;
}
