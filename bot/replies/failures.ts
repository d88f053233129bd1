import { randomBytes } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import { type Message, notice } from '../blocks/message.ts';
import type { BotLogger } from '../services.ts';
import { whereFrom } from './delivery.ts';
import { threadReply } from './reply.ts';
import { respond } from './response-url.ts';

/**
 * The one place for what nobody expected to go wrong. The log has the error and a reference; the
 * person has a plain sentence with the same reference. Never throws.
 */
export async function tellFailure(
  client: WebClient,
  logger: BotLogger,
  { error, body }: { readonly error: unknown; readonly body: unknown },
): Promise<void> {
  const reference = randomBytes(4).toString('hex');
  logger.error({ err: error, reference }, 'answering Slack failed');
  const sorry = notice(
    `Sorry, something went wrong on my side. Try again. If it happens again, report it with this reference: ${reference}`,
  );
  try {
    await whisperTo(client, logger, body, sorry);
  } catch (failure) {
    logger.warn({ err: failure, reference }, 'the person could not be told that it failed');
  }
}

async function whisperTo(
  client: WebClient,
  logger: BotLogger,
  body: unknown,
  message: Message,
): Promise<void> {
  const { response_url: url, event = {} } = whereFrom(body);
  if (url !== undefined) return await respond(url, message, { to: 'asker' }, logger);
  const { channel, user, ts, thread_ts: thread = ts } = event;
  if (channel === undefined || user === undefined || thread === undefined) return;
  await threadReply(client, { channel, thread, user }, logger).whisper(message);
}
