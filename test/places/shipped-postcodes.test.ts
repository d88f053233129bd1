import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  distanceKm,
  districtByCode,
  findPoint,
  fromNationalGrid,
  inCircle,
  outwardShares,
  type PostcodeIndex,
  rowsInCircle,
} from '../../core/index.ts';
import { shippedPostcodes, shippedPostcodesFile } from '../../places/shipped-postcodes.ts';
import { unpackPostcodes } from '../../places/unpack.ts';

const fixture = (name: string): string[][] =>
  readFileSync(resolve(import.meta.dirname, '../fixtures/places', name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.replaceAll('"', '').split(','));

let index: PostcodeIndex;
beforeAll(async () => {
  index = await shippedPostcodes();
});

describe('the postcodes that ship', () => {
  it('are all 1,745,849 live ones of Great Britain, in at most 6 MB', () => {
    expect(index.size).toBe(1_745_849);
    expect(statSync(shippedPostcodesFile).size).toBeLessThan(6e6);
    expect(index.about.attribution).toContain('Contains OS data © Crown copyright');
  });

  it('are found by their own text, every one, at its own row', () => {
    let wrong = 0;
    for (let row = 0; row < index.size; row += 1) if (index.find(index.postcodeAt(row)) !== row) wrong += 1;
    expect(wrong).toBe(0);
  });

  it('hold 836 without a position and 1,044 without a district, and otherwise districts of today', () => {
    let [unplaced, unruled] = [0, 0];
    for (let row = 0; row < index.size; row += 1) {
      if (index.positionAt(row) === undefined) unplaced += 1;
      if (index.districtAt(row) === undefined) unruled += 1;
    }
    expect([unplaced, unruled]).toEqual([836, 1044]);
    expect(index.districts).toHaveLength(350);
    for (const code of index.districts) expect(districtByCode(code)).not.toHaveProperty('note');
  });

  it('say of Halifax what Code-Point Open says: district, and position to 10 m', () => {
    for (const [postcode = '', , east, north, , , , , district] of fixture('code-point-open-hx.csv')) {
      const row = index.find(postcode);
      expect(index.districtAt(row), postcode).toBe(district);
      const position = index.positionAt(row) ?? { lat: 0, lon: 0 };
      expect(distanceKm(position, fromNationalGrid(Number(east), Number(north))), postcode).toBeLessThan(
        0.01,
      );
    }
  });

  it('lie round the known middle of each first half, and in its known district', () => {
    for (const [outward = '', lat, lon, postcodes, district, share] of fixture('outcodes.csv').slice(1)) {
      const middle = findPoint(outward, index);
      if (!middle.ok) throw new Error(outward);
      expect(distanceKm(middle.value.position, { lat: Number(lat), lon: Number(lon) }), outward).toBeLessThan(
        0.06,
      );
      const [main] = outwardShares(index, outward)?.districts ?? [];
      expect(main?.code, outward).toBe(district);
      expect(Math.abs((main?.share ?? 0) - Number(share)), `${outward} of ${postcodes}`).toBeLessThan(0.02);
    }
  });

  it.each([
    [{ lat: 53.7244, lon: -1.8607 }, 12],
    [{ lat: 51.5, lon: -0.12 }, 1.5],
    [{ lat: 60.15, lon: -1.15 }, 300],
    [{ lat: 54.5, lon: -3 }, 1200],
  ])('are inside a circle round %j of %d km exactly when the haversine says so', (centre, radiusKm) => {
    const circle = { centre, centreName: 'the middle', radiusKm };
    const rows = rowsInCircle(index, circle);
    let [wrong, inside] = [0, 0];
    for (let row = 0; row < index.size; row += 1) {
      const position = index.positionAt(row);
      const within = position !== undefined && inCircle(position, circle);
      if (within) inside += 1;
      if (within !== (rows[row] === 1)) wrong += 1;
    }
    expect(wrong).toBe(0);
    expect(inside).toBeGreaterThan(1000);
  });

  it('are told from a file that is cut short or is something else', async () => {
    const bytes = readFileSync(shippedPostcodesFile);
    for (const broken of [
      bytes.subarray(0, 1_000_000),
      new Uint8Array(0),
      new TextEncoder().encode('postcode'),
    ]) {
      const read = await unpackPostcodes(broken, 'postcodes.bin');
      expect(read.ok).toBe(false);
      expect(read.issues[0]?.expected).toBe('a postcode file made by localpound data update');
    }
  });
});
