import type { Issue, Outcome } from '../workbook/issue.ts';
import { type DistrictGroup, groupNamed } from './district-groups.ts';
import { districtByCode, districtName, districtsNamed, type FoundDistrict } from './districts.ts';
import { elsewhereByOutward, elsewhereByText } from './elsewhere.ts';
import type { LatLon } from './lat-lon.ts';
import { outwardShares } from './outward-share.ts';
import { middleOf } from './point.ts';
import { readPostcode } from './postcode.ts';
import type { PostcodeIndex } from './postcode-index.ts';
import { searchPlaces } from './search-places.ts';

interface Coded {
  readonly code: string;
  readonly name: string;
}

/** What a text that names a place turned out to be. */
export type PlaceFound =
  | {
      readonly kind: 'postcode';
      readonly postcode: string;
      /** Undefined where the directory gives none. */
      readonly district: Coded | undefined;
      readonly position: LatLon | undefined;
      readonly terminated: boolean;
      readonly note: string | undefined;
    }
  | {
      readonly kind: 'outward';
      readonly outward: string;
      /** Live postcodes. */
      readonly postcodes: number;
      /** The districts that share it, the largest share first. */
      readonly districts: readonly (Coded & { readonly share: number })[];
      readonly position: LatLon | undefined;
      readonly note: string | undefined;
    }
  | ({ readonly kind: 'district' } & FoundDistrict)
  | { readonly kind: 'group'; readonly group: DistrictGroup };

/**
 * The place that a text names: a postcode, the first half of one, a district of today or before, a
 * county, a combined authority, a region or a country. A postcode that is not held is told by its
 * first half, with a note that says so.
 */
export function lookUpPlace(text: string, index: PostcodeIndex): Outcome<PlaceFound> {
  const reading = readPostcode(text, (outward) => index.rowsOf(outward) !== undefined);
  if (reading.kind === 'postcode') {
    const { postcode, outward, mended: note } = reading;
    const row = index.find(postcode);
    if (row < 0) {
      const where = (elsewhereByText(postcode) ?? elsewhereByOutward(outward))?.where;
      if (where !== undefined) return { ok: false, issues: [notHere(text, where)] };
      return byOutward(text, outward, index, `${postcode} is not among the postcodes held`);
    }
    const code = index.districtAt(row);
    const district = code === undefined ? undefined : { code, name: districtName(code) };
    const terminated = index.terminatedAt(row);
    return found({ kind: 'postcode', postcode, district, position: index.positionAt(row), terminated, note });
  }
  if (reading.kind === 'outward') return byOutward(text, reading.outward, index, undefined);
  const special = elsewhereByText(text);
  if (special) return { ok: false, issues: [notHere(text, special.where)] };
  const one = districtByCode(text);
  const named = one ? [one] : districtsNamed(text);
  const group = groupNamed(text);
  const [first, second] = named;
  if (first && !second) return found({ kind: 'district', ...first });
  if (group) return found({ kind: 'group', group });
  return { ok: false, issues: [unknown(text)] };
}

const found = (value: PlaceFound): Outcome<PlaceFound> => ({ ok: true, value, issues: [] });

function byOutward(
  text: string,
  outward: string,
  index: PostcodeIndex,
  note: string | undefined,
): Outcome<PlaceFound> {
  const shares = outwardShares(index, outward);
  if (!shares) {
    const where = elsewhereByOutward(outward)?.where;
    return { ok: false, issues: [where === undefined ? unknown(text) : notHere(text, where)] };
  }
  const districts = shares.districts.map(({ code, share }) => ({ code, name: districtName(code), share }));
  const { postcodes } = shares;
  return found({ kind: 'outward', outward, postcodes, districts, position: middleOf(outward, index), note });
}

const notHere = (text: string, where: string): Issue => ({
  severity: 'error',
  where: {},
  found: `${text.trim().toUpperCase()}, which is ${where}`,
  expected: 'a place in Great Britain',
  mend: 'Give a postcode of England, Scotland or Wales.',
});

function unknown(text: string): Issue {
  const near = searchPlaces(text, 3).map(({ name }) => name);
  return {
    severity: 'error',
    where: {},
    found: `"${text}"`,
    expected: 'a postcode of Great Britain, or the name or ONS code of a district, county, region or country',
    mend: near.length > 0 ? `Did you mean ${near.join(' or ')}?` : 'Check the spelling.',
  };
}
