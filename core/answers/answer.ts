import { formatCount } from '../units/format.ts';
import { draftFor } from './answer-one.ts';
import { type Answer, answerOf, clip, type Draft, maxAnswerLength } from './answer-text.ts';
import { leans, standingAlone } from './follow-up.ts';
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
  const { asked, drafts } = draftsFor(text, today, previous?.slice(0, maxQuestionLength));
  const answer = answerOf(asked, drafts);
  if (text.length === question.length) return answer;
  const note = `Only the first ${formatCount(maxQuestionLength)} characters of the question were read.`;
  return { ...answer, text: `${clip(answer.text, maxAnswerLength - note.length - 1)}\n${note}` };
}

/** A question as it was understood, and what there is to say. */
interface Read {
  readonly asked: string;
  readonly drafts: readonly Draft[];
}

function draftsFor(question: string, today: string | undefined, previous: string | undefined): Read {
  const leaning = previous !== undefined && leans(question);
  if (leaning) {
    const read = afterPrevious(question, today, previous);
    if (read !== undefined) return read;
  }
  const whole = draftFor(question, today);
  const several = severalDrafts(question, whole, today);
  if (several !== undefined) return { asked: question, drafts: several };
  const late = whole.covered || leaning ? undefined : afterPrevious(question, today, previous);
  return late ?? { asked: question, drafts: [whole] };
}

/** The answer to the question as it would stand alone after the one before. */
function afterPrevious(
  question: string,
  today: string | undefined,
  previous: string | undefined,
): Read | undefined {
  for (const full of standingAlone(question, previous)) {
    const draft = draftFor(full, today);
    if (draft.covered) return { asked: full, drafts: [draft] };
  }
  return undefined;
}
