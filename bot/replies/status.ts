import type { WebClient } from '@slack/web-api';
import type { BotLogger } from '../services.ts';
import type { Spot } from './reply.ts';

/**
 * Says in the agent view what the bot is at; Slack takes it away when the answer comes. An answer is
 * worth more than the sign of it, so a fault is only logged.
 */
export async function showStatus(
  client: WebClient,
  { channel, thread }: Spot,
  status: string,
  logger: BotLogger,
): Promise<void> {
  try {
    await client.assistant.threads.setStatus({ channel_id: channel, thread_ts: thread, status });
  } catch (error) {
    logger.warn({ err: error }, 'the agent view did not take a status');
  }
}
