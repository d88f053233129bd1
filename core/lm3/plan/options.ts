import * as z from 'zod';
import type { Outcome } from '../../workbook/issue.ts';
import { jsonIssues, unusedKeys } from '../../workbook/json-issue.ts';
import { largestSeed } from './seeded-numbers.ts';

/** Standard deviation of shares that are as likely to be any figure from 0 to 1 as any other. */
export const evenSpread = Math.sqrt(1 / 12);
/** No shares from 0 to 1 can differ more: half of them nothing, half of them everything. */
export const widestSpread = 0.5;

/** Questionnaires to plan for where nobody says how many; always with asking everyone beside them. */
export const standardBudgets = [10, 20, 50, 100, 200, 500, 1000] as const;

const mostBudgets = 50;

export const planOptionsSchema = z.object({
  /** Numbers of questionnaires to plan for. Standard: a ladder from 10 to 1,000, and everyone. */
  budgets: z.array(z.number().int().min(0).max(1e7)).min(1).max(mostBudgets).optional(),
  /** Share of questionnaires that are expected to be answered, above 0 to 1. */
  answerRate: z.number().gt(0).max(1).default(1),
  /** Standard deviation of re-spend shares, 0 to 0.5, where too few have answered to tell. */
  spread: z.number().min(0).max(widestSpread).default(evenSpread),
  /** Where the random numbers of the draw begin: the same seed draws the same suppliers. */
  seed: z.number().int().min(1).max(largestSeed).default(1),
  /** How many silent suppliers the chase list names. */
  listed: z.number().int().min(0).default(100),
});

export type PlanOptionsInput = z.input<typeof planOptionsSchema>;
export type PlanOptions = z.output<typeof planOptionsSchema>;

/** Checks what a survey is to be planned for. All issues are listed, each with its path. */
export function parsePlanOptions(input: PlanOptionsInput): Outcome<PlanOptions> {
  const parsed = planOptionsSchema.safeParse(input);
  return parsed.success
    ? { ok: true, value: parsed.data, issues: unusedKeys(input, planOptionsSchema, 'a survey plan') }
    : { ok: false, issues: jsonIssues(parsed.error, input, expectation) };
}

const expected: Readonly<Record<string, string>> = {
  answerRate: 'a share above 0 and up to 1, such as 0.6',
  spread: `a standard deviation from 0 to ${widestSpread}`,
  seed: `a whole number from 1 to ${largestSeed}`,
  listed: 'a whole number of 0 or more',
};

function expectation({ path: [option, place], code }: z.core.$ZodIssue): string | undefined {
  if (option !== 'budgets') return expected[String(option)];
  if (place !== undefined) return 'a whole number of questionnaires from 0 to 10,000,000';
  return code === 'too_small' || code === 'too_big'
    ? `from 1 to ${mostBudgets} budgets`
    : 'a list of budgets';
}
