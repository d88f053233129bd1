import * as z from 'zod';
import type { Issue, Outcome } from '../workbook/issue.ts';
import { jsonIssues, unusedKeys } from '../workbook/json-issue.ts';
import { longestText } from '../workbook/short-text.ts';
import { projectIssues } from './project-issues.ts';
import { areaKinds, payKinds, paymentKinds, settingsSchema, standardSettings } from './settings.ts';
import { staffSurveyItems } from './staff-survey.ts';

/** The local-staff and non-local-staff proxies, Keep it Local (2017) Appendix 1. */
export const defaultProxies = { localStaff: 0.66, nonLocalStaff: 0.33 } as const;

const maxAmount = 1e13;
const amount = z.number().min(0).max(maxAmount);
const anyAmount = z.number().min(-maxAmount).max(maxAmount);
const share = z.number().min(0).max(1);
const shortText = z.string().trim().min(1).max(longestText);

const supplierSchema = z.object({
  name: shortText,
  /** GBP paid to the supplier in the period; a net credit is negative. */
  spend: anyAmount,
  /** Whether the place that the work is done from is in the area. */
  local: z.boolean(),
  /** Share of what it received that it re-spent in the area, 0 to 1; null when it has not answered. */
  respendShare: share.nullable(),
  /** Whether its head office is in the area, where that is known. */
  headOfficeLocal: z.boolean().optional(),
  /** What it sells, in the words of the ledger. */
  category: shortText.optional(),
  /** What the payment is, if not an ordinary one to a supplier. */
  kind: z.enum(paymentKinds).optional(),
  /** The same questions for the other areas of the project, by the name of the area. */
  areas: z
    .record(z.string(), z.object({ local: z.boolean(), respendShare: share.nullable().default(null) }))
    .optional(),
  /** Where the supplier was read from, for the workings. */
  where: z.string().optional(),
});

const payrollSchema = z.object({
  /** GBP to staff who live in the area. */
  local: amount,
  /** GBP to staff who live outside it. */
  nonLocal: amount,
  /** Whether pay was entered after tax and National Insurance (`net`) or before (`gross`). Standard: what the tax mode works with. */
  entered: z.enum(['net', 'gross']).optional(),
  /** GBP of tax and employees' National Insurance in the pay, or on top of it if pay was entered net. */
  tax: z.object({ local: amount, nonLocal: amount }).optional(),
  /** Directors, employer's pension and National Insurance, agency staff: each a line of its own. */
  extras: z
    .array(z.object({ name: shortText, kind: z.enum(payKinds), amount, local: z.boolean().default(false) }))
    .default([]),
});

const staffAnswerSchema = z.object({
  /** A label for the answer; never the name of a person. */
  answer: shortText,
  /** Whether this member of staff lives in the area. */
  local: z.boolean(),
  /** GBP of pay in the period; needed person by person, and for an interval. */
  pay: amount.optional(),
  /** Share of pay spent in the area, 0 to 1, where it was asked as one question. */
  respendShare: share.optional(),
  /** What the pay was spent on, where it was asked item by item. */
  items: z
    .array(
      z.object({
        item: z.enum(staffSurveyItems),
        /** GBP spent on the item, in any period as long as all items have the same. */
        amount,
        localShare: share,
      }),
    )
    .optional(),
});

const areaSchema = z.object({
  name: shortText,
  kind: z.enum(areaKinds).optional(),
  population: z.number().int().min(1).max(1e9).optional(),
  radiusKm: z.number().positive().max(2000).optional(),
});

