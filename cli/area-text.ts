import {
  borderingPlaces,
  bordersNote,
  type District,
  deprivationData,
  deprivationOf,
  districtByCode,
  districtData,
  districtName,
  formatCount,
  formatKm,
  formatShare,
  groupsOf,
  groupWords,
  type PlaceFound,
  type PostcodeFileAbout,
} from '../core/index.ts';
import type { DistanceFrom } from './area.ts';
import { columns } from './output.ts';

/** A place as the JSON of `area` has it. */
export function placeFacts(place: PlaceFound): Readonly<Record<string, unknown>> {
  switch (place.kind) {
    case 'postcode':
      return { ...place, district: place.district ?? null, position: place.position ?? null };
    case 'outward':
      return { ...place, position: place.position ?? null };
    case 'district':
      return { kind: place.kind, ...districtFacts(place.district), ...(place.note && { note: place.note }) };
    case 'group': {
      const { kind, code, name, districts } = place.group;
      return {
        kind,
        code,
        name,
        population: populationOf(districts),
        districts: districts.map(coded),
        bordering: borderingFacts(districts),
      };
    }
  }
}

function districtFacts(district: District): Readonly<Record<string, unknown>> {
  const { code, name, officialName, lat, lon, population } = district;
  return {
    code,
    name,
    officialName,
    position: { lat, lon },
    population,
    populationYear: districtData().about.populationYear,
    groups: groupsOf(district),
    deprivation: deprivationOf(code) ?? null,
    bordering: borderingFacts([code]),
  };
}

function borderingFacts(codes: readonly string[]): Readonly<Record<string, unknown>> {
  const { districts, acrossWater, counties } = borderingPlaces(codes);
  return {
    districts: districts.map(({ code }) => coded(code)),
    acrossWater: acrossWater.map(({ code }) => coded(code)),
    counties: counties.map(({ code, name }) => ({ code, name })),
    note: bordersNote,
  };
}

const coded = (code: string): { code: string; name: string } => ({ code, name: districtName(code) });

const populationOf = (codes: readonly string[]): number =>
  codes.reduce((sum, code) => sum + (districtByCode(code)?.district.population ?? 0), 0);

/** A place as text, with the words that its licence asks for. */
export function areaText(
  place: PlaceFound,
  from: DistanceFrom | undefined,
  { attribution, source }: PostcodeFileAbout,
): string {
  const distance = from === undefined ? [] : [`${formatKm(from.km)} from ${from.name}, in a straight line`];
  return [...placeLines(place), ...distance, '', `Postcodes: ${source}. ${attribution}`, namesLicence].join(
    '\n',
  );
}

const namesLicence = 'Council names and deprivation index by mySociety, CC BY 4.0.';

function placeLines(place: PlaceFound): string[] {
  switch (place.kind) {
    case 'postcode': {
      const { postcode, district, position, terminated, note } = place;
      return [
        `${postcode}${terminated ? ', no longer in use,' : ''} is in ${district ? `${district.name} (${district.code})` : 'no district that the directory names'}`,
        position
          ? `Position ${position.lat}, ${position.lon} (latitude, longitude; to 11 m)`
          : 'No position is held',
        ...(note === undefined ? [] : [note]),
      ];
    }
    case 'outward': {
      const { outward, postcodes, districts, note } = place;
      return [
        ...(note === undefined ? [] : [`${note}; this is its first half:`]),
        `${outward} has ${formatCount(postcodes)} live postcodes`,
        columns(districts.map(({ name, code, share }) => [`  ${name} (${code})`, formatShare(share)])),
      ];
    }
    case 'district':
      return [...(place.note === undefined ? [] : [place.note]), ...districtLines(place.district)];
    case 'group': {
      const { kind, name, code, districts } = place.group;
      return [
        `${name} (${code}), a ${groupWords(kind)} of ${formatCount(districts.length)} districts`,
        `Population ${formatCount(populationOf(districts))} (mid-${districtData().about.populationYear})`,
        `Districts: ${districts.map(districtName).join(', ')}`,
        ...borderLines(districts),
      ];
    }
  }
}

function districtLines(district: District): string[] {
  const { code, name, officialName, population } = district;
  const deprivation = deprivationOf(code);
  const { years } = deprivationData().about;
  return [
    `${name} (${code}), ${officialName}`,
    `In ${groupsOf(district)
      .map((group) => `${group.name} (${groupWords(group.kind)})`)
      .join(', ')}`,
    `Population ${formatCount(population)} (mid-${districtData().about.populationYear})`,
    ...(deprivation
      ? [
          `Deprivation: in the ${ordinal(deprivation.fifth)} fifth of the UK, 1st the most deprived (${ordinal(deprivation.tenth)} tenth), as a whole district; composite index of ${years}`,
        ]
      : []),
    ...borderLines([code]),
  ];
}

function borderLines(codes: readonly string[]): string[] {
  const { districts, acrossWater, counties } = borderingPlaces(codes);
  const list = (label: string, places: readonly { readonly name: string }[]): string[] =>
    places.length === 0 ? [] : [`${label}: ${places.map(({ name }) => name).join(', ')}`];
  return [
    ...list('Bordering districts', districts),
    ...list('Across narrow water', acrossWater),
    ...list('Bordering counties, unitary districts and boroughs', counties),
    bordersNote,
  ];
}

const ordinal = (number: number): string => `${number}${['', 'st', 'nd', 'rd'][number] ?? 'th'}`;
