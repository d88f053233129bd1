import * as z from 'zod';
import {
  type Advice,
  adviseRoutes,
  describeIssue,
  nextQuestions,
  type Outcome,
  parseRouteCase,
  type Question,
  questions,
  type RouteCase,
  readAnswer,
} from '../../core/index.ts';

const answer = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

const sessionSchema = z.object({
  /** The case so far, as JSON. */
  answers: z.record(z.string(), answer),
  /** Fields in the order in which they were asked, those left open too. */
  asked: z.array(z.string()),
  /** The field that is being asked, or asked again. */
  at: z.string().optional(),
  /** Where the adviser was started; there the result can be shared. */
  channel: z.string().optional(),
  /** The day taken for today, YYYY-MM-DD. */
  day: z.string(),
});

/**
 * A round of questions about one purchase. All of it travels in the form and in the buttons below the
 * result, so that nothing has to be kept and any process can go on with it.
 */
export type RouteSession = z.output<typeof sessionSchema>;

export function writeSession(session: RouteSession): string {
  return JSON.stringify(session);
}

/** @throws when the text is not one that `writeSession` wrote */
export function readSession(text: string): RouteSession {
  return sessionSchema.parse(JSON.parse(text));
}

export function questionOf(field: string | undefined): Question | undefined {
  return questions.find((question) => question.field === field);
}

/** The session at its next question; without one when no answer could change anything any more. */
export function goOn(session: RouteSession): Outcome<RouteSession> {
  const next = nextQuestions(session.answers, session.day);
  if (!next.ok) return next;
  const question = next.value.find(({ field }) => !session.asked.includes(field));
  const { at: _, ...rest } = session;
  return { ok: true, value: question ? { ...rest, at: question.field } : rest, issues: next.issues };
}

/** What an answer makes of the session, or what is wrong with the answer in one sentence. */
export type Answered =
  | { readonly ok: true; readonly session: RouteSession }
  | { readonly ok: false; readonly problem: string };

/** Puts in the answer to the question that is being asked, in place of an earlier one, and goes on. */
export function answered(session: RouteSession, typed: string): Answered {
  const question = questionOf(session.at);
  if (question === undefined)
    return { ok: false, problem: 'This question is no longer asked. Start again with /route.' };
  const read = readAnswer(question, typed);
  if (!read.ok) return { ok: false, problem: `Please give ${read.expected}.` };
  const { [question.field]: _, ...others } = session.answers;
  if (question.kind === 'money') delete others.vatBasis;
  const answers = { ...others, ...(read.fields as RouteSession['answers']) };
  const asked = [...new Set([...session.asked, question.field])];
  const next = goOn({ ...session, answers, asked });
  if (next.ok) return { ok: true, session: next.value };
  const [issue] = next.issues;
  return { ok: false, problem: `Found ${issue?.found}; expected ${issue?.expected}. ${issue?.mend}` };
}

export interface Advised {
  readonly routeCase: RouteCase;
  readonly advice: Advice;
}

/**
 * What the answers lead to; what was not answered counts as not known.
 *
 * @throws when the answers make no case, which cannot be: each was checked when it was given
 */
export function advised(session: RouteSession): Advised {
  const { value: routeCase, issues } = checked(session);
  return { routeCase, advice: adviseRoutes(routeCase, { issues }) };
}

/** The case of a session, checked as {@link advised} does. */
export function caseOf(session: RouteSession): RouteCase {
  return checked(session).value;
}

function checked({ answers, day }: RouteSession): Extract<Outcome<RouteCase>, { ok: true }> {
  const parsed = parseRouteCase(answers, day);
  if (!parsed.ok)
    throw new Error(`a route session makes no case: ${parsed.issues.map(describeIssue).join(' ')}`);
  return parsed;
}
