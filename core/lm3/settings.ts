import * as z from 'zod';

/**
 * The choices that the published method leaves open, each with its standard.
 *
 * Source: docs/method/lm3.md, Settings.
 */

/** How tax and National Insurance are counted. Projects of different modes are never compared. */
export const taxModes = ['leftOut', 'leakage', 'proxyOnNet'] as const;

/** What a line of spending is, where it is not an ordinary payment to a supplier. */
export const paymentKinds = [
  'redacted',
  'person',
  'benefit',
  'grant',
  'internalRecharge',
  'publicBody',
] as const;
export type PaymentKind = (typeof paymentKinds)[number];

/** Pay and costs of employing people that stand on lines of their own. */
export const payKinds = ['directors', 'employerPension', 'employerNationalInsurance', 'agencyStaff'] as const;
export type PayKind = (typeof payKinds)[number];

export const areaKinds = [
  'ward',
  'radius',
  'district',
  'county',
  'region',
  'nation',
  'unitedKingdom',
] as const;
export type AreaKind = (typeof areaKinds)[number];

/** An internal recharge moves money inside the organisation, so nothing has been spent yet. */
const leftOutAsStandard: readonly PaymentKind[] = ['internalRecharge'];

export const settingsSchema = z.object({
  /**
   * `leftOut`: pay after tax and National Insurance, which are out of round 1 too. `leakage`: pay
   * before tax in rounds 1 and 2, and the re-spend share counts tax as money that leaves.
   * `proxyOnNet`: pay before tax in rounds 1 and 2, the re-spend share applied to pay after tax.
   */
  taxMode: z.enum(taxModes).default('leftOut'),
  /** Whether amounts hold the VAT that is recovered. */
  vat: z.enum(['excluded', 'included']).default('excluded'),
  /** Which place of a supplier decides whether it is local. */
  supplierPlace: z.enum(['placeOfWork', 'headOffice']).default('placeOfWork'),
  /** How the answers of a stratum stand for its silent suppliers. */
  meanOfAnswers: z.enum(['spendWeighted', 'unweighted']).default('spendWeighted'),
  /** The largest suppliers that were chased for answers: they form strata of their own. */
  largestChased: z.number().int().min(0).max(1e7).default(0),
  /** Whether categories, where given, form strata. */
  categoryStrata: z.boolean().default(true),
  /** Kinds of payment that do not count. Suppliers with a net credit never do. */
  leaveOut: z.array(z.enum(paymentKinds)).default([...leftOutAsStandard]),
});

export type Settings = z.output<typeof settingsSchema>;
export const standardSettings: Settings = settingsSchema.parse({});
