import fc from 'fast-check';
import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import { airyLatLon } from '../../../core/area/national-grid.ts';
import { distanceKm, fromNationalGrid } from '../../../core/index.ts';

const airy = '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy +units=m';
const osgb36 = `${airy} +towgs84=446.448,-125.157,542.06,0.1502,0.247,0.8421,-20.4894`;
const degrees = (d: number, m: number, s: number): number => d + m / 60 + s / 3600;

describe('the National Grid', () => {
  it('comes to the worked example of Ordnance Survey (A guide to coordinate systems in Great Britain, annex C)', () => {
    const { lat, lon } = airyLatLon(651_409.903, 313_177.27);
    expect((lat * 180) / Math.PI).toBeCloseTo(degrees(52, 39, 27.2531), 8);
    expect((lon * 180) / Math.PI).toBeCloseTo(degrees(1, 43, 4.5177), 8);
  });

  it('agrees with proj4 within a centimetre over all of Britain', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 80_000, max: 656_000 }),
        fc.integer({ min: 5_000, max: 1_220_000 }),
        (e, n) => {
          const ours = fromNationalGrid(e, n);
          const [lon = 0, lat = 0] = proj4(osgb36, 'WGS84', [e, n]);
          expect(distanceKm(ours, { lat, lon })).toBeLessThan(1e-5);
        },
      ),
    );
  });

  it.each([
    ['AB1 0AA', 385_386, 801_193, 57.101474, -2.242851],
    ['AB1 0AB', 385_177, 801_314, 57.102554, -2.246308],
    ['CA8 7JG', 366_033, 564_878, 54.977349, -2.532223],
  ])('puts %s within 5 m of where ONS puts it', (_postcode, easting, northing, lat, lon) => {
    expect(distanceKm(fromNationalGrid(easting, northing), { lat, lon })).toBeLessThan(0.005);
  });
});
