import type { LatLon } from '../../area/lat-lon.ts';

/** A place on the flat map: km east of 2° W and km south of the equator, so that down is south. */
export interface Flat {
  readonly x: number;
  readonly y: number;
}

const radians = Math.PI / 180;
const earthRadiusKm = 6371.0088;
const middleLon = -2;

/** Transverse Mercator on a sphere, about 2° W as the National Grid: right in shape, within 0.5% in size. */
export function flat({ lat, lon }: LatLon): Flat {
  const north = lat * radians;
  const east = (lon - middleLon) * radians;
  return {
    x: earthRadiusKm * Math.atanh(Math.cos(north) * Math.sin(east)),
    y: -earthRadiusKm * Math.atan2(Math.tan(north), Math.cos(east)),
  };
}
