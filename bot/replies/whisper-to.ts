import type { WebClient } from '@slack/web-api';
import type { Message } from '../blocks/message.ts';
import type { BotLogger } from '../services.ts';
import { whereFrom } from './delivery.ts';
import { writeTo } from './direct.ts';
import { threadReply } from './reply.ts';
import { respond } from './response-url.ts';

/** Tells something to the person behind a delivery, whatever it is; nothing where it names nobody to tell. */
export async function whisperTo(
  client: WebClient,
  logger: BotLogger,
  body: unknown,
  message: Message,
): Promise<void> {
  const { response_url: url, event, user: person } = whereFrom(body);
  if (url !== undefined) return await respond(url, message, { to: 'asker' }, logger);
  if (event === undefined) {
    // A form, and a shortcut from anywhere, belong to no conversation.
    if (person !== undefined) await writeTo(client, person.id, message, logger);
    return;
  }
  const { channel, user, ts, thread_ts: thread = ts } = event;
  if (channel === undefined || user === undefined || thread === undefined) return;
  await threadReply(client, { channel, thread, user }, logger).whisper(message);
}
