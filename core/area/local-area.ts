import { formatKm } from '../units/format.ts';
import type { Issue, Outcome } from '../workbook/issue.ts';
import type { Circle } from './circle.ts';
import { groupNamed } from './district-groups.ts';
import { districtByCode, districtsNamed, type FoundDistrict } from './districts.ts';
import type { LatLon } from './lat-lon.ts';
import { findPoint } from './point.ts';
import type { PostcodeIndex } from './postcode-index.ts';

/** What counts as local: what lies in any of its districts or in any of its circles. */
export interface LocalArea {
  /** Such as "Calderdale and Bradford" or "12 km round HX1". */
  readonly name: string;
  readonly districts: readonly { readonly code: string; readonly name: string }[];
  readonly circles: readonly Circle[];
}

export interface LocalAreaInput {
  /** ONS codes or names of districts; also counties, combined authorities, regions and countries. */
  readonly districts?: readonly string[];
  /** A postcode, a first half of one, a place, or a position. With `radiusKm`. */
  readonly centre?: string | LatLon;
  readonly radiusKm?: number;
}

/** Farther than from the Scillies to Shetland. */
const widestKm = 1_300;

/**
 * The local area that somebody asked for, or what is wrong with it. Old codes and names of districts
 * are taken for the districts that they became, with a warning that says so.
 *
 * @example parseLocalArea({ districts: ['Calderdale', 'E08000032'] }, index)
 * @example parseLocalArea({ centre: 'HX1', radiusKm: 12 }, index)
 */
export function parseLocalArea(input: LocalAreaInput, index: PostcodeIndex): Outcome<LocalArea> {
  const issues: Issue[] = [];
  const districts = new Map<string, string>();
  const names: string[] = [];
  for (const text of input.districts ?? []) {
    const found = districtsIn(text);
    issues.push(...found.issues);
    if (found.ok) {
      names.push(found.value.name);
      for (const { code, name } of found.value.districts) districts.set(code, name);
    }
  }
  const circle = circleIn(input, index);
  if (circle && !circle.ok) issues.push(...circle.issues);
  if (circle?.ok) {
    issues.push(...circle.issues);
    names.push(`${formatKm(circle.value.radiusKm)} round ${circle.value.centreName}`);
  }
  if (districts.size === 0 && circle === undefined && issues.length === 0) issues.push(nothingAsked);
  if (issues.some(({ severity }) => severity === 'error')) return { ok: false, issues };
  const area = {
    name: inWords(names),
    districts: [...districts].map(([code, name]) => ({ code, name })),
    circles: circle?.ok ? [circle.value] : [],
  };
  return { ok: true, value: area, issues };
}

function districtsIn(
  text: string,
): Outcome<{ readonly name: string; readonly districts: readonly { code: string; name: string }[] }> {
  const one = districtByCode(text);
  const found = one ? [one] : districtsNamed(text);
  const [first, second] = found;
  if (first && !second) {
    const { code, name } = first.district;
    return { ok: true, value: { name, districts: [{ code, name }] }, issues: renamed(text, first) };
  }
  const group = found.length === 0 ? groupNamed(text) : undefined;
  if (group) {
    const districts = group.districts.map((code) => ({
      code,
      name: districtByCode(code)?.district.name ?? code,
    }));
    return { ok: true, value: { name: group.name, districts }, issues: [] };
  }
  return { ok: false, issues: [found.length > 1 ? severalNamed(text, found) : unknownPlace(text)] };
}

function circleIn({ centre, radiusKm }: LocalAreaInput, index: PostcodeIndex): Outcome<Circle> | undefined {
  if (centre === undefined && radiusKm === undefined) return undefined;
  if (centre === undefined)
    return failed(
      'centre',
      'a radius without a centre',
      'a postcode or a place',
      'Name the centre, such as HX1.',
    );
  if (radiusKm === undefined)
    return failed(
      'radiusKm',
      'a centre without a radius',
      'a distance in km',
      'Give the radius, such as 12.',
    );
  if (!(radiusKm > 0 && radiusKm <= widestKm)) {
    return failed(
      'radiusKm',
      String(radiusKm),
      `a distance in km above 0, at most ${widestKm}`,
      'Give the radius in km, such as 12.',
    );
  }
  const point = findPoint(centre, index);
  if (!point.ok) return point;
  const { position, name } = point.value;
  return { ok: true, value: { centre: position, centreName: name, radiusKm }, issues: point.issues };
}

const failed = (path: string, found: string, expected: string, mend: string): Outcome<never> => ({
  ok: false,
  issues: [{ severity: 'error', where: { path }, found, expected, mend }],
});

const renamed = (text: string, { note }: FoundDistrict): Issue[] =>
  note === undefined
    ? []
    : [
        {
          severity: 'warning',
          where: { path: 'districts' },
          found: `"${text}": ${note}`,
          expected: 'a district of today',
          mend: 'The whole of the district of today is taken.',
        },
      ];

const severalNamed = (text: string, found: readonly FoundDistrict[]): Issue => ({
  severity: 'error',
  where: { path: 'districts' },
  found: `"${text}", which may be ${found.map(({ district }) => `${district.name} (${district.code})`).join(' or ')}`,
  expected: 'one district',
  mend: 'Give its code.',
});

const unknownPlace = (text: string): Issue => ({
  severity: 'error',
  where: { path: 'districts' },
  found: `"${text}"`,
  expected: 'the name or ONS code of a district, a county, a combined authority, a region or a country',
  mend: 'Check the spelling, or look the place up by a postcode: localpound area POSTCODE.',
});

const nothingAsked: Issue = {
  severity: 'error',
  where: { path: 'area' },
  found: 'no area',
  expected: 'one or more districts, or a centre with a radius',
  mend: 'Name a district, such as Calderdale, or a centre and a radius, such as HX1 and 12 km.',
};

function inWords(names: readonly string[]): string {
  const distinct = [...new Set(names)];
  const last = distinct.at(-1) ?? '';
  return distinct.length < 2 ? last : `${distinct.slice(0, -1).join(', ')} and ${last}`;
}
