import type { WebClient } from '@slack/web-api';
import type { Message } from '../blocks/message.ts';
import type { Person } from '../kept/kept-store.ts';
import type { BotLogger } from '../services.ts';
import { sendInForms } from './send.ts';

/** Who can see an answer. */
export type Seen = 'everyone' | 'asker';

/** A message that can still be changed. */
export interface Begun {
  readonly seen: Seen;
  change(message: Message): Promise<void>;
}

/** Ways to answer a person, whatever they did. */
export interface Reply {
  /** For everyone in the conversation, in the thread; for the person alone where the bot may not post. */
  post(message: Message): Promise<Seen>;
  /** For the person who asked only. */
  whisper(message: Message): Promise<void>;
  /** A message that is changed later, such as into the answer; undefined where there is no way to. */
  begin?(message: Message): Promise<Begun | undefined>;
}

/** Where a person spoke, and the thread that answers go to. */
export interface Spot {
  readonly channel: string;
  readonly thread: string;
  readonly user: string;
}

/** Where a person is answered about a file. */
export interface FileSpot extends Omit<Spot, 'thread'>, Person {
  /** None where answers stand outside of threads. */
  readonly thread?: string | undefined;
}

/** Answers in the thread of a conversation that the bot is in. */
export function threadReply(
  client: WebClient,
  spot: Omit<FileSpot, 'workspace'>,
  logger: BotLogger,
): Required<Reply> {
  const { channel, thread, user } = spot;
  const place = { channel, ...(thread === undefined ? {} : { thread_ts: thread }) };
  return {
    post: async (message) => {
      await sendInForms(message, (content) => client.chat.postMessage({ ...place, ...content }), logger);
      return 'everyone';
    },
    whisper: (message) =>
      sendInForms(
        message,
        ({ text, blocks }) =>
          client.chat.postEphemeral({ ...place, user, text, ...(blocks === undefined ? {} : { blocks }) }),
        logger,
      ),
    begin: async (message) => {
      let ts: string | undefined;
      await sendInForms(
        message,
        async (content) => {
          ({ ts } = await client.chat.postMessage({ ...place, ...content }));
        },
        logger,
      );
      if (ts === undefined) return undefined;
      const at = { channel, ts };
      return {
        seen: 'everyone',
        change: (next) =>
          sendInForms(
            next,
            // Blocks that are left out would stay as they were.
            ({ text, blocks = [] }) => client.chat.update({ ...at, text, blocks }),
            logger,
          ),
      };
    },
  };
}
