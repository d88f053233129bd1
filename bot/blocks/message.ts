import type { KnownBlock } from '@slack/types';
import { cut, slackLimits } from './limits.ts';

/** A message with its blocks and the text that screen readers and notifications read out. */
export interface Message {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/** A paragraph whose text is shown as it is, without markup. */
export function paragraph(text: string): KnownBlock {
  return {
    type: 'section',
    text: { type: 'plain_text', text: cut(text, slackLimits.sectionText), emoji: false },
  };
}

export function heading(text: string): KnownBlock {
  return {
    type: 'header',
    text: { type: 'plain_text', text: cut(text, slackLimits.headerText), emoji: false },
  };
}

/** A paragraph in Slack's markup. Everything from people or sheets must have gone through `plain`. */
export function markup(text: string): KnownBlock {
  return {
    type: 'section',
    text: { type: 'mrkdwn', text: cut(text, slackLimits.sectionText), verbatim: true },
  };
}

/** Takes as many blocks as Slack takes in one message, and says how many lines were left out. */
export function withinLimits({ text, blocks }: Message, leftOut: (blocks: number) => string): Message {
  const kept: KnownBlock[] = [];
  let payload = 0;
  for (const block of blocks) {
    const size = JSON.stringify(block).length;
    const full =
      kept.length >= slackLimits.blocksInMessage - 1 || payload + size > slackLimits.messagePayload - 500;
    if (full) {
      kept.push(paragraph(leftOut(blocks.length - kept.length)));
      break;
    }
    kept.push(block);
    payload += size;
  }
  return { text: cut(text, slackLimits.messageText), blocks: kept };
}
