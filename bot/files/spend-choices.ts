import * as z from 'zod';
import { columnMappingSchema } from '../../core/index.ts';

/** What a person said of a spend export: small enough for the value of a button. */
export const spendChoicesSchema = z.object({
  /** ONS codes of districts, and names of counties, regions and other groups of them. */
  places: z.array(z.string().min(1).max(80)).max(12).default([]),
  /** A postcode, a first half of one, or a place; with `km`. */
  centre: z.string().max(60).optional(),
  km: z.number().positive().optional(),
  /** Which column holds what, by its letters. */
  columns: columnMappingSchema.default({}),
  /** The person has seen how the columns were read and found it right. */
  sure: z.boolean().optional(),
});
export type SpendChoices = z.output<typeof spendChoicesSchema>;

export const noSpendChoices: SpendChoices = { places: [], columns: {} };

export const hasArea = ({ places, centre }: SpendChoices): boolean =>
  places.length > 0 || centre !== undefined;
