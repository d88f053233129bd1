import { answerQuestion, britishDate } from '../../../core/index.ts';
import { answerActions, sharedAnswer } from '../../blocks/answer.ts';
import { notice } from '../../blocks/message.ts';
import type { PressHandler } from './pressed.ts';

/** The button that shows everyone an answer that one person was given. */
export const answerPresses: Readonly<Record<string, PressHandler>> = {
  [answerActions.share]: async ({ value, share, show }) => {
    const answer = answerQuestion(value, britishDate(new Date()));
    await share(sharedAnswer(answer));
    await show(notice(`${answer.text}\n\nShared. Everyone in the conversation can see it now.`));
  },
};
