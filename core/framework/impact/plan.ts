import * as z from 'zod';
import { isCalendarDate } from '../../units/calendar.ts';
import type { Outcome } from '../../workbook/issue.ts';
import { jsonIssues, unusedKeys } from '../../workbook/json-issue.ts';
import { comparable } from '../../workbook/read-table.ts';
import { longestText } from '../../workbook/short-text.ts';
import { type Indicator, indicatorName, indicators } from '../indicators.ts';

/** What a figure of a plan is in: a count, GBP, a share from 0 to 1, a mark of a survey, a ratio. */
export const planUnits = {
  count: 'Number',
  gbp: 'Pounds',
  share: 'Percent',
  mark: 'Survey mark',
  ratio: 'Ratio',
} as const;
export type PlanUnit = keyof typeof planUnits;

/** Longest text of a plan, in characters. */
export const longestPlanText = 1000;
/** The largest figure; more is a slip of the pen. */
export const largestFigure = 1e13;

const optional = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((value) => value ?? undefined);
const label = z.string().trim().min(1).max(longestText);
const long = optional(z.string().trim().min(1).max(longestPlanText));
const figure = optional(z.number().min(-largestFigure).max(largestFigure));
const date = optional(z.string().refine(isCalendarDate, 'a date such as 2026-11-24'));
const short = optional(label);

const plannedSchema = z.object({
  /** As in the bank, or your own. */
  name: label,
  /** Needed for an indicator of your own; the bank knows it otherwise. */
  characteristic: optional(z.int().min(1).max(7)),
  unit: z.enum(['count', 'gbp', 'share', 'mark', 'ratio']),
  baseline: figure,
  baselineDate: date,
  target: figure,
  targetDate: date,
  actual: figure,
  actualDate: date,
  /** A role, not a person. */
  who: short,
  note: long,
  /** Where it was read, for issues and workings. */
  where: z.string().optional(),
});

export const impactPlanSchema = z.object({
  name: label,
  organisation: short,
  area: short,
  period: short,
  theory: z
    .object({ change: long, activities: long, shows: long, challenger: short, lookingBack: long })
    .prefault({}),
  indicators: z.array(plannedSchema).min(1),
  data: z
    .array(z.object({ kind: label, atHand: optional(z.boolean()), when: short, who: short, note: long }))
    .default([]),
  steps: z
    .array(
      z.object({
        number: z.int().min(1).max(10),
        done: z.boolean().default(false),
        who: short,
        when: short,
        note: long,
      }),
    )
    .default([]),
});

/** An impact plan: what is to change, the indicators with their figures, the data, and the ten steps. */
export type ImpactPlan = z.output<typeof impactPlanSchema>;
export type ImpactPlanInput = z.input<typeof impactPlanSchema>;
export type Planned = ImpactPlan['indicators'][number];

/** Checks a plan given as JSON. All issues are listed, each with its path. */
export function parseImpactPlan(input: unknown): Outcome<ImpactPlan> {
  const parsed = impactPlanSchema.safeParse(input);
  if (!parsed.success) {
    return {
      ok: false,
      issues: jsonIssues(parsed.error, input, (issue) =>
        issue.path.at(-1) === 'indicators' ? 'a list of at least one indicator' : undefined,
      ),
    };
  }
  const raw = input as { readonly indicators: readonly object[] };
  const unused = [
    ...unusedKeys(raw, impactPlanSchema, 'an impact plan'),
    ...raw.indicators.flatMap((each, index) =>
      unusedKeys(each, plannedSchema, 'an indicator of the plan', ['indicators', index]),
    ),
  ];
  const planned = parsed.data.indicators.map((each, index) => ({
    ...each,
    where: each.where ?? `indicators[${index}]`,
  }));
  return { ok: true, value: { ...parsed.data, indicators: planned }, issues: unused };
}

/** The indicator of the bank with this name, compared by letters and digits; undefined for one's own. */
export function inBank(name: string): Indicator | undefined {
  const wanted = comparable(name);
  return indicators().find(
    (each) => comparable(indicatorName(each)) === wanted || comparable(each.name) === wanted,
  );
}

/** What an indicator of the bank is usually given in. */
export function usualUnit({ measures }: Indicator): PlanUnit {
  const [first] = measures;
  const units = { counted: 'count', money: 'gbp', share: 'share', survey: 'mark', ratio: 'ratio' } as const;
  return first === undefined ? 'count' : units[first];
}
