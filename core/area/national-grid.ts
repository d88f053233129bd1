import type { LatLon } from './lat-lon.ts';

/*
 * The National Grid of Great Britain to latitude and longitude: the inverse transverse Mercator
 * projection on the Airy 1830 ellipsoid, then a seven-parameter shift to WGS84. Formulas and constants:
 * Ordnance Survey, A guide to coordinate systems in Great Britain, annexes A to C. The shift is good to
 * about 5 m (OS), half of what the packed file keeps.
 */
const radians = Math.PI / 180;
const airy = { a: 6_377_563.396, b: 6_356_256.909 } as const;
const wgs84 = { a: 6_378_137, b: 6_356_752.314_245 } as const;
const grid = { scale: 0.999_601_271_7, lat: 49 * radians, lon: -2 * radians, east: 400_000, north: -100_000 };
/** From Airy 1830 to WGS84: metres, seconds of arc, parts per million. */
const shift = {
  x: 446.448,
  y: -125.157,
  z: 542.06,
  rx: 0.1502,
  ry: 0.247,
  rz: 0.8421,
  ppm: -20.4894,
} as const;

/** Latitude and longitude in WGS84 of a National Grid position in metres. */
export function fromNationalGrid(easting: number, northing: number): LatLon {
  const { lat, lon } = airyLatLon(easting, northing);
  const { x, y, z } = cartesian(lat, lon, airy);
  const second = radians / 3600;
  const [rx, ry, rz] = [shift.rx * second, shift.ry * second, shift.rz * second];
  const scale = 1 + shift.ppm * 1e-6;
  return geodetic(
    shift.x + scale * x - rz * y + ry * z,
    shift.y + rz * x + scale * y - rx * z,
    shift.z - ry * x + rx * y + scale * z,
    wgs84,
  );
}

interface Ellipsoid {
  readonly a: number;
  readonly b: number;
}

const eccentricity = ({ a, b }: Ellipsoid): number => 1 - (b * b) / (a * a);

/** Annex C: the projection undone, in radians on the Airy ellipsoid. */
export function airyLatLon(easting: number, northing: number): { lat: number; lon: number } {
  const { a, b } = airy;
  let lat = grid.lat + (northing - grid.north) / (a * grid.scale);
  for (let left = Number.POSITIVE_INFINITY; Math.abs(left) > 1e-5; ) {
    left = northing - grid.north - meridianArc(lat);
    lat += left / (a * grid.scale);
  }
  const e2 = eccentricity(airy);
  const sin = Math.sin(lat);
  const tan = Math.tan(lat);
  const sec = 1 / Math.cos(lat);
  const nu = (a * grid.scale) / Math.sqrt(1 - e2 * sin * sin);
  const rho = (a * grid.scale * (1 - e2)) / (1 - e2 * sin * sin) ** 1.5;
  const eta2 = nu / rho - 1;
  const t2 = tan * tan;
  const east = easting - grid.east;
  const vii = tan / (2 * rho * nu);
  const viii = (tan / (24 * rho * nu ** 3)) * (5 + 3 * t2 + eta2 - 9 * t2 * eta2);
  const ix = (tan / (720 * rho * nu ** 5)) * (61 + 90 * t2 + 45 * t2 * t2);
  const x = sec / nu;
  const xi = (sec / (6 * nu ** 3)) * (nu / rho + 2 * t2);
  const xii = (sec / (120 * nu ** 5)) * (5 + 28 * t2 + 24 * t2 * t2);
  const xiia = (sec / (5040 * nu ** 7)) * (61 + 662 * t2 + 1320 * t2 * t2 + 720 * t2 ** 3);
  return {
    lat: lat - vii * east ** 2 + viii * east ** 4 - ix * east ** 6,
    lon: grid.lon + x * east - xi * east ** 3 + xii * east ** 5 - xiia * east ** 7,
  };

  function meridianArc(at: number): number {
    const n = (a - b) / (a + b);
    const [less, more] = [at - grid.lat, at + grid.lat];
    return (
      b *
      grid.scale *
      ((1 + n + (5 / 4) * n ** 2 + (5 / 4) * n ** 3) * less -
        (3 * n + 3 * n ** 2 + (21 / 8) * n ** 3) * Math.sin(less) * Math.cos(more) +
        ((15 / 8) * n ** 2 + (15 / 8) * n ** 3) * Math.sin(2 * less) * Math.cos(2 * more) -
        (35 / 24) * n ** 3 * Math.sin(3 * less) * Math.cos(3 * more))
    );
  }
}

function cartesian(lat: number, lon: number, ellipsoid: Ellipsoid): { x: number; y: number; z: number } {
  const e2 = eccentricity(ellipsoid);
  const nu = ellipsoid.a / Math.sqrt(1 - e2 * Math.sin(lat) ** 2);
  return {
    x: nu * Math.cos(lat) * Math.cos(lon),
    y: nu * Math.cos(lat) * Math.sin(lon),
    z: (1 - e2) * nu * Math.sin(lat),
  };
}

function geodetic(x: number, y: number, z: number, ellipsoid: Ellipsoid): LatLon {
  const e2 = eccentricity(ellipsoid);
  const p = Math.hypot(x, y);
  let lat = Math.atan2(z, p * (1 - e2));
  for (let moved = 1; Math.abs(moved) > 1e-12; ) {
    const nu = ellipsoid.a / Math.sqrt(1 - e2 * Math.sin(lat) ** 2);
    const next = Math.atan2(z + e2 * nu * Math.sin(lat), p);
    moved = next - lat;
    lat = next;
  }
  return { lat: lat / radians, lon: Math.atan2(y, x) / radians };
}
