import type { LatLon } from './lat-lon.ts';

/** First halves that are in no directory of Great Britain, and why. */
export interface Elsewhere {
  /** Completes "is": "in Northern Ireland". */
  readonly where: string;
  /** Where it lies, as the corners of a box; undefined for a code that says no place. */
  readonly box?: {
    readonly south: number;
    readonly north: number;
    readonly west: number;
    readonly east: number;
  };
  /** Too far away for any circle in Great Britain. */
  readonly far?: true;
  /** First letter of the ONS codes of its districts. */
  readonly districts?: 'N';
}

const northernIreland: Elsewhere = {
  where: 'in Northern Ireland, whose postcodes are not held',
  box: { south: 54, north: 55.4, west: -8.2, east: -5.4 },
  districts: 'N',
};

/** Post towns outside Great Britain by the letters they begin with. */
const areas: Readonly<Record<string, Elsewhere>> = {
  BT: northernIreland,
  JE: { where: 'in Jersey', box: { south: 49.1, north: 49.3, west: -2.3, east: -1.9 } },
  GY: { where: 'in Guernsey', box: { south: 49.4, north: 49.8, west: -2.8, east: -2.1 } },
  IM: { where: 'on the Isle of Man', box: { south: 54, north: 54.5, west: -4.9, east: -4.2 } },
  BF: { where: 'a British Forces address (BFPO), which says no place' },
  BX: { where: 'a code without a place, used by banks and tax offices' },
  XX: { where: 'a code without a place, used for returned parcels' },
};

const overseas: Elsewhere = { where: 'in a British overseas territory', far: true };

const special: ReadonlyArray<readonly [RegExp, Elsewhere]> = [
  [/^GIR0AA$/, { where: 'a special code of the former Girobank, which no district holds' }],
  [/^BFPO\d{1,4}$/, { where: 'a British Forces address (BFPO), which says no place' }],
  [/^(ASCN|BBND|BIQQ|FIQQ|PCRN|SIQQ|STHL|TDCU|TKCA)1ZZ$/, overseas],
  [/^GX111AA$/, overseas],
  [/^ZZ99\d[A-Z]{2}$/, { where: 'a made-up code that stands for no address' }],
];

/** What is known of a first half that no directory of Great Britain has. */
export const elsewhereByOutward = (outward: string): Elsewhere | undefined =>
  areas[/^[A-Z]{2}/.exec(outward)?.[0] ?? ''];

/** What is known of a code that is not of the ordinary kind, such as `GIR 0AA` or `BFPO 801`. */
export function elsewhereByText(text: string): Elsewhere | undefined {
  const compact = text.toUpperCase().replace(/[^A-Z\d]/g, '');
  return special.find(([pattern]) => pattern.test(compact))?.[1];
}

/** The point of a box that is nearest to a position. */
export function nearestIn(box: NonNullable<Elsewhere['box']>, { lat, lon }: LatLon): LatLon {
  return {
    lat: Math.min(box.north, Math.max(box.south, lat)),
    lon: Math.min(box.east, Math.max(box.west, lon)),
  };
}
