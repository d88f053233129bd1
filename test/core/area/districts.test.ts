import { describe, expect, it } from 'vitest';
import {
  districtByCode,
  districtData,
  districtGroups,
  districtsNamed,
  groupNamed,
  searchPlaces,
} from '../../../core/index.ts';

const { districts, ended } = districtData();
const names = (codes: readonly string[]) => codes.map((code) => districtByCode(code)?.district.name).sort();
const bordersOf = (name: string) => names(districtsNamed(name)[0]?.district.borders ?? []);
const acrossWaterOf = (name: string) => names(districtsNamed(name)[0]?.district.acrossWater ?? []);

describe('the districts', () => {
  it('are the 361 of today, in four countries, each with a population and a place', () => {
    const inCountry = (name: string) => districts.filter(({ country }) => country === name).length;
    expect(['England', 'Scotland', 'Wales', 'Northern Ireland'].map(inCountry)).toEqual([296, 32, 22, 11]);
    expect(Math.min(...districts.map(({ population }) => population))).toBeGreaterThan(2_000);
  });

  it('are found by each of their own names, official ones too', () => {
    for (const { code, name, officialName } of districts) {
      for (const text of [code, name, name.toUpperCase(), officialName]) {
        const found = districtByCode(text) ? [districtByCode(text)] : districtsNamed(text);
        expect(
          found.map((each) => each?.district.code),
          text,
        ).toContain(code);
      }
    }
  });

  it.each([
    ['Calderdale MBC', 'Calderdale'],
    ['calderdale metropolitan borough council', 'Calderdale'],
    ['City of Bristol', 'Bristol, City of'],
    ['Bristol City Council', 'Bristol, City of'],
    ['Hull', 'Kingston upon Hull, City of'],
    ['Edinburgh', 'City of Edinburgh'],
    ['Saint Helens', 'St. Helens'],
    ['Kings Lynn & West Norfolk', "King's Lynn and West Norfolk"],
    ['Royal Borough of Kensington and Chelsea', 'Kensington and Chelsea'],
    ['LB Camden', 'Camden'],
    ['Westminster City Council', 'Westminster'],
  ])('go by everyday names: %s', (text, name) => {
    expect(districtsNamed(text).map(({ district }) => district.name)).toEqual([name]);
  });

  it('are found by the code and the name that they had before', () => {
    expect(districtByCode('E08000016')?.district.code).toBe('E08000038');
    expect(districtByCode('e07000163')?.note).toBe(
      'Craven (E07000163) is now part of North Yorkshire (E06000065)',
    );
    expect(districtsNamed('Taunton Deane')[0]?.district.name).toBe('Somerset');
    expect(ended.size).toBe(54);
  });

  it('border on each other both ways, and not on themselves', () => {
    for (const { code, borders, acrossWater } of districts) {
      for (const other of borders) expect(districtByCode(other)?.district.borders).toContain(code);
      for (const other of acrossWater) expect(districtByCode(other)?.district.acrossWater).toContain(code);
      expect([...borders, ...acrossWater]).not.toContain(code);
    }
  });

  it.each([
    ['Calderdale', ['Bradford', 'Burnley', 'Kirklees', 'Oldham', 'Pendle', 'Rochdale', 'Rossendale']],
    ['Bristol', ['Bath and North East Somerset', 'North Somerset', 'South Gloucestershire']],
    ['City of London', ['Camden', 'Hackney', 'Islington', 'Tower Hamlets', 'Westminster']],
    ['Kingston upon Hull', ['East Riding of Yorkshire']],
    ['Cardiff', ['Caerphilly', 'Newport', 'Rhondda Cynon Taf', 'Vale of Glamorgan']],
    ['Oxford', ['Cherwell', 'South Oxfordshire', 'Vale of White Horse']],
    ['Leicester', ['Blaby', 'Charnwood', 'Harborough', 'Oadby and Wigston']],
    ['Nottingham', ['Ashfield', 'Broxtowe', 'Gedling', 'Rushcliffe']],
    ['Cornwall', ['Torridge', 'West Devon']],
    ['Rutland', ['Harborough', 'Melton', 'North Northamptonshire', 'South Kesteven']],
    [
      'Dumfries and Galloway',
      ['Cumberland', 'East Ayrshire', 'Scottish Borders', 'South Ayrshire', 'South Lanarkshire'],
    ],
    ['Isle of Wight', []],
    ['Orkney Islands', []],
  ])('has the neighbours of %s right', (name, neighbours) => {
    expect(bordersOf(name)).toEqual(neighbours);
  });

  it('name those across narrow water apart', () => {
    expect(acrossWaterOf('Isle of Anglesey')).toEqual(['Gwynedd']);
    expect(acrossWaterOf('Westminster')).toEqual(['Lambeth', 'Southwark', 'Wandsworth']);
    expect(acrossWaterOf('Cornwall')).toEqual(['Plymouth']);
  });

  it('make up counties, with the metropolitan ones, and regions', () => {
    expect(names(groupNamed('West Yorkshire')?.districts ?? [])).toEqual([
      'Bradford',
      'Calderdale',
      'Kirklees',
      'Leeds',
      'Wakefield',
    ]);
    expect(groupNamed('Lancashire')).toMatchObject({ kind: 'county', code: 'E10000017' });
    expect(groupNamed('Lancashire')?.districts).toHaveLength(12);
    const metropolitan = districtGroups().filter(({ kind }) => kind === 'metropolitanCounty');
    expect(
      Object.fromEntries(metropolitan.map(({ name, districts: codes }) => [name, codes.length])),
    ).toEqual({
      'Greater Manchester': 10,
      Merseyside: 5,
      'South Yorkshire': 4,
      'Tyne and Wear': 5,
      'West Midlands': 7,
      'West Yorkshire': 5,
    });
  });
});

describe('searching for a place while typing', () => {
  const found = (text: string) => searchPlaces(text).map(({ name }) => name);

  it('puts the beginning of a name before the beginning of a word of it', () => {
    expect(found('calder')).toEqual(['Calderdale']);
    expect(found('york')[0]).toBe('York');
    expect(found('newcastle')).toEqual(['Newcastle upon Tyne', 'Newcastle-under-Lyme']);
  });

  it('finds codes, former districts, counties and names with a slip', () => {
    expect(found('E08000033')).toEqual(['Calderdale']);
    expect(searchPlaces('Craven')[0]).toMatchObject({
      name: 'North Yorkshire',
      note: 'Craven was merged into it',
    });
    expect(searchPlaces('west yorks')[0]).toMatchObject({
      kind: 'metropolitanCounty',
      name: 'West Yorkshire',
    });
    expect(found('calderdle')).toEqual(['Calderdale']);
    expect(found('zzzzzz')).toEqual([]);
    expect(found('  ')).toEqual([]);
  });
});
