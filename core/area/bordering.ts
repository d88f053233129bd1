import type { District } from './district-schema.ts';
import { districtData } from './districts.ts';

/** A county, or a district that belongs to none. */
export interface CountyLike {
  /** ONS code. */
  readonly code: string;
  readonly name: string;
  /** ONS codes of its districts. */
  readonly districts: readonly string[];
}

/** What lies beside an area, as the local-area power asks for it. */
export interface BorderingPlaces {
  /** Districts that share a stretch of boundary with the area. */
  readonly districts: readonly District[];
  /** Districts across narrow water, in which the legal boundary runs. */
  readonly acrossWater: readonly District[];
  /** The counties that hold the area. */
  readonly within: readonly CountyLike[];
  /** Counties that border on those, also across narrow water. */
  readonly counties: readonly CountyLike[];
}

/** Said wherever neighbours are shown. */
export const bordersNote =
  'Neighbours are worked out from simplified boundaries drawn to the shore (ONS, 2025): check a map where it matters.';

/**
 * What borders on an area of districts: their neighbours, and the counties beside their counties. A
 * county is the shire or metropolitan county of a district; a unitary district and a London borough
 * stand for themselves.
 *
 * @param codes ONS codes of the area's districts, of today
 */
export function borderingPlaces(codes: readonly string[]): BorderingPlaces {
  const { byCode } = districtData();
  const known = (some: Iterable<string>): District[] => [...some].flatMap((code) => byCode.get(code) ?? []);
  const own = new Set(codes);
  const beside = (pick: (district: District) => readonly string[]): District[] =>
    known(new Set(known(codes).flatMap(pick)))
      .filter(({ code }) => !own.has(code))
      .sort(byName);
  const districts = beside(({ borders }) => borders);
  const counties = countiesByCode();
  const within = countyCodes(known(codes));
  const members = known([...within].flatMap((code) => counties.get(code)?.districts ?? []));
  const facing = known(members.flatMap(({ borders, acrossWater }) => [...borders, ...acrossWater]));
  const listed = (some: Iterable<string>): CountyLike[] =>
    [...some].flatMap((code) => counties.get(code) ?? []).sort(byName);
  return {
    districts,
    acrossWater: beside(({ acrossWater }) => acrossWater).filter((each) => !districts.includes(each)),
    within: listed(within),
    counties: listed(countyCodes(facing)).filter(({ code }) => !within.has(code)),
  };
}

function countiesByCode(): Map<string, CountyLike> {
  const counties = new Map<string, { code: string; name: string; districts: string[] }>();
  for (const district of districtData().districts) {
    const { code, name } = district.county ?? district;
    const county = counties.get(code) ?? { code, name, districts: [] };
    county.districts.push(district.code);
    counties.set(code, county);
  }
  return counties;
}

const countyCodes = (districts: readonly District[]): Set<string> =>
  new Set(districts.map(({ county, code }) => county?.code ?? code));

const byName = (one: { readonly name: string }, other: { readonly name: string }): number =>
  one.name < other.name ? -1 : 1;
