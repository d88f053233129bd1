import type { WebClient } from '@slack/web-api';
import type { Message } from '../blocks/message.ts';
import type { BotLogger } from '../services.ts';
import { type FileSpot, threadReply } from './reply.ts';
import { respond } from './response-url.ts';
import { isShutOut } from './shut-out.ts';

/** Ways to show everyone what one person was shown. */
export interface ShareReply {
  post(message: Message): Promise<void>;
  /** Puts a message in the place of the one whose button was pressed. */
  replace(message: Message): Promise<void>;
}

/** Posts in the thread, or by the response address where the bot is no member. */
export function shareReply(
  client: WebClient,
  spot: FileSpot,
  responseUrl: string,
  logger: BotLogger,
): ShareReply {
  const inThread = threadReply(client, spot, logger);
  return {
    replace: (message) => respond(responseUrl, message, { to: 'asker', replace: true }, logger),
    post: async (message) => {
      try {
        await inThread.post(message);
      } catch (error) {
        if (!isShutOut(error)) throw error;
        await respond(responseUrl, message, { to: 'channel' }, logger);
      }
    },
  };
}
