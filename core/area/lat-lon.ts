/** A position in degrees of WGS84, north and east positive. */
export interface LatLon {
  readonly lat: number;
  readonly lon: number;
}

/** Mean radius of the Earth in km (IUGG). */
const earthRadiusKm = 6371.0088;
const radians = Math.PI / 180;

/** The haversine of the angle between two positions: what distances are compared by. */
export function haversine(from: LatLon, to: LatLon): number {
  const north = Math.sin(((to.lat - from.lat) * radians) / 2);
  const east = Math.sin(((to.lon - from.lon) * radians) / 2);
  return north * north + Math.cos(from.lat * radians) * Math.cos(to.lat * radians) * east * east;
}

/** Straight-line distance over the ground in km, by the haversine formula on a sphere: within 0.6% of the true one. */
export function distanceKm(from: LatLon, to: LatLon): number {
  return 2 * earthRadiusKm * Math.asin(Math.sqrt(Math.min(1, haversine(from, to))));
}

/** The angle in degrees that a distance in km spans. */
export const degreesOf = (km: number): number => km / earthRadiusKm / radians;

/** The haversine of a distance in km. */
export function haversineOf(km: number): number {
  const half = Math.sin(Math.min(km / earthRadiusKm / 2, Math.PI / 2));
  return half * half;
}
