import type { Issue, Outcome } from '../workbook/issue.ts';
import { districtByCode, districtsNamed } from './districts.ts';
import type { LatLon } from './lat-lon.ts';
import { readPostcode } from './postcode.ts';
import type { PostcodeIndex } from './postcode-index.ts';

/** A point on the map with the name to show for it. */
export interface Point {
  readonly position: LatLon;
  readonly name: string;
}

/**
 * The point that somebody means: a postcode, the middle of the postcodes of a first half, the centroid
 * of a district, or a position.
 */
export function findPoint(text: string | LatLon, index: PostcodeIndex): Outcome<Point> {
  if (typeof text !== 'string') return pointAt(text);
  const reading = readPostcode(text, (outward) => index.rowsOf(outward) !== undefined);
  if (reading.kind === 'postcode') {
    const position = index.positionAt(index.find(reading.postcode));
    if (position) return found(position, reading.postcode, reading.mended);
    const middle = middleOf(reading.outward, index);
    const why = `${reading.postcode} is not held with a position; the middle of ${reading.outward} is taken`;
    if (middle) return found(middle, reading.outward, why);
  }
  if (reading.kind === 'outward') {
    const middle = middleOf(reading.outward, index);
    if (middle) return found(middle, reading.outward);
  }
  const byCode = districtByCode(text);
  const [first, second] = byCode ? [byCode] : districtsNamed(text);
  if (first && !second) {
    const { lat, lon, name } = first.district;
    return found({ lat, lon }, `the middle of ${name}`, first.note);
  }
  return {
    ok: false,
    issues: [
      {
        severity: 'error',
        where: { path: 'centre' },
        found: `"${text}"`,
        expected: 'a live postcode of Great Britain, its first half, or a district',
        mend: 'Check the spelling, or give another postcode nearby.',
      },
    ],
  };
}

/** The mean position of the live postcodes of a first half. */
export function middleOf(outward: string, index: PostcodeIndex): LatLon | undefined {
  const rows = index.rowsOf(outward);
  if (!rows) return undefined;
  const sums = { lat: 0, lon: 0, count: 0 };
  for (let row = rows.from; row < rows.to; row += 1) {
    const position = index.terminatedAt(row) ? undefined : index.positionAt(row);
    if (!position) continue;
    sums.lat += position.lat;
    sums.lon += position.lon;
    sums.count += 1;
  }
  return sums.count === 0 ? undefined : { lat: sums.lat / sums.count, lon: sums.lon / sums.count };
}

function pointAt(position: LatLon): Outcome<Point> {
  const { lat, lon } = position;
  if (lat >= 49 && lat <= 61 && lon >= -9 && lon <= 2) {
    return { ok: true, value: { position, name: `${lat}, ${lon}` }, issues: [] };
  }
  return {
    ok: false,
    issues: [
      {
        severity: 'error',
        where: { path: 'centre' },
        found: `latitude ${lat}, longitude ${lon}`,
        expected: 'latitude from 49 to 61 and longitude from -9 to 2 degrees',
        mend: 'Latitude comes first; west of Greenwich the longitude is below 0.',
      },
    ],
  };
}

function found(position: LatLon, name: string, note?: string): Outcome<Point> {
  const issues: Issue[] =
    note === undefined
      ? []
      : [
          {
            severity: 'warning',
            where: { path: 'centre' },
            found: note,
            expected: 'a place as it is held',
            mend: 'Give another postcode if this is not what you mean.',
          },
        ];
  return { ok: true, value: { position, name }, issues };
}
