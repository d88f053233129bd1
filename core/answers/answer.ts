import { formatCount } from '../units/format.ts';
import { draftFor } from './answer-one.ts';
import { type Answer, answerOf, clip, type Draft, maxAnswerLength } from './answer-text.ts';
import { standingAlone } from './follow-up.ts';
import { severalDrafts } from './several.ts';

export { type Answer, type AnswerPassage, maxAnswerLength } from './answer-text.ts';

/** Longer questions are read up to here, and the answer says so. */
export const maxQuestionLength = 2000;

/**
 * Answers a question from the shipped knowledge, with sources, or says that it is not covered. Never
 * throws on any text; takes time linear in the length of the question.
 *
 * @param today date as YYYY-MM-DD, for questions of law; without it an answer says that none was given
 * @param previous the question before, on which this one may lean: "and the other measures?"
 * @example answerQuestion('what radius was used for hopscotch').text // 'A radius of 12 km ...'
 */
export function answerQuestion(question: string, today?: string, previous?: string): Answer {
  const text = question.slice(0, maxQuestionLength);
  const answer = answerOf(draftsFor(text, today, previous?.slice(0, maxQuestionLength)));
  if (text.length === question.length) return answer;
  const note = `Only the first ${formatCount(maxQuestionLength)} characters of the question were read.`;
  return { ...answer, text: `${clip(answer.text, maxAnswerLength - note.length - 1)}\n${note}` };
}

function draftsFor(
  question: string,
  today: string | undefined,
  previous: string | undefined,
): readonly Draft[] {
  for (const full of standingAlone(question, previous)) {
    const draft = draftFor(full, today);
    if (draft.covered) return [draft];
  }
  const whole = draftFor(question, today);
  return severalDrafts(question, whole, today) ?? [whole];
}
