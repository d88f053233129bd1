import * as z from 'zod';

/** Percentages and pounds out of every £100 are kept as suppliers say them: 0 to 100. */
const outOf100 = z.number().min(0).max(100);
const heads = z.number().int().min(0).max(1e6);

/** The five parts that a supplier splits every £100 into, in the order they are asked. */
export const spendingParts = ['pay', 'bought', 'overheads', 'taxes', 'kept'] as const;
export type SpendingPart = (typeof spendingParts)[number];

/** How good a supplier calls its own figures; the letters are those of the quality run. */
export const qualities = { records: 'A', estimate: 'B', guess: 'C' } as const;
export const supplierKinds = ['small', 'charity', 'socialEnterprise'] as const;
export const audiences = ['nobody', 'buyer', 'anyone'] as const;

/**
 * What one supplier answered. Every question may be left open: "do not know" is silence, not zero.
 *
 * Source: docs/method/survey.md, The questions.
 */
export const surveyAnswerSchema = z.strictObject({
  /** 1. Where most of the work was done from, and whether the head office is elsewhere. */
  postcode: z.string().trim().min(1).max(10).optional(),
  headOfficeElsewhere: z.boolean().optional(),
  /** 2. Whether the figures are of the work for this buyer, or of the whole business in its stead. */
  basis: z.enum(['yourPayments', 'wholeBusiness']).optional(),
  /** 3. Pounds out of every £100 received. A part that is left out of a split that adds up is 0. */
  spending: z.partialRecord(z.enum(spendingParts), outOf100).optional(),
  /** 4. Of pay: the percentage to people who live in the area, or the staff and how many of them do. */
  payLocal: outOf100.optional(),
  staff: z.strictObject({ all: heads.min(1), local: heads }).optional(),
  /** 5. Of what was bought: the percentage from firms that work from the area. */
  boughtLocal: outOf100.optional(),
  /** 6. Of overheads and what was kept: the percentage to landlords or owners in the area. */
  otherLocal: outOf100.optional(),
  /** The short form: of every £100, the pounds spent again in the area. */
  estimate: outOf100.optional(),
  /** 7. */
  quality: z.enum(['records', 'estimate', 'guess']).optional(),
  /** 8. Employees in full-time equivalents, and what kind of organisation it is. */
  employees: z.number().min(0).max(1e6).optional(),
  kinds: z.array(z.enum(supplierKinds)).max(supplierKinds.length).optional(),
  /** 9. Who may see this supplier's own figure. Nobody, unless it says otherwise. */
  showTo: z.enum(audiences).optional(),
});

export type SurveyAnswer = z.output<typeof surveyAnswerSchema>;

/** A, B or C by question 7; undefined where it was not answered. */
export function qualityOf({ quality }: SurveyAnswer): 'A' | 'B' | 'C' | undefined {
  return quality === undefined ? undefined : qualities[quality];
}

/** Whether the buyer may see this supplier's own figure: only if question 9 says so. */
export function buyerMaySee({ showTo }: SurveyAnswer): boolean {
  return showTo === 'buyer' || showTo === 'anyone';
}
