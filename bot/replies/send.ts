import type { KnownBlock } from '@slack/types';
import { WebAPIPlatformError } from '@slack/web-api';
import { escapeText } from '../blocks/escape.ts';
import { clip, slackLimits } from '../blocks/limits.ts';
import type { Message } from '../blocks/message.ts';
import type { BotLogger } from '../services.ts';

/** What goes to Slack, by whichever way. Nothing in `text` can act as markup or call people. */
export interface Content {
  readonly text: string;
  readonly blocks?: KnownBlock[];
  readonly mrkdwn: false;
  readonly unfurl_links: false;
  readonly unfurl_media: false;
}

/** Errors with which Slack says that it is the blocks that it does not take. */
const refusals = new Set(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long']);

/** Thrown by ways other than the Web API for the same. */
export class BlocksRefused extends Error {
  override readonly name = 'BlocksRefused';
}

/** Slack refused the blocks: known for a Web API error and for a {@link BlocksRefused}. */
function refusedBlocks(error: unknown): boolean {
  if (error instanceof BlocksRefused) return true;
  return error instanceof WebAPIPlatformError && refusals.has(error.data.error);
}

export function namesRefusal(error: string): boolean {
  return [...refusals].some((refusal) => error.includes(refusal));
}

/**
 * Sends a message in the best form that Slack takes: with its blocks, else with plain blocks, else as
 * text, so that an answer is never lost to a block that Slack does not know.
 */
export async function sendInForms(
  message: Message,
  send: (content: Content) => Promise<unknown>,
  logger: BotLogger,
): Promise<void> {
  const { text, blocks, plainBlocks } = message;
  const base = {
    text: clip(escapeText(text), slackLimits.messageText),
    mrkdwn: false,
    unfurl_links: false,
    unfurl_media: false,
  } as const;
  const forms = [blocks, ...(plainBlocks === undefined ? [] : [plainBlocks])];
  for (const form of forms) {
    try {
      await send({ ...base, blocks: [...form] });
      return;
    } catch (error) {
      if (!refusedBlocks(error)) throw error;
      logger.warn({ err: error }, 'Slack refused the blocks of an answer; a plainer form is sent');
    }
  }
  await send(base);
}
