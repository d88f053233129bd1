import * as z from 'zod';

const text = z.string().min(1);

/** What a packed postcode file says of itself. */
export const postcodeFileAboutSchema = z.strictObject({
  /** Such as "OS Code-Point Open, November 2025". */
  source: text,
  /** The day it was packed, or the day of the edition where it ships. */
  madeOn: z.iso.date(),
  /** To be shown wherever the data is used. */
  attribution: text,
});

export type PostcodeFileAbout = z.output<typeof postcodeFileAboutSchema>;

export const postcodeFileHeaderSchema = z.strictObject({
  about: postcodeFileAboutSchema,
  /** Postcodes in the file. */
  size: z.int().nonnegative(),
  /** First halves, in the order of their slots. */
  outwards: z.array(z.string().regex(/^[A-Z]{1,2}\d[A-Z\d]?$/)).max(20_000),
  /** ONS codes, in the order of their numbers. */
  districts: z.array(z.string().regex(/^[A-Z]\d{8}$/)).max(2_000),
});

export type PostcodeFileHeader = z.output<typeof postcodeFileHeaderSchema>;
