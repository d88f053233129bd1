import * as z from 'zod';
import type { Source } from '../../explain/explained.ts';
import { formatShare } from '../../units/format.ts';
import type { Outcome } from '../../workbook/issue.ts';
import { jsonIssues, unusedKeys } from '../../workbook/json-issue.ts';
import { type SocialValueQuestionId, socialValueQuestionIds, socialValueTypes } from './types.ts';

const answer = <Choice extends string>(choices: readonly [Choice, ...Choice[]]) =>
  z
    .enum(choices)
    .nullish()
    .transform((choice) => choice ?? undefined);

/** Answers to the three questions; what is not known stays out. */
export const socialValueAnswersSchema = z.object({
  policy: answer(['separate', 'mentioned', 'none']),
  applied: answer(['most', 'wider', 'threshold', 'never']),
  weight: answer(['significant', 'five', 'theory', 'none']),
});

export type SocialValueAnswers = z.output<typeof socialValueAnswersSchema>;

export interface SocialValueCheck {
  /** How each type compares, in the order of the report: none is a rank. */
  readonly types: readonly {
    readonly id: string;
    readonly name: string;
    /** Share of councils in England, 0 to 1. */
    readonly share: number;
    readonly says: string;
    /** Questions whose answer is a mark of this type, and those whose answer is not. */
    readonly met: readonly string[];
    readonly notMet: readonly string[];
  }[];
  /** The type or types with most marks; empty when no question was answered. */
  readonly nearest: readonly string[];
  /** Words for a conversation. */
  readonly sentences: readonly string[];
  readonly source: Source;
}

/** Checks answers given as JSON. */
export function parseSocialValueAnswers(input: unknown): Outcome<SocialValueAnswers> {
  const parsed = socialValueAnswersSchema.safeParse(input);
  if (!parsed.success) return { ok: false, issues: jsonIssues(parsed.error, input) };
  return {
    ok: true,
    value: parsed.data,
    issues: unusedKeys(input as object, socialValueAnswersSchema, 'the social value check'),
  };
}

/**
 * Which of the four types of council the answers come nearest to, by the marks that the report gives
 * of each. "Clearly more than 5%" as a mark of embracers is our reading: the report says "as much as
 * 30%" of them and 5% of adopters.
 *
 * @example socialValueCheck({ policy: 'separate', applied: 'most', weight: 'five' }).nearest // ['Embracers']
 */
export function socialValueCheck(answers: Partial<SocialValueAnswers>): SocialValueCheck {
  const { types, questions, source, of } = socialValueTypes();
  const asked = socialValueQuestionIds.filter((id) => answers[id] !== undefined);
  const wordsOf = (id: SocialValueQuestionId): string => {
    const question = questions.find((each) => each.id === id);
    const choice = question?.choices.find((each) => each.id === answers[id]);
    return `${question?.question ?? ''} ${choice?.text ?? ''}`.trim();
  };
  const judged = types.map(({ id, name, share, says, marks, talk }) => {
    const met = asked.filter((question) => marks[question].includes(answers[question] ?? ''));
    const notMet = asked.filter((question) => !met.includes(question));
    return { id, name, share, says, talk, met: met.map(wordsOf), notMet: notMet.map(wordsOf) };
  });
  const most = Math.max(...judged.map(({ met }) => met.length));
  const near = most === 0 ? [] : judged.filter(({ met }) => met.length === most);
  const open = socialValueQuestionIds.length - asked.length;
  return {
    types: judged.map(({ talk: _talk, ...type }) => type),
    nearest: near.map(({ name }) => name),
    sentences: [
      near.length === 0
        ? 'No question was answered, so there is nothing to compare yet.'
        : `By ${most} of ${asked.length} answers this comes nearest to the ${near.map(({ name, share }) => `${name.toLowerCase()} (${formatShare(share)} of councils)`).join(' and the ')}.`,
      ...near.map(({ talk }) => `To talk about: ${talk}`),
      ...(open > 0 && near.length > 0 ? [`${open} of 3 questions stayed open.`] : []),
      `The shares are of ${of}, in 2016: where councils stood then, and no verdict on anyone.`,
    ],
    source,
  };
}
