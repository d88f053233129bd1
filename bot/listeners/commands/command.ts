import type { WebClient } from '@slack/web-api';
import type { Message } from '../../blocks/message.ts';
import type { Person } from '../../kept/kept-store.ts';
import type { Services } from '../../services.ts';

/** A slash command that a person typed. */
export interface CommandCall {
  readonly services: Services;
  /** Speaks for the workspace that the command came from. */
  readonly client: WebClient;
  readonly person: Person;
  readonly channel: string;
  /** What follows the command, without markup. */
  readonly typed: string;
  /** Opens a form, within three seconds. */
  readonly triggerId: string;
  /** Where that person can be answered alone, five times within half an hour. */
  readonly responseUrl: string;
  /** Answers for that person only. */
  readonly tell: (message: Message) => Promise<void>;
}

/** One command: what its `help` says, and what it does with anything else. */
export interface Command {
  readonly help: () => Message;
  /** What needs no work and can be said in the acknowledgement itself. */
  readonly atOnce?: (typed: string) => Message | undefined;
  readonly run: (call: CommandCall) => Promise<void>;
}
