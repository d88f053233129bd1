import * as z from 'zod';

const text = z.string().trim().min(1);
const code = z.string().regex(/^[A-Z]\d{8}$/);
const group = z.strictObject({ code, name: text });

export const districtSchema = z.strictObject({
  /** ONS code. */
  code,
  name: text,
  /** Of its council. */
  officialName: text,
  /** Names that people use, as `placeKey` compares them. */
  names: z.array(text).min(1),
  /** A county with a council of its own, or a metropolitan county; none for unitary councils and London. */
  county: group.extend({ kind: z.enum(['county', 'metropolitan']) }).optional(),
  /** Of England. */
  region: group.optional(),
  combinedAuthority: group.optional(),
  country: z.enum(['England', 'Scotland', 'Wales', 'Northern Ireland']),
  /** Its centroid. */
  lat: z.number().min(49).max(61),
  lon: z.number().min(-9).max(2),
  population: z.int().positive(),
  /** Districts that share a stretch of boundary. */
  borders: z.array(code),
  /** Districts across water of at most 0.8 km, where the legal boundary runs. */
  acrossWater: z.array(code),
});

export const endedDistrictSchema = z.strictObject({
  code,
  name: text,
  /** The district of today. */
  successor: code,
});

export const districtsFileSchema = z.strictObject({
  about: z.strictObject({
    source: text,
    boundaries: text,
    licence: text,
    populationYear: z.int(),
  }),
  districts: z.array(districtSchema),
  ended: z.array(endedDistrictSchema),
});

/** A local authority district of today, of any kind: unitary, metropolitan, London borough or lower tier. */
export type District = z.output<typeof districtSchema>;
/** A district that was merged or got another code. */
export type EndedDistrict = z.output<typeof endedDistrictSchema>;
export type DistrictsFile = z.output<typeof districtsFileSchema>;
