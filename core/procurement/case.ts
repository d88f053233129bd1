import * as z from 'zod';
import { isCalendarDate } from '../units/calendar.ts';
import type { Issue, Outcome } from '../workbook/issue.ts';
import { jsonIssues, unusedKeys } from '../workbook/json-issue.ts';
import { caseIssues } from './case-issues.ts';
import { cpvForm } from './cpv.ts';
import { nations } from './schema.ts';

export const buyers = [
  'best_value_authority',
  'parish_council',
  'central_government',
  'nhs_body',
  'school',
  'other_subcentral',
] as const;
export const instruments = ['contract', 'grant', 'land', 'concession', 'unsure'] as const;
export const services = ['psr_health', 'light_touch', 'other_services', 'goods', 'works'] as const;
export const markets = ['one_capable', 'existing_satisfactory', 'best_known', 'several'] as const;
export const specials = [
  'urgent_unforeseeable',
  'individual_choice',
  'patient_choice',
  'failed_competition',
  'foreseen_repeat',
] as const;
export const targets = ['employee_mutual', 'supported_employment', 'vcse', 'sme', 'any'] as const;
export const designs = [
  'pilot',
  'innovation_then_buy',
  'joined_up',
  'repeat_callofs',
  'open_list',
  'standard',
] as const;
export const localLimits = ['local_area', 'uk', 'none'] as const;

/** Nobody knows, or nobody was asked. Never the same as no. */
export const unknown = 'unknown';

const oneOf = <const Values extends readonly string[]>(values: Values) =>
  z
    .enum([...values, unknown])
    .nullish()
    .transform((value): Values[number] | typeof unknown => value ?? unknown);

/** Left out, nothing is sought; "unknown" or null says that nobody knows yet. */
const oneOfOr = <const Values extends readonly string[]>(values: Values, leftOut: Values[number]) =>
  z
    .enum([...values, unknown])
    .nullish()
    .transform((value): Values[number] | typeof unknown =>
      value === undefined ? leftOut : (value ?? unknown),
    );

const someOf = <const Values extends readonly string[]>(values: Values) => {
  const one = z.enum([...values, 'none', unknown]);
  return z
    .union([z.array(one), one.transform((value) => [value])])
    .nullish()
    .transform((value): readonly (Values[number] | 'none' | typeof unknown)[] => value ?? []);
};

const yesNo = z
  .union([z.boolean(), z.literal(unknown)])
  .nullish()
  .transform((value): boolean | undefined => (typeof value === 'boolean' ? value : undefined));

const mostPounds = 1e12;
const amount = z.number().min(0).max(mostPounds);
const line = z.string().trim().min(1).max(200);
const note = z.string().trim().min(1).max(5000);
const date = z.string().refine(isCalendarDate);
const years = z.number().positive().max(100);

const optionalNumber = (number: z.ZodNumber) =>
  z
    .union([number, z.literal(unknown)])
    .nullish()
    .transform((value): number | typeof unknown => value ?? unknown);

/** What the buyer says in their own words for the decision record. */
const notesSchema = z.object({
  reasons: note.optional(),
  aggregation: note.optional(),
  market: note.optional(),
  smeAndVcse: note.optional(),
  socialValue: note.optional(),
  conflicts: note.optional(),
});

