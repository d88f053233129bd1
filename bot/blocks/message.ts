import type { Button, KnownBlock } from '@slack/types';
import { clip, slackLimits } from './limits.ts';

/** Something to say in Slack. */
export interface Message {
  /**
   * The message in words, for notifications, screen readers, and for when every block is refused.
   * Plain text: it is escaped where it is sent.
   */
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
  /** The same in blocks that every Slack knows, for when a newer block is refused. */
  readonly plainBlocks?: readonly KnownBlock[];
  /** The same with a button that shows it to everyone, for when only one person could be told. */
  readonly shareable?: Message;
}

/** A heading; screen readers can jump to it. */
export function heading(text: string): KnownBlock {
  const shown = clip(text, slackLimits.headerText);
  return { type: 'header', text: { type: 'plain_text', text: shown, emoji: false } };
}

/** A paragraph shown as it is, without any markup: fit for text of people and sheets. */
export function paragraph(text: string): KnownBlock {
  const shown = clip(text, slackLimits.sectionText);
  return { type: 'section', text: { type: 'plain_text', text: shown, emoji: false } };
}

/** A small line under a message, without any markup. */
export function footnote(text: string): KnownBlock {
  const shown = clip(text, slackLimits.sectionText);
  return { type: 'context', elements: [{ type: 'plain_text', text: shown, emoji: false }] };
}

export function button(
  action: string,
  text: string,
  label: string,
  value: string,
  more: Pick<Button, 'style' | 'confirm'> = {},
): Button {
  return {
    type: 'button',
    action_id: action,
    text: { type: 'plain_text', text, emoji: false },
    accessibility_label: label,
    value,
    ...more,
  };
}

/** What most people press next. */
export function mainButton(pressed: Button): Button {
  return { ...pressed, style: 'primary' };
}

export function buttons(elements: readonly Button[]): KnownBlock {
  return { type: 'actions', elements: [...elements] };
}

/** A message of one sentence or two. */
export function notice(text: string): Message {
  return { text, blocks: [paragraph(text)] };
}

/** Whether Slack takes these blocks in one message. */
export function fitsMessage(blocks: readonly KnownBlock[]): boolean {
  return (
    blocks.length <= slackLimits.blocksInMessage &&
    JSON.stringify(blocks).length <= slackLimits.messagePayload
  );
}

/** The first of several messages, from the fullest to the shortest, that Slack takes. */
export function firstThatFits(messages: readonly (() => Message)[]): Message {
  const made = messages.map((make) => make());
  const fitting = made.find(({ blocks }) => fitsMessage(blocks)) ?? made.at(-1);
  if (fitting === undefined) throw new RangeError('firstThatFits: no message was given');
  return fitting;
}
