import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ringPoints } from '../../../core/area/ring-text.ts';
import { districtData, ringsOf, ringText } from '../../../core/index.ts';

describe('boundaries as text', () => {
  it('give back the points that they were made from', () => {
    const step = fc.integer({ min: -30_000, max: 30_000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(step, step)), (points) => {
        const text = ringText(points.flat());
        expect(JSON.stringify(text)).toHaveLength(text.length + 2);
        expect(ringPoints(text)).toEqual(points.flat());
      }),
    );
  });

  it('are held for every district: closed rings within the United Kingdom', () => {
    for (const { code, name } of districtData().districts) {
      const rings = ringsOf(code);
      expect(rings.length, name).toBeGreaterThan(0);
      for (const ring of rings) {
        expect(ring.length).toBeGreaterThanOrEqual(4);
        expect(ring.at(-1)).toEqual(ring[0]);
        for (const { lat, lon } of ring) expect(lat > 49.8 && lat < 61 && lon > -8.7 && lon < 1.8).toBe(true);
      }
    }
  });
});
