import { describe, expect, it } from 'vitest';
import { distanceKm } from '../../../core/index.ts';

describe('the distance between two positions', () => {
  it('is a degree of a meridian of a sphere of 6,371.0088 km', () => {
    expect(distanceKm({ lat: 51, lon: 0 }, { lat: 52, lon: 0 })).toBeCloseTo((6371.0088 * Math.PI) / 180, 9);
  });

  it('is nothing from a place to itself, and the same both ways', () => {
    const [halifax, lerwick] = [
      { lat: 53.72, lon: -1.86 },
      { lat: 60.15, lon: -1.15 },
    ];
    expect(distanceKm(halifax, halifax)).toBe(0);
    expect(distanceKm(halifax, lerwick)).toBe(distanceKm(lerwick, halifax));
  });
});
