import * as z from 'zod';

const text = z.string().trim().min(1);

export const deprivationFileSchema = z.strictObject({
  about: z.strictObject({
    source: text,
    /** The national indices that it joins, with their years. */
    indices: text,
    /** Such as "2019 to 2020". */
    years: text,
    licence: text,
    link: z.url(),
  }),
  rows: z.array(
    z.strictObject({
      /** ONS code of the district. */
      code: z.string().regex(/^[A-Z]\d{8}$/),
      /** Higher is more deprived; one scale for the UK. */
      score: z.number().nonnegative(),
      /** 1 is the most deprived. Each holds a fifth of the people of the UK. */
      fifth: z.int().min(1).max(5),
      /** 1 is the most deprived. Each holds a tenth of the people of the UK. */
      tenth: z.int().min(1).max(10),
    }),
  ),
});

export type DeprivationFile = z.output<typeof deprivationFileSchema>;
/** How deprived a district is beside the others of the UK. */
export type DistrictDeprivation = DeprivationFile['rows'][number];
