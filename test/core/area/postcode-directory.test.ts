import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  comparePostcodes,
  implausiblePostcodes,
  isDirectoryRow,
  PostcodeDirectory,
  type PostcodeIndex,
  PostcodePacker,
  type PostcodeRecord,
  readPostcodeIndex,
} from '../../../core/index.ts';
import { readCsv } from '../../../spreadsheet/read-csv.ts';

const fixtures = resolve(import.meta.dirname, '../../fixtures/places');
const rowsOf = (text: string) => {
  const sheet = readCsv(new TextEncoder().encode(text), { fileName: 'directory.csv' });
  if (!sheet.ok) throw new Error(JSON.stringify(sheet.issues));
  return sheet.value.rows;
};
function taken(text: string) {
  const records: PostcodeRecord[] = [];
  const directory = new PostcodeDirectory((record) => records.push(record) > 0);
  directory.open('directory.csv');
  for (const row of rowsOf(text)) directory.row(row);
  return { records, counts: directory.counts, issues: directory.issues };
}
const fixture = (name: string) => readFileSync(resolve(fixtures, name), 'utf8');

describe('a postcode directory as it is downloaded', () => {
  it('is read as ONSPD with the older names of columns, terminated postcodes marked', () => {
    const { records, counts } = taken(fixture('onspd-sample.csv'));
    expect(records[0]).toEqual({
      postcode: 'AB1 0AA',
      district: 'S12000033',
      position: { lat: 57.101474, lon: -2.242851 },
      terminated: true,
    });
    expect(counts).toMatchObject({ live: 0, terminated: 4, unreadable: 0 });
  });

  it('is read as NSPL with the year in the names of columns, this year or the next', () => {
    const nspl = fixture('nspl-2025-sample.csv');
    for (const text of [nspl, nspl.replace('lad25cd', 'lad26cd').replace('imd20ind', 'imd25ind')]) {
      expect(taken(text).records).toEqual([
        {
          postcode: 'CA8 7JG',
          district: 'E06000057',
          position: { lat: 54.977349, lon: -2.532223 },
          terminated: false,
        },
      ]);
    }
  });

  it('is read as Code-Point Open, which has no headings', () => {
    const { records, counts } = taken(fixture('code-point-open-hx.csv'));
    expect(counts.live).toBe(475);
    expect(records[0]).toMatchObject({ postcode: 'HX1 1AA', district: 'E08000033', terminated: false });
    expect(records[0]?.position?.lat).toBeCloseTo(53.724, 2);
  });

  it('leaves out what has another licence, and says how much', () => {
    const { records, counts } = taken(
      'pcds,doterm,oslaua,lat,long\nBT7 1NN,,N09000003,54.58,-5.93\nJE2 3AB,,L99999999,99.999999,0\nHX1 1UJ,,E08000033,99.999999,0\n',
    );
    expect(records).toEqual([{ postcode: 'HX1 1UJ', district: 'E08000033', terminated: false }]);
    expect(counts).toMatchObject({ leftOut: 2, withoutPosition: 1 });
  });

  it('names the rows that it cannot use', () => {
    const { issues, counts } = taken(
      'postcode,quality,easting,northing,lad_code\nHX1 1UJ,10,9999999,5,E08000033\nHX1 1UK,10,409503,425335,E08000033\n',
    );
    expect(counts).toMatchObject({ live: 1, unreadable: 1 });
    expect(issues[0]).toMatchObject({ where: { file: 'directory.csv', row: 2 }, severity: 'warning' });
    expect(issues[0]?.found).toBe('HX1 1UJ with a position outside Great Britain');
  });

  it('is told from any other table by its first row', () => {
    expect(taken('Supplier,Amount\nA,1\n').issues[0]?.expected).toContain('pcds');
    const first = (text: string) => rowsOf(text)[0] ?? { number: 1, cells: [] };
    expect(isDirectoryRow(first('SIC,Year,Total turnover'))).toBe(false);
    expect(isDirectoryRow(first(fixture('onspd-sample.csv')))).toBe(true);
    expect(isDirectoryRow(first(fixture('code-point-open-hx.csv')))).toBe(true);
  });
});

describe('a new postcode file beside the one in use', () => {
  const at = (lat: number) => ({ lat, lon: -1.86 });
  const indexOf = (records: readonly PostcodeRecord[]): PostcodeIndex => {
    const packer = new PostcodePacker();
    for (const record of records) packer.add(record);
    const { bytes } = packer.finish({ source: 'test', madeOn: '2026-11-24', attribution: 'none' });
    const read = readPostcodeIndex(bytes, 'test');
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    return read.value;
  };
  const inUse = indexOf([
    { postcode: 'HX1 1AA', district: 'E08000033', position: at(53.7) },
    { postcode: 'HX1 1AB', district: 'E08000033', position: at(53.7) },
    { postcode: 'S1 1AA', district: 'E08000019', position: at(53.4) },
  ]);

  it('shows what went, moved and changed district; a new code for an old district is no change', () => {
    const changes = comparePostcodes(
      inUse,
      indexOf([
        { postcode: 'HX1 1AA', district: 'E08000032', position: at(53.8) },
        { postcode: 'S1 1AA', district: 'E08000039', position: at(53.4) },
        { postcode: 'S1 1AB', district: 'E08999999', terminated: true },
      ]),
    );
    expect(changes).toEqual({
      live: { before: 3, after: 2 },
      terminated: { before: 0, after: 1 },
      gone: 1,
      otherDistrict: 1,
      moved: 1,
      unknownDistricts: ['E08999999'],
    });
    const severities = (allow: boolean) =>
      implausiblePostcodes(changes, allow).map(({ severity }) => severity);
    expect(severities(false)).toEqual(['error', 'error', 'error', 'error', 'warning']);
    expect(severities(true)).toEqual(['warning', 'warning', 'warning', 'warning', 'warning']);
  });

  it('is taken without a word when nothing changed', () => {
    expect(implausiblePostcodes(comparePostcodes(inUse, inUse), false)).toEqual([]);
  });
});
