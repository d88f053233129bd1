import {
  adviceSections,
  adviseRoutes,
  answerQuestion,
  britishDate,
  nextQuestions,
  type Outcome,
  parseRouteCase,
  questions,
  type ReadAnswer,
  readAnswer,
} from '../../core/index.ts';
import type { AnswerShown, RouteAnswers, RoutesShown, Work } from '../engine/messages.ts';

/** Answers from the knowledge that ships with the pane. Loaded when the first question is asked. */

export function answerOf({ text, previous }: Work['question']['asked']): AnswerShown {
  const { asked, text: answer, sources, covered } = answerQuestion(text, today(), previous);
  return { asked, text: answer, sources, covered };
}

/** The next question whose answer could still change something, or the routes when there is none. */
export function routeStep({ fields, asked }: RouteAnswers): Outcome<RoutesShown> {
  const next = nextQuestions(fields, today());
  if (!next.ok) return next;
  const question = next.value.find(({ field }) => !asked.includes(field));
  if (question) return { ...next, value: { question } };
  const parsed = parseRouteCase(fields, today());
  if (!parsed.ok) return parsed;
  const { issues } = parsed;
  return { ...parsed, value: { sections: adviceSections(adviseRoutes(parsed.value, { issues })) } };
}

export function readRouteAnswer({ field, typed }: Work['routeAnswer']['asked']): ReadAnswer {
  const question = questions.find((one) => one.field === field);
  if (!question) throw new RangeError(`routeAnswer: there is no question ${field}`);
  return readAnswer(question, typed);
}

const today = (): string => britishDate(new Date());
