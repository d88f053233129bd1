import * as z from 'zod';
import data from '../data/boundaries.json' with { type: 'json' };
import { checkData, checkUnique } from '../shipped/check.ts';
import { once } from '../shipped/once.ts';
import type { LatLon } from './lat-lon.ts';
import { ringPoints } from './ring-text.ts';

const file = 'boundaries.json';

/** Boundaries are whole steps of this many degrees from a corner: 55 m north, about 33 m east. */
export const boundaryStep = 0.0005;
export const boundaryCorner = { lat: 49, lon: -9 } as const;

export const boundariesFileSchema = z.strictObject({
  about: z.strictObject({
    source: z.string().min(1),
    licence: z.string().min(1),
    attribution: z.string().min(1),
  }),
  shapes: z.array(
    z.strictObject({ code: z.string().regex(/^[A-Z]\d{8}$/), rings: z.array(z.string().min(1)).min(1) }),
  ),
});

export type BoundariesFile = z.output<typeof boundariesFileSchema>;

/** Rings of districts by ONS code, as text. Checked at the first call. */
export const boundaryData = once(() => {
  const checked = checkData(file, boundariesFileSchema, data);
  checkUnique(
    file,
    checked.shapes.map(({ code }) => code),
  );
  return { about: checked.about, byCode: new Map(checked.shapes.map(({ code, rings }) => [code, rings])) };
});

/** The rings of a district, each closed; holes are rings too. Empty for a district that has none. */
export function ringsOf(code: string): readonly (readonly LatLon[])[] {
  return (boundaryData().byCode.get(code) ?? []).map((text) => {
    const points = ringPoints(text);
    return Array.from({ length: points.length / 2 }, (_, at) => ({
      lon: boundaryCorner.lon + (points[2 * at] ?? 0) * boundaryStep,
      lat: boundaryCorner.lat + (points[2 * at + 1] ?? 0) * boundaryStep,
    }));
  });
}
