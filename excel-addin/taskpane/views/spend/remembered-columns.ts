import * as z from 'zod';
import { type ColumnMapping, columnMappingSchema } from '../../../../core/index.ts';

const place = 'localpound.columns';
/** Layouts that are remembered; the oldest is forgotten first. */
const most = 40;

const rememberedSchema = z.array(z.object({ headings: z.string(), mapping: columnMappingSchema }));
type Remembered = z.output<typeof rememberedSchema>;

/**
 * What each column holds, as a person said it, by the headings of the file. Kept in this browser only,
 * and never more than headings and columns; where the browser keeps nothing, nothing is remembered.
 */
export const rememberedColumns = {
  of(headings: readonly string[]): ColumnMapping | undefined {
    const key = keyOf(headings);
    return all().find((one) => one.headings === key)?.mapping;
  },
  keep(headings: readonly string[], mapping: ColumnMapping): void {
    const key = keyOf(headings);
    const others = all().filter((one) => one.headings !== key);
    const kept: Remembered = [...others, { headings: key, mapping }].slice(-most);
    try {
      localStorage.setItem(place, JSON.stringify(kept));
    } catch {
      // A browser may refuse to keep anything; the columns then hold for this file only.
    }
  },
};

const keyOf = (headings: readonly string[]): string => JSON.stringify(headings);

function all(): Remembered {
  try {
    const parsed = rememberedSchema.safeParse(JSON.parse(localStorage.getItem(place) ?? '[]'));
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
}
