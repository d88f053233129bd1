import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { type Answer, maxAnswerLength } from '../../../core/answers/answer.ts';

/** In the order in which they were written. */
export const questionSets = [
  'example',
  'tuned',
  'kept',
  'second',
  'third',
  'fourth',
  'fifth',
  'fifth-kept',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
] as const;

const questionSchema = z.strictObject({
  id: z.string(),
  /** Each was written, and asked once, before anything was changed because of it. */
  set: z.enum(questionSets),
  type: z.string(),
  question: z.string(),
  /** One string of each group has to be in the answer; case and the shape of apostrophes do not matter. */
  must_contain_any: z.array(z.array(z.string()).min(1)).min(1),
  must_not_contain: z.array(z.string()),
  /** True when it has to be refused. */
  refuse: z.boolean().default(false),
  gold: z.string().optional(),
  source: z.string().optional(),
});

export type CheckedQuestion = z.output<typeof questionSchema>;

function read(file: string): CheckedQuestion[] {
  return readFileSync(new URL(`../../golden/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => questionSchema.parse(JSON.parse(line)));
}

/** Questions with the strings that an answer must hold and must not hold. */
export const exampleQuestions = (): CheckedQuestion[] => read('example-questions.jsonl');
export const reportQuestions = (): CheckedQuestion[] => read('report-questions.jsonl');

const plain = (text: string): string => text.toLowerCase().replace(/[\u2018\u2019]/g, "'");

/** What is wrong with an answer; empty when nothing is. */
export function faults(
  { must_contain_any: groups, must_not_contain: never, refuse }: CheckedQuestion,
  { text, covered }: Pick<Answer, 'text' | 'covered'>,
): string[] {
  const said = plain(text);
  return [
    ...groups
      .filter((group) => !group.some((option) => said.includes(plain(option))))
      .map((group) => `lacks ${group.slice(0, 4).join(' or ')}`),
    ...never.filter((option) => said.includes(plain(option))).map((option) => `says ${option}`),
    ...(refuse && covered ? ['was to be refused'] : []),
    ...(text.length > maxAnswerLength ? [`is ${text.length} characters long`] : []),
  ];
}