/** An LM3 project: what one organisation or contract spent in a period. Amounts are GBP, shares 0 to 1. */
export const lm3ProjectSchema = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  name: shortText,
  area: shortText.optional(),
  /** What kind of area it is, its population and radius: LM3s of unlike areas are not ranked. */
  areaKind: z.enum(areaKinds).optional(),
  population: areaSchema.shape.population,
  radiusKm: areaSchema.shape.radiusKm,
  period: shortText.optional(),
  /** Whole organisation or one contract, as it is to be printed on the result. */
  scope: shortText.optional(),
  method: z.enum(['allRecipients', 'chain']).default('allRecipients'),
  income: amount.optional(),
  payroll: payrollSchema,
  /** Answers to the staff survey; proxies stand in for a group without answers. */
  staffSurvey: z.array(staffAnswerSchema).default([]),
  otherDirectCosts: z
    .array(z.object({ name: shortText, amount, local: z.boolean().default(false) }))
    .default([]),
  proxies: z
    .object({
      localStaff: share.default(defaultProxies.localStaff),
      nonLocalStaff: share.default(defaultProxies.nonLocalStaff),
    })
    .default(defaultProxies),
  nonResponse: z.enum(['extrapolate', 'zero']).default('extrapolate'),
  settings: settingsSchema.default(standardSettings),
  /** An LM3 to reach, for the tipping point. */
  target: z.number().min(1).max(3).optional(),
  /** The user's own figures for what would have happened anyway; there are no standard ones. */
  net: z.object({ deadweight: share, displacement: share, leakage: share, substitution: share }).optional(),
  /** Other areas to look at side by side, such as the ward or the county. */
  areas: z
    .array(areaSchema.extend({ payrollLocal: amount }))
    .max(12)
    .default([]),
  suppliers: z.array(supplierSchema).default([]),
});

export type Lm3Project = z.output<typeof lm3ProjectSchema>;
export type Lm3ProjectInput = z.input<typeof lm3ProjectSchema>;
export type Supplier = Lm3Project['suppliers'][number];
export type StaffAnswer = Lm3Project['staffSurvey'][number];
export type AreaDetails = Lm3Project['areas'][number];

/** Checks a project given as JSON. All issues are listed, each with its path. */
export function parseLm3Project(input: unknown): Outcome<Lm3Project> {
  const parsed = lm3ProjectSchema.safeParse(input);
  if (!parsed.success) return { ok: false, issues: jsonIssues(parsed.error, input, expectation) };
  // The workings name the place of every input; in JSON that is its path.
  const suppliers = parsed.data.suppliers.map((supplier, index) =>
    supplier.where === undefined ? { ...supplier, where: `suppliers[${index}]` } : supplier,
  );
  const project = { ...parsed.data, suppliers };
  const issues = [...unknownFields(input as object), ...projectIssues(project)];
  return issues.some((issue) => issue.severity === 'error')
    ? { ok: false, issues }
    : { ok: true, value: project, issues };
}

function expectation(issue: z.core.$ZodIssue): string | undefined {
  const field = String(issue.path.at(-1) ?? '');
  if (issue.code === 'invalid_value') return undefined;
  if (field === 'respendShare') return 'a share from 0 to 1, or null if the supplier has not answered';
  if (shareFields.has(field)) return 'a share from 0 to 1';
  if (field === 'target') return 'an LM3 from 1 to 3';
  if (field === 'spend' && issue.code !== 'invalid_type') return 'an amount in GBP';
  if (issue.code === 'too_small' && issue.origin === 'number') return 'an amount in GBP of 0 or more';
  if (issue.code === 'too_big' && issue.origin === 'number') return 'an amount in GBP below 10 trillion';
  return undefined;
}

const shareFields = new Set([
  'localStaff',
  'nonLocalStaff',
  'localShare',
  'deadweight',
  'displacement',
  'leakage',
  'substitution',
]);

function unknownFields(input: object): Issue[] {
  const issues = unusedKeys(input, lm3ProjectSchema, 'an LM3 project');
  const { settings, suppliers } = input as { settings?: object; suppliers?: object[] };
  if (settings) issues.push(...unusedKeys(settings, settingsSchema, 'the settings', ['settings']));
  const seen = new Set<string>();
  // A field that every supplier has is told once, not 140,000 times.
  (suppliers ?? []).forEach((supplier, index) => {
    for (const key of Object.keys(supplier)) {
      if (key in supplierSchema.shape || seen.has(key)) continue;
      seen.add(key);
      issues.push(...unusedKeys({ [key]: null }, supplierSchema, 'a supplier', ['suppliers', index]));
    }
  });
  return issues;
}
