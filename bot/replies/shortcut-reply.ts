import type { WebClient } from '@slack/web-api';
import type { BotLogger } from '../services.ts';
import { type Reply, type Spot, threadReply } from './reply.ts';
import { respond } from './response-url.ts';
import { isShutOut } from './shut-out.ts';

/**
 * Answers a shortcut. A person can use one where the bot is no member or may not post: then the
 * answer goes to that person alone, who can share it.
 */
export function shortcutReply(client: WebClient, spot: Spot, responseUrl: string, logger: BotLogger): Reply {
  const inThread = threadReply(client, spot, logger);
  const whisper: Reply['whisper'] = (message) => respond(responseUrl, message, { to: 'asker' }, logger);
  return {
    whisper,
    post: async (message) => {
      try {
        await inThread.post(message);
      } catch (error) {
        if (!isShutOut(error)) throw error;
        await whisper(message.shareable ?? message);
      }
    },
  };
}
