import { once } from '../shipped/once.ts';
import type { District } from './district-schema.ts';
import { districtData } from './districts.ts';
import { placeKey } from './place-key.ts';

export type GroupKind = 'county' | 'metropolitanCounty' | 'combinedAuthority' | 'region' | 'country';

/** Districts that go by one name together. */
export interface DistrictGroup {
  readonly kind: GroupKind;
  /** ONS code; a country goes by its name. */
  readonly code: string;
  readonly name: string;
  /** ONS codes of its districts. */
  readonly districts: readonly string[];
}

const kindWords: Readonly<Record<GroupKind, string>> = {
  county: 'county',
  metropolitanCounty: 'metropolitan county',
  combinedAuthority: 'combined authority',
  region: 'region of England',
  country: 'country',
};

/** Such as "metropolitan county". */
export const groupWords = (kind: GroupKind): string => kindWords[kind];

/** Counties, combined authorities, regions of England and the four countries, with their districts. */
export const districtGroups = once((): readonly DistrictGroup[] => {
  const groups = new Map<string, { kind: GroupKind; code: string; name: string; districts: string[] }>();
  for (const district of districtData().districts) {
    for (const { kind, code, name } of groupsOf(district)) {
      const id = `${kind} ${code}`;
      const group = groups.get(id) ?? { kind, code, name, districts: [] };
      group.districts.push(district.code);
      groups.set(id, group);
    }
  }
  return [...groups.values()];
});

/** The groups that a district belongs to, the smallest first. */
export function groupsOf(district: District): { kind: GroupKind; code: string; name: string }[] {
  const { county, combinedAuthority, region, country } = district;
  const countyKind = county?.kind === 'metropolitan' ? 'metropolitanCounty' : 'county';
  return [
    ...(county ? [{ kind: countyKind, code: county.code, name: county.name } as const] : []),
    ...(combinedAuthority ? [{ kind: 'combinedAuthority', ...combinedAuthority } as const] : []),
    ...(region ? [{ kind: 'region', ...region } as const] : []),
    { kind: 'country', code: country, name: country },
  ];
}

/** The first group of a name or an ONS code: a county before a combined authority before a region. */
export function groupNamed(name: string): DistrictGroup | undefined {
  const key = placeKey(name);
  const code = name.trim().toUpperCase();
  const order = Object.keys(kindWords);
  return districtGroups()
    .filter((group) => placeKey(group.name) === key || group.code === code)
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))[0];
}
