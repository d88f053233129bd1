import type { ModalView } from '@slack/types';
import { plain } from './menus.ts';
import type { Message } from './message.ts';

/** A message in a form of its own, for where there is no conversation to write into. */
export function messageForm({ blocks }: Message): ModalView {
  return { type: 'modal', title: plain('Local Pound'), close: plain('Close'), blocks: [...blocks] };
}
