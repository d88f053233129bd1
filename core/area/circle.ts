import { degreesOf, distanceKm, haversine, haversineOf, type LatLon } from './lat-lon.ts';
import { corner, degreesAt, noPosition, stepsPerDegree } from './packed-layout.ts';
import type { PostcodeIndex } from './postcode-index.ts';

/** All places within a distance of a point. */
export interface Circle {
  readonly centre: LatLon;
  /** Such as "HX1 1UJ" or "the middle of Calderdale". */
  readonly centreName: string;
  readonly radiusKm: number;
}

/** True when a position is in a circle: at most its radius from its centre. */
export const inCircle = (position: LatLon, { centre, radiusKm }: Circle): boolean =>
  distanceKm(centre, position) <= radiusKm;

/** Nearer to the edge than this, as a haversine, the distance itself decides. */
const edge = 1e-12;
const radians = Math.PI / 180;

/**
 * Which postcodes of an index are in a circle: 1 for each row that is, 0 for each that is not or has
 * no position. The same answer as `inCircle` for every one. As positions are whole steps, the parts of
 * the haversine that depend on the latitude or the longitude alone are worked out once for each step
 * that the circle reaches; a first half that it does not reach is passed over whole.
 */
export function rowsInCircle(index: PostcodeIndex, circle: Circle): Uint8Array {
  const { centre, radiusKm } = circle;
  const rows = new Uint8Array(index.size);
  const limit = haversineOf(radiusKm);
  const lats = stepsWithin('lat', centre.lat, degreesOf(radiusKm));
  // Meridians draw together: the widest reach of the circle in longitude is at its end nearest the pole.
  const pole = Math.min(89, Math.abs(centre.lat) + degreesOf(radiusKm));
  const lons = stepsWithin('lon', centre.lon, degreesOf(radiusKm) / Math.cos(pole * radians));
  const north = Float64Array.from({ length: lats.count }, (_, at) => {
    const half = Math.sin(((degreesAt('lat', lats.first + at) - centre.lat) * radians) / 2);
    return half * half;
  });
  const narrowing = Float64Array.from(
    { length: lats.count },
    (_, at) => Math.cos(centre.lat * radians) * Math.cos(degreesAt('lat', lats.first + at) * radians),
  );
  const east = Float64Array.from({ length: lons.count }, (_, at) => {
    const half = Math.sin(((degreesAt('lon', lons.first + at) - centre.lon) * radians) / 2);
    return half * half;
  });
  index.eachOutward(({ from, to }, least, most, offsets) => {
    if (least.lat >= lats.first + lats.count || least.lon >= lons.first + lons.count) return;
    if (most.lat < lats.first || most.lon < lons.first) return;
    const [latShift, lonShift] = [least.lat - lats.first, least.lon - lons.first];
    for (let row = from; row < to; row += 1) {
      const lat = offsets.lat[row] ?? noPosition;
      if (lat === noPosition) continue;
      const latAt = lat + latShift;
      const lonAt = (offsets.lon[row] ?? 0) + lonShift;
      if (latAt < 0 || latAt >= lats.count || lonAt < 0 || lonAt >= lons.count) continue;
      const angle = (north[latAt] ?? 0) + (narrowing[latAt] ?? 0) * (east[lonAt] ?? 0);
      if (angle > limit + edge) continue;
      if (angle < limit - edge || closeCall(lat + least.lat, lonAt + lons.first, circle)) rows[row] = 1;
    }
  });
  return rows;
}

const closeCall = (lat: number, lon: number, circle: Circle): boolean =>
  inCircle({ lat: degreesAt('lat', lat), lon: degreesAt('lon', lon) }, circle);

/** The steps within so many degrees of a middle, within the 6.5 degrees and more that Britain takes. */
function stepsWithin(axis: 'lat' | 'lon', middle: number, degrees: number): { first: number; count: number } {
  const most = 13 * stepsPerDegree;
  const first = Math.max(0, Math.floor((middle - degrees - corner[axis]) * stepsPerDegree) - 1);
  const last = Math.min(most, Math.ceil((middle + degrees - corner[axis]) * stepsPerDegree) + 1);
  return { first, count: Math.max(0, last - first + 1) };
}

/** True when a circle reaches some point. */
export const reaches = (circle: Circle, point: LatLon): boolean =>
  haversine(circle.centre, point) <= haversineOf(circle.radiusKm);
