import type { WebClient } from '@slack/web-api';
import type { Message } from '../blocks/message.ts';
import type { BotLogger } from '../services.ts';
import type { Spot } from './reply.ts';
import { sendInForms } from './send.ts';

/** Writes to a person in their direct messages with the bot. Returns where that was, for what belongs below it. */
export async function writeTo(
  client: WebClient,
  user: string,
  message: Message,
  logger: BotLogger,
): Promise<Spot> {
  let sent: { channel?: string; ts?: string } = {};
  await sendInForms(
    message,
    async (content) => {
      sent = await client.chat.postMessage({ channel: user, ...content });
    },
    logger,
  );
  const { channel, ts } = sent;
  if (channel === undefined || ts === undefined) throw new Error('Slack did not say where a message went');
  return { channel, thread: ts, user };
}
