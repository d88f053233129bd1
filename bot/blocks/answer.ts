import type { Answer } from '../../core/index.ts';
import { type Message, paragraph } from './message.ts';

/** An answer with its sources, shown as plain text so that nothing in it can act as markup. */
export function answerMessage({ text }: Pick<Answer, 'text'>): Message {
  return { text, blocks: [paragraph(text)] };
}
