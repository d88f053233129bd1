import type { BlockRefusal } from './check-blocks.ts';
import type { Place } from './installs.ts';
import type { Json } from './json.ts';
import type { Workspace } from './workspace.ts';

/** A method of the Web API. */
export interface Method {
  /** The scope that the token needs. */
  readonly scope?: string;
  /** `none` where the call says in its arguments who it is. */
  readonly token?: 'bot' | 'app' | 'none';
  readonly required?: readonly string[];
  /** @throws SlackError where Slack would answer `ok: false` */
  answer(workspace: Workspace, body: Json, place: Place): Json;
}

/** Slack's `ok: false`: the error's code, and what goes with it. */
export class SlackError extends Error {
  constructor(
    code: string,
    readonly more: Json = {},
  ) {
    super(code);
  }
}

/** @throws SlackError in Slack's shape where there is a refusal */
export function throwRefusal(refusal: BlockRefusal | undefined): void {
  if (!refusal) return;
  throw new SlackError(refusal.error, {
    errors: refusal.messages,
    response_metadata: { messages: refusal.messages.map((message) => `[ERROR] ${message}`) },
  });
}
