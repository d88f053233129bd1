import { type DistrictsFile, districtsFileSchema, placeKey } from '../../core/index.ts';
import { acrossWaterOf } from './across-water.ts';
import { bordersOf, type Rings } from './borders.ts';

type Records = readonly Readonly<Record<string, string>>[];

/** Metropolitan counties by the codes of their districts: Local Government Act 1972, Schedule 1. */
const metropolitan: ReadonlyArray<readonly [from: number, to: number, code: string, name: string]> = [
  [1, 10, 'E11000001', 'Greater Manchester'],
  [11, 15, 'E11000002', 'Merseyside'],
  [16, 19, 'E11000003', 'South Yorkshire'],
  [38, 39, 'E11000003', 'South Yorkshire'],
  [20, 24, 'E11000007', 'Tyne and Wear'],
  [37, 37, 'E11000007', 'Tyne and Wear'],
  [25, 31, 'E11000005', 'West Midlands'],
  [32, 36, 'E11000006', 'West Yorkshire'],
];

/** `core/data/districts.json` from the list of authorities and the boundaries. */
export function districtsFile(records: Records, boundaries: ReadonlyMap<string, Rings>): DistrictsFile {
  const borders = bordersOf(boundaries);
  const water = acrossWaterOf(boundaries);
  const current = records.filter(({ current }) => current === 'true');
  const taken = new Map<string, Set<string>>();
  for (const record of current) {
    for (const key of namesOf(record))
      taken.set(key, (taken.get(key) ?? new Set()).add(record.lad_code ?? ''));
  }
  return districtsFileSchema.parse({
    about: {
      source:
        'Office for National Statistics, Open Geography: districts of June 2026; names, centroids and population (mid-2020): mySociety, uk_local_authority_names_and_codes, July 2025',
      boundaries:
        'Office for National Statistics and Ordnance Survey, local authority districts 2025, simplified',
      licence: 'Open Government Licence v3.0; mySociety CC BY 4.0',
      populationYear: 2020,
    },
    districts: current.map((record) => {
      const { lad_code: code = '', lad_name: name = '', official_name: officialName = '' } = record;
      const shared = borders.get(code) ?? [];
      return {
        code,
        name,
        officialName,
        // A name that two districts go by belongs to neither.
        names: namesOf(record).filter((key) => key === placeKey(name) || taken.get(key)?.size === 1),
        ...countyOf(record),
        ...group('region', record.region_code, record.region_name),
        ...group('combinedAuthority', record.cauth_code, record.cauth_name),
        country: record.country_name ?? '',
        lat: rounded(record.lat),
        lon: rounded(record.lon),
        population: Number(record.population_2020),
        borders: shared,
        acrossWater: (water.get(code) ?? []).filter((other) => !shared.includes(other)),
      };
    }),
    ended: records
      .filter(({ current }) => current !== 'true')
      .map(({ lad_code: code = '', lad_name: name = '', lad_code_active: successor = '' }) => ({
        code,
        name,
        successor,
      })),
  });
}

/** The names that people use, as they are compared; names that are a whole word of nothing else are dropped. */
function namesOf(record: Readonly<Record<string, string>>): string[] {
  const { lad_name: name = '', official_name: official = '', alt_names: others = '' } = record;
  const own = [name, official];
  // Names with a comma of their own, such as "Bristol, City of", were cut at it: the halves add nothing.
  const more = others
    .split(',')
    .filter((each) => !/\ufffd|ï¿½/.test(each) && !/^ *(city|county) of *$/i.test(each));
  return [...new Set([...own, ...more].map(placeKey))].filter((key) => key.length > 2);
}

function countyOf(record: Readonly<Record<string, string>>): {
  county?: { code: string; name: string; kind: 'county' | 'metropolitan' };
} {
  const { lad_code: code = '', utla_code: utla = '', utla_name: name = '' } = record;
  if (utla !== code) return { county: { code: utla, name, kind: 'county' } };
  const number = /^E08(\d{6})$/.exec(code)?.[1];
  const county = metropolitan.find(([from, to]) => number && Number(number) >= from && Number(number) <= to);
  return county ? { county: { code: county[2], name: county[3], kind: 'metropolitan' } } : {};
}

const group = <Key extends string>(
  key: Key,
  code = '',
  name = '',
): { [K in Key]?: { code: string; name: string } } =>
  code === '' ? {} : ({ [key]: { code, name } } as { [K in Key]?: { code: string; name: string } });

const rounded = (degrees = ''): number => Math.round(Number(degrees) * 1e4) / 1e4;
