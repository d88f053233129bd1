import data from '../data/districts.json' with { type: 'json' };
import { checkData, checkUnique } from '../shipped/check.ts';
import { once } from '../shipped/once.ts';
import { type District, districtsFileSchema, type EndedDistrict } from './district-schema.ts';
import { placeKey, plainName } from './place-key.ts';

const file = 'districts.json';

/** Districts of the UK with their names, groups and neighbours. Checked at the first call. */
export const districtData = once(() => {
  const checked = checkData(file, districtsFileSchema, data);
  const byCode = new Map(checked.districts.map((district) => [district.code, district]));
  const ended = new Map(checked.ended.map((district) => [district.code, district]));
  checkUnique(file, [...byCode.keys(), ...checked.ended.map(({ code }) => code)]);
  for (const { code, successor } of ended.values()) {
    if (!byCode.has(successor)) throw new Error(`core/data/${file} is broken. ${code} became "${successor}"`);
  }
  for (const { code, borders, acrossWater } of byCode.values()) {
    const unknown = [...borders, ...acrossWater].find((other) => !byCode.has(other));
    if (unknown) throw new Error(`core/data/${file} is broken. ${code} borders on "${unknown}"`);
  }
  return { ...checked, byCode, ended };
});

/** A district with how it was found, if not by its code or name of today. */
export interface FoundDistrict {
  readonly district: District;
  /** Such as "Craven (E07000163) became North Yorkshire". */
  readonly note?: string;
}

/** The district of an ONS code, of today or of any year since 2011. */
export function districtByCode(code: string): FoundDistrict | undefined {
  const { byCode, ended } = districtData();
  const upper = code.trim().toUpperCase();
  const district = byCode.get(upper);
  if (district) return { district };
  const former = ended.get(upper);
  return former && successorOf(former);
}

/** The name of a district, or its code where the code is not known. */
export const districtName = (code: string): string => districtByCode(code)?.district.name ?? code;

/**
 * The districts that a name may mean, of today or merged since 2011: one for nearly every name people
 * use, such as "Calderdale MBC" or "City of Bristol"; none for an unknown one.
 */
export function districtsNamed(name: string): FoundDistrict[] {
  const { byPlainName, byName, byFormerName } = names();
  const key = placeKey(name);
  const exact = byPlainName.get(plainName(name)) ?? byName.get(key);
  if (exact) return exact.map((district) => ({ district }));
  return (byFormerName.get(key) ?? []).flatMap((former) => successorOf(former) ?? []);
}

const names = once(() => {
  const { districts, ended } = districtData();
  const byPlainName = new Map<string, District[]>();
  const byName = new Map<string, District[]>();
  const byFormerName = new Map<string, EndedDistrict[]>();
  for (const district of districts) {
    for (const name of new Set([plainName(district.name), plainName(district.officialName)])) {
      push(byPlainName, name, district);
    }
    for (const name of district.names) push(byName, name, district);
  }
  for (const former of ended.values()) push(byFormerName, placeKey(former.name), former);
  return { byPlainName, byName, byFormerName };
});

function successorOf(former: EndedDistrict): FoundDistrict | undefined {
  const district = districtData().byCode.get(former.successor);
  if (!district) return undefined;
  const sameName = former.name === district.name;
  const note = sameName
    ? `${former.code} is now ${district.code}, ${district.name}`
    : `${former.name} (${former.code}) is now part of ${district.name} (${district.code})`;
  return { district, note };
}

function push<Value>(into: Map<string, Value[]>, key: string, value: Value): void {
  const held = into.get(key);
  if (held) held.push(value);
  else into.set(key, [value]);
}