/** The ten answers, and the further facts that single rules ask for. Amounts are GBP. */
export const routeCaseSchema = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  /** What is to be bought or paid for, and by whom, for the record. */
  name: line.optional(),
  organisation: line.optional(),
  nation: z.preprocess((value) => (value === 'northern_ireland' ? 'ni' : value), oneOf(nations)),
  buyer: oneOf(buyers),
  /** When the first notice or approach goes out; today when left out. */
  startDate: date.nullish(),
  instrument: oneOf(instruments),
  service: oneOf(services),
  /** CPV code of eight digits, with or without its check digit. */
  cpv: z.string().trim().regex(cpvForm).nullish(),
  /** The most that could be paid over the whole life, options and extensions included. */
  value: optionalNumber(amount),
  /** Whether `value` includes VAT; `none` when the supply carries none. */
  vatBasis: z.enum(['incl', 'excl', 'none']).optional(),
  /** Values of other needs that could reasonably be supplied under the same contract. */
  linkedValues: z
    .array(amount)
    .max(100)
    .nullish()
    .transform((values) => values ?? []),
  /** Why linked needs are kept apart. */
  linkedReason: line.optional(),
  market: oneOf(markets),
  special: someOf(specials),
  target: oneOfOr(targets, 'any'),
  design: someOf(designs),
  local: oneOfOr(localLimits, 'none'),
  /** How many capable providers there are in the local area. */
  localCount: optionalNumber(z.number().int().min(0).max(100_000)),
  existingProvider: yesNo,
  considerableChange: yesNo,
  safetyRisk: yesNo,
  publicProvider: yesNo,
  mixedServices: yesNo,
  communityOffer: yesNo,
  buildingSale: yesNo,
  missionBody: yesNo,
  workforce30: yesNo,
  /** Whether this is an order under a framework that exists. */
  callOff: yesNo,
  termYears: years.nullish(),
  /** When the decision to limit by place was made: it has to come before the invitation. */
  decisionDate: date.nullish(),
  /** The route that was decided on, for the record; the first one when left out. */
  chosenRoute: line.optional(),
  notes: notesSchema.optional(),
});

type Parsed = z.output<typeof routeCaseSchema>;
export type RouteCaseInput = z.input<typeof routeCaseSchema>;

/** A case that was checked. Questions that may be left out have their standing answers. */
export interface RouteCase extends Parsed {
  readonly startDate: string;
  /** The fields that somebody answered, if only with "do not know". */
  readonly answered: ReadonlySet<string>;
}

/**
 * Checks a case given as JSON. All issues are listed, each with its path; contradictions come as
 * warnings that say which answer was followed.
 *
 * @param today date as YYYY-MM-DD, for a case without a start date
 */
export function parseRouteCase(input: unknown, today: string): Outcome<RouteCase> {
  const parsed = routeCaseSchema.safeParse(input);
  if (!parsed.success) return { ok: false, issues: jsonIssues(parsed.error, input, expectation) };
  const fields = input as Readonly<Record<string, unknown>>;
  const answered = new Set(
    Object.keys(fields).filter((key) => fields[key] !== undefined && fields[key] !== null),
  );
  const value: RouteCase = { ...parsed.data, startDate: parsed.data.startDate ?? today, answered };
  const issues = [...unusedFields(fields), ...caseIssues(value, today)];
  return issues.some(({ severity }) => severity === 'error')
    ? { ok: false, issues }
    : { ok: true, value, issues };
}

function expectation(issue: z.core.$ZodIssue): string | undefined {
  const field = issue.path.map(String).find((step) => Number.isNaN(Number(step))) ?? '';
  return expected[field];
}

const pounds = 'pounds as a number of 0 or more, with "vatBasis"';
const expected: Readonly<Record<string, string>> = {
  startDate: 'a date of the calendar as YYYY-MM-DD',
  decisionDate: 'a date of the calendar as YYYY-MM-DD',
  cpv: 'a CPV code of eight digits, such as "98133110"',
  value: `${pounds}, or "unknown"`,
  linkedValues: `a list of ${pounds}`,
  localCount: 'a whole number of 0 or more, or "unknown"',
  special: list([...specials, 'none']),
  design: list(designs),
};

function list(values: readonly string[]): string {
  return `any of ${values.map((value) => `"${value}"`).join(', ')}, or "unknown"`;
}

/** A specification is refused by name: a competition written round one provider is no competition. */
const writtenRound: ReadonlySet<string> = new Set([
  'specification',
  'spec',
  'provider',
  'supplier',
  'preferredProvider',
]);

function unusedFields(input: Readonly<Record<string, unknown>>): Issue[] {
  const issues = unusedKeys(input, routeCaseSchema, 'a route case').map((issue) =>
    writtenRound.has(issue.where.path ?? '')
      ? {
          ...issue,
          expected: 'the need, not the name of a provider or a specification',
          mend: 'It was not used: Local Pound writes no specification round one provider. Test the market instead: publish a market engagement notice, ask who else could do it, and keep the replies with their dates.',
        }
      : issue,
  );
  const notes = input.notes;
  if (typeof notes === 'object' && notes !== null)
    issues.push(...unusedKeys(notes, notesSchema, 'the notes', ['notes']));
  return issues;
}
