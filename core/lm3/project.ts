import * as z from 'zod';
import type { Issue, Outcome, Place } from '../workbook/issue.ts';

/** The local-staff and non-local-staff proxies, Keep it Local (2017) Appendix 1. */
export const defaultProxies = { localStaff: 0.66, nonLocalStaff: 0.33 } as const;

const maxAmount = 1e13;
const amount = z.number().min(0).max(maxAmount);
const anyAmount = z.number().min(-maxAmount).max(maxAmount);
const share = z.number().min(0).max(1);
/** Longest name or label, in characters. */
export const longestText = 200;
const shortText = z.string().trim().min(1).max(longestText);

const supplierSchema = z.object({
  name: shortText,
  /** GBP paid to the supplier in the period; a net credit is negative. */
  spend: anyAmount,
  local: z.boolean(),
  /** Share of what it received that it re-spent in the area, 0 to 1; null when it has not answered. */
  respendShare: share.nullable(),
  /** Where the supplier was read from, for the workings. */
  where: z.string().optional(),
});

/** An LM3 project: what one organisation or contract spent in a period. Amounts are GBP, shares 0 to 1. */
export const lm3ProjectSchema = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  name: shortText,
  area: shortText.optional(),
  period: shortText.optional(),
  /** Whole organisation or one contract, as it is to be printed on the result. */
  scope: shortText.optional(),
  method: z.enum(['allRecipients', 'chain']).default('allRecipients'),
  income: amount.optional(),
  payroll: z.object({ local: amount, nonLocal: amount }),
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
  suppliers: z.array(supplierSchema).default([]),
});

export type Lm3Project = z.output<typeof lm3ProjectSchema>;
export type Lm3ProjectInput = z.input<typeof lm3ProjectSchema>;
export type Supplier = Lm3Project['suppliers'][number];

/** Checks a project given as JSON. All issues are listed, each with its path. */
export function parseLm3Project(input: unknown): Outcome<Lm3Project> {
  const parsed = lm3ProjectSchema.safeParse(input);
  if (!parsed.success) {
    return { ok: false, issues: parsed.error.issues.map((issue) => describeZodIssue(issue, input)) };
  }
  // The workings name the place of every input; in JSON that is its path.
  const suppliers = parsed.data.suppliers.map((supplier, index) =>
    supplier.where === undefined ? { ...supplier, where: `suppliers[${index}]` } : supplier,
  );
  return { ok: true, value: { ...parsed.data, suppliers }, issues: unusedKeys(input) };
}

function describeZodIssue(issue: z.core.$ZodIssue, input: unknown): Issue {
  return {
    severity: 'error',
    where: jsonPlace(issue.path),
    found: quoteJson(valueAt(input, issue.path)),
    expected: expectation(issue),
    mend: 'Correct this value and run again.',
  };
}

function expectation(issue: z.core.$ZodIssue): string {
  const field = String(issue.path.at(-1) ?? '');
  if (issue.code === 'invalid_value')
    return `one of ${issue.values.map((value) => `"${String(value)}"`).join(', ')}`;
  if (field === 'respendShare') return 'a share from 0 to 1, or null if the supplier has not answered';
  if (field === 'localStaff' || field === 'nonLocalStaff') return 'a share from 0 to 1';
  if (issue.code === 'invalid_type') return `${article(issue.expected)} ${issue.expected}`;
  if (field === 'spend') return 'an amount in GBP';
  if (issue.code === 'too_small' && issue.origin === 'number') return 'an amount in GBP of 0 or more';
  if (issue.code === 'too_big' && issue.origin === 'number') return 'an amount in GBP below 10 trillion';
  if (issue.code === 'too_small') return 'some text';
  if (issue.code === 'too_big') return `at most ${longestText} characters`;
  return issue.message;
}

const article = (word: string): string => (/^[aeio]/.test(word) ? 'an' : 'a');

/** A path into JSON as people write it: `suppliers[3].respendShare`. */
export function jsonPlace(path: readonly PropertyKey[]): Place {
  const text = path.reduce<string>(
    (soFar, step) =>
      typeof step === 'number'
        ? `${soFar}[${step}]`
        : soFar === ''
          ? String(step)
          : `${soFar}.${String(step)}`,
    '',
  );
  return text === '' ? {} : { path: text };
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined,
    input,
  );
}

function quoteJson(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'number') return String(value);
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** A mistyped key would otherwise be dropped without a word. */
function unusedKeys(input: unknown): Issue[] {
  const known = new Set(Object.keys(lm3ProjectSchema.shape));
  const knownOfSupplier = new Set(Object.keys(supplierSchema.shape));
  const project = input as Record<string, unknown>;
  const found = Object.keys(project)
    .filter((key) => !known.has(key))
    .map((key) => ({ path: key, key }));
  const seen = new Set<string>();
  (Array.isArray(project.suppliers) ? project.suppliers : []).forEach((supplier: object, index) => {
    for (const key of Object.keys(supplier)) {
      if (knownOfSupplier.has(key) || seen.has(key)) continue;
      seen.add(key);
      found.push({ path: `suppliers[${index}].${key}`, key });
    }
  });
  return found.map(({ path, key }) => ({
    severity: 'warning',
    where: { path },
    found: `"${key}"`,
    expected: 'only the fields of an LM3 project',
    mend: 'It was not used. Check the spelling if it was meant to count.',
  }));
}
