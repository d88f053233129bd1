import type { BotLogger } from '../services.ts';
import type { Reply } from './reply.ts';
import { respond } from './response-url.ts';

/**
 * Answers the person alone, by the address that came with what they did. Results come with a button
 * that shows them to everyone.
 */
export function hiddenReply(responseUrl: string, logger: BotLogger): Reply {
  const whisper: Reply['whisper'] = (message) => respond(responseUrl, message, { to: 'asker' }, logger);
  return {
    whisper,
    post: async (message) => {
      await whisper(message.shareable ?? message);
      return 'asker';
    },
  };
}
