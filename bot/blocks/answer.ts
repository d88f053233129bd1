import type { Answer } from '../../core/index.ts';
import { slackLimits } from './limits.ts';
import { button, buttons, type Message, notice } from './message.ts';

export const answerActions = { share: 'answer_share' } as const;

/** An answer, whose last line names its sources. Without markup, since it may quote the question. */
export function answerMessage({ text }: Pick<Answer, 'text'>): Message {
  return notice(text);
}

/** The same for one person, with a button that shows it to everyone where there is anyone else. */
export function privateAnswer(
  answer: Pick<Answer, 'text' | 'asked'>,
  { canShare }: { readonly canShare: boolean },
): Message {
  const { text, blocks } = answerMessage(answer);
  // The button holds the question as it stands alone, and answers it again: nothing has to be kept.
  if (!canShare || answer.asked.length > slackLimits.buttonValue) return { text, blocks };
  const share = button(
    answerActions.share,
    'Share to channel',
    'Show this answer to everyone here',
    answer.asked,
  );
  return { text, blocks: [...blocks, buttons([share])] };
}

/** The question with its answer, for people who did not see it asked. */
export function sharedAnswer({ text, asked }: Pick<Answer, 'text' | 'asked'>): Message {
  return notice(`Question: ${asked}\n\n${text}`);
}
