import type { WebClient } from '@slack/web-api';
import type { BotLogger } from '../services.ts';
import { hiddenReply } from './hidden-reply.ts';
import { type FileSpot, type Reply, threadReply } from './reply.ts';
import { isShutOut } from './shut-out.ts';

/**
 * Answers a shortcut. A person can use one where the bot is no member or may not post: then the
 * answer goes to that person alone, who can share it.
 */
export function shortcutReply(
  client: WebClient,
  spot: FileSpot,
  responseUrl: string,
  logger: BotLogger,
): Reply {
  const inThread = threadReply(client, spot, logger);
  const hidden = hiddenReply(responseUrl, logger);
  return {
    whisper: hidden.whisper,
    post: async (message) => {
      try {
        return await inThread.post(message);
      } catch (error) {
        if (!isShutOut(error)) throw error;
        return await hidden.post(message);
      }
    },
    begin: async (message) => {
      try {
        return await inThread.begin(message);
      } catch (error) {
        if (!isShutOut(error)) throw error;
        return undefined;
      }
    },
  };
}
