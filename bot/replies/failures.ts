import { randomBytes } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import { notice } from '../blocks/message.ts';
import type { BotLogger } from '../services.ts';
import { markDelivery } from '../workspaces/current.ts';
import { whisperTo } from './whisper-to.ts';

/**
 * The one place for what nobody expected to go wrong. The log has the error and a reference; the
 * person has a plain sentence with the same reference. Never throws.
 */
export async function tellFailure(
  client: WebClient,
  logger: BotLogger,
  { error, body }: { readonly error: unknown; readonly body: unknown },
): Promise<void> {
  markDelivery('failed');
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
