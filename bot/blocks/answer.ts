import type { Answer } from '../../core/index.ts';
import { type Message, notice } from './message.ts';

/** An answer, whose last line names its sources. Without markup, since it may quote the question. */
export function answerMessage({ text }: Pick<Answer, 'text'>): Message {
  return notice(text);
}
