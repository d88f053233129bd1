import * as z from 'zod';
import { isCalendarDate } from '../../units/calendar.ts';
import type { Issue, Outcome } from '../../workbook/issue.ts';
import { jsonIssues, unusedKeys } from '../../workbook/json-issue.ts';
import { longestText } from '../../workbook/short-text.ts';
import { characteristics } from '../framework.ts';
import { socialValueAnswersSchema } from '../social-value/check.ts';

/** Where an organisation sees its place, 1 to 5, in words: what to say to each other, and nothing to rank by. */
export const stages = [
  'Not yet',
  'First steps',
  'In places',
  'In most places',
  'Part of how we work',
] as const;

/** What each stage means. The scale is Local Pound's own. */
export const stageMeanings: Readonly<Record<Stage, string>> = {
  'Not yet': 'Nothing of this can be seen yet.',
  'First steps': 'It has been talked about or tried once.',
  'In places': 'It works in some teams, streets or services.',
  'In most places': 'It works nearly everywhere, with gaps that we can name.',
  'Part of how we work': 'Nobody would do it otherwise any more.',
};

export type Stage = (typeof stages)[number];
/** Longest remark, in characters. */
export const longestRemark = 1000;

const name = z.string().trim().min(1).max(longestText);
const remark = z
  .string()
  .trim()
  .max(longestRemark)
  .nullish()
  .transform((text) => text || undefined);

export const organisationKinds = {
  council: 'Council',
  community: 'Community organisation',
  other: 'Other partner',
} as const;
export type OrganisationKind = keyof typeof organisationKinds;

const viewSchema = z.object({
  characteristic: z.int().min(1).max(7),
  /** 1 to 5; null: cannot say. */
  stage: z
    .int()
    .min(1)
    .max(stages.length)
    .nullish()
    .transform((stage) => stage ?? null),
  evidence: remark,
  strength: remark,
  gap: remark,
  nextStep: remark,
});

export const assessmentSchema = z.object({
  organisation: name,
  kind: z.enum(['council', 'community', 'other']),
  area: name.nullish().transform((area) => area ?? undefined),
  /** The day of the assessment, YYYY-MM-DD. */
  date: z.string().refine(isCalendarDate, 'a date such as 2026-11-24'),
  views: z
    .array(viewSchema)
    .min(1)
    .max(7)
    .refine((views) => new Set(views.map((view) => view.characteristic)).size === views.length, {
      message: 'each characteristic once',
    }),
  socialValue: socialValueAnswersSchema.nullish().transform((answers) => answers ?? undefined),
});

/** What one organisation says of its place on one day, by characteristic. No person is named. */
export type Assessment = z.output<typeof assessmentSchema>;
export type AssessmentInput = z.input<typeof assessmentSchema>;
export type View = Assessment['views'][number];

/** Checks an assessment given as JSON. All issues are listed, each with its path. */
export function parseAssessment(input: unknown): Outcome<Assessment> {
  const parsed = assessmentSchema.safeParse(input);
  if (!parsed.success) return { ok: false, issues: jsonIssues(parsed.error, input, expectation) };
  const raw = input as { readonly views: readonly object[] };
  const unused = [
    ...unusedKeys(raw, assessmentSchema, 'an assessment'),
    ...raw.views.flatMap((view, index) => unusedKeys(view, viewSchema, 'a view', ['views', index])),
  ];
  return { ok: true, value: parsed.data, issues: [...unused, ...thinViews(parsed.data)] };
}

/** A stage without evidence is an opinion: that is allowed, and said. */
export function thinViews({ organisation, views }: Assessment): Issue[] {
  const thin = views.filter(({ stage, evidence }) => stage !== null && evidence === undefined);
  if (thin.length === 0) return [];
  return [
    {
      severity: 'warning',
      where: { path: organisation },
      found: `no evidence for characteristic ${thin.map(({ characteristic }) => characteristic).join(', ')}`,
      expected: 'what can be seen or counted, in a few words',
      mend: 'Add it, or keep it as an impression to talk about.',
    },
  ];
}

function expectation(issue: z.core.$ZodIssue): string | undefined {
  const field = String(issue.path.at(-1) ?? '');
  if (field === 'stage') return `a whole number from 1 ("${stages[0]}") to 5 ("${stages[4]}"), or null`;
  if (field === 'characteristic') return 'the number of a characteristic, 1 to 7';
  if (field === 'views') return 'a list of views, each characteristic once';
  return field === 'date' ? 'a date such as 2026-11-24' : undefined;
}

/** A stage in words; "cannot say" where there is none. */
export const stageWords = (stage: number | null): string =>
  stage === null ? 'cannot say' : (stages[stage - 1] ?? '');

/** "1 Positive flow of money and resources", as it stands in workbooks. */
export const characteristicLabel = (number: number): string =>
  `${number}. ${characteristics().find((each) => each.number === number)?.name ?? ''}`;
