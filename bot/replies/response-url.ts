import type { Message } from '../blocks/message.ts';
import type { BotLogger } from '../services.ts';
import { BlocksRefused, type Content, namesRefusal, sendInForms } from './send.ts';

const timeoutMs = 10_000;

export interface ResponseOptions {
  /** Who sees it. */
  readonly to: 'asker' | 'channel';
  /** Puts it in the place of the message whose button was pressed. */
  readonly replace?: boolean;
}

/**
 * Answers by the address that came with a command, a shortcut or a press of a button. It works where
 * the bot is not a member, five times within half an hour.
 */
export function respond(
  responseUrl: string,
  message: Message,
  { to, replace = false }: ResponseOptions,
  logger: BotLogger,
): Promise<void> {
  const how = { response_type: to === 'asker' ? 'ephemeral' : 'in_channel', replace_original: replace };
  return sendInForms(message, (content) => sendTo(responseUrl, { ...how, ...content }), logger);
}

async function sendTo(url: string, body: Content & object): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  });
  const answer = await response.text();
  if (namesRefusal(answer)) throw new BlocksRefused('Slack refused the blocks');
  // Some faults come with status 200 and are told in the body only.
  if (response.ok && !/"ok"\s*:\s*false/.test(answer)) return;
  throw new Error(`Slack did not take a response: status ${response.status}, ${answer.slice(0, 100)}`);
}
