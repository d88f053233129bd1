import { type BoundariesFile, boundaryCorner, boundaryStep, ringText } from '../../core/index.ts';
import type { Rings } from './borders.ts';

/** `core/data/boundaries.json`: the same rings in whole steps, so that neighbours still meet. */
export function boundariesFile(boundaries: ReadonlyMap<string, Rings>): BoundariesFile {
  return {
    about: {
      source:
        'Office for National Statistics, local authority districts 2025, simplified; copy from ONSdigital/explore-local-statistics-app',
      licence: 'Open Government Licence v3.0',
      attribution:
        'Contains OS data © Crown copyright and database right 2025. Contains National Statistics data © Crown copyright and database right 2025. Licensed under the Open Government Licence v3.0.',
    },
    shapes: [...boundaries]
      .map(([code, rings]) => ({ code, rings: roundedRings(rings) }))
      .sort((a, b) => (a.code < b.code ? -1 : 1)),
  };
}

/** Islets that shrink to fewer than three points are dropped, unless nothing else is left. */
function roundedRings(rings: Rings): string[] {
  const rounded = rings.map((ring) => {
    const points: number[] = [];
    for (const [lon, lat] of ring) {
      const x = Math.round((lon - boundaryCorner.lon) / boundaryStep);
      const y = Math.round((lat - boundaryCorner.lat) / boundaryStep);
      if (x !== points.at(-2) || y !== points.at(-1)) points.push(x, y);
    }
    return points;
  });
  return rounded.filter((points) => points.length >= 8).map(ringText);
}
