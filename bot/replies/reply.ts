import type { WebClient } from '@slack/web-api';
import type { Message } from '../blocks/message.ts';
import type { BotLogger } from '../services.ts';
import { sendInForms } from './send.ts';

/** Ways to answer a person, whatever they did. */
export interface Reply {
  /** For everyone in the conversation, in the thread. */
  post(message: Message): Promise<void>;
  /** For the person who asked only. */
  whisper(message: Message): Promise<void>;
}

/** Where a person spoke, and the thread that answers go to. */
export interface Spot {
  readonly channel: string;
  readonly thread: string;
  readonly user: string;
}

/** Answers in the thread of a conversation that the bot is in. */
export function threadReply(client: WebClient, spot: Spot, logger: BotLogger): Reply {
  const { channel, thread, user } = spot;
  const place = { channel, thread_ts: thread };
  return {
    post: (message) =>
      sendInForms(message, (content) => client.chat.postMessage({ ...place, ...content }), logger),
    whisper: (message) =>
      sendInForms(
        message,
        ({ text, blocks }) =>
          client.chat.postEphemeral({ ...place, user, text, ...(blocks === undefined ? {} : { blocks }) }),
        logger,
      ),
  };
}
