import * as z from 'zod';
import type { Outcome } from '../../workbook/issue.ts';
import { jsonIssues } from '../../workbook/json-issue.ts';

const name = z.string().trim().min(1).max(200);
const amount = z.number().positive().max(1e13);
const share = z.number().min(0).max(1);

/** Where money moves to: a local supplier of the project, or one that it does not have yet. */
const targetSchema = z.union([
  z.strictObject({ existing: name }),
  /** Without a re-spend share it counts like a silent local supplier. */
  z.strictObject({ newSupplier: name, respendShare: share.optional() }),
]);

const changeSchema = z.discriminatedUnion('kind', [
  /** Moves an amount in GBP, or the whole spend where none is given, from one supplier to a local one. */
  z.strictObject({ kind: z.literal('moveSpend'), from: name, amount: amount.optional(), to: targetSchema }),
  /** GBP of pay, on the basis it was entered, that goes to staff who live in the area instead of outside it. */
  z.strictObject({ kind: z.literal('localPay'), amount }),
  /** The same as a share of the pay to staff who live outside. */
  z.strictObject({ kind: z.literal('localPayShare'), share: share.gt(0) }),
  /** Looks at the project from another of its areas. */
  z.strictObject({ kind: z.literal('area'), name }),
]);

export const whatIfChangesSchema = z.array(changeSchema).max(1000);

/** One thing that might be done otherwise. All amounts refer to the project as it is, so order does not matter. */
export type WhatIfChange = z.output<typeof changeSchema>;
export type MoveTarget = z.output<typeof targetSchema>;

/** Checks changes given as JSON. All issues are listed, each with its path in the list of changes. */
export function parseWhatIfChanges(input: unknown): Outcome<WhatIfChange[]> {
  const parsed = whatIfChangesSchema.safeParse(input);
  if (parsed.success) return { ok: true, value: parsed.data, issues: [] };
  return { ok: false, issues: jsonIssues(parsed.error, input, expectation) };
}

function expectation(issue: z.core.$ZodIssue): string | undefined {
  const field = String(issue.path.at(-1) ?? '');
  if (field === 'share' || field === 'respendShare') return 'a share from 0 to 1';
  if (field === 'amount') return 'an amount in GBP above 0';
  if (field === 'to') return 'a supplier of the project, or a new one with a re-spend share from 0 to 1';
  return undefined;
}
