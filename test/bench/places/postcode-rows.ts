import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { inCircle, type PostcodeIndex, rowsInCircle } from '../../../core/index.ts';
import { shippedPostcodes, shippedPostcodesFile } from '../../../places/shipped-postcodes.ts';
import { bundleForNode, runInChild } from '../in-child.ts';
import { interleavedMedians, median } from '../medians.ts';

const queries = 2_000_000;
const runs = 3;
const measured = z.object({
  readyMs: z.number(),
  readyCpuMs: z.number(),
  first: z.number(),
  heldMb: z.number(),
  nsEach: z.number(),
  check: z.number(),
});
type Measured = z.infer<typeof measured>;

/** Postcodes in an order of chance, the same in every run. */
function drawn(postcodes: readonly string[]): string[] {
  let state = 20_261_124;
  return Array.from({ length: queries }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return postcodes[Math.floor((state / 2 ** 32) * postcodes.length)] ?? '';
  });
}

async function measure(): Promise<{ readonly index: Measured; readonly map: Measured }> {
  const folder = mkdtempSync(join(tmpdir(), 'localpound-bench-'));
  try {
    const script = await bundleForNode(fileURLToPath(new URL('postcodes-once.ts', import.meta.url)), folder);
    const index = await shippedPostcodes();
    const postcodes = Array.from({ length: index.size }, (_, row) => index.postcodeAt(row));
    const [all, asked] = [join(folder, 'postcodes.txt'), join(folder, 'queries.txt')];
    writeFileSync(all, postcodes.join('\n'));
    writeFileSync(asked, drawn(postcodes).join('\n'));
    const results: Record<'index' | 'map', Measured[]> = { index: [], map: [] };
    const files = { index: shippedPostcodesFile, map: all };
    for (let run = 0; run < runs; run += 1) {
      for (const way of ['index', 'map'] as const) {
        results[way].push(measured.parse(runInChild(script, [way, files[way], asked], ['--expose-gc'])));
      }
    }
    const [one] = results.map;
    for (const { check, first } of [...results.index, ...results.map]) {
      assert.deepEqual([check, first], [one?.check, one?.first], 'both give the same rows');
    }
    const middle = (way: 'index' | 'map'): Measured => {
      const of = (key: keyof Measured): number => median(results[way].map((each) => each[key]));
      return {
        readyMs: of('readyMs'),
        readyCpuMs: of('readyCpuMs'),
        first: of('first'),
        heldMb: of('heldMb'),
        nsEach: of('nsEach'),
        check: of('check'),
      };
    };
    return { index: middle('index'), map: middle('map') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

let known: ReturnType<typeof measure> | undefined;

const row = (title: string, key: keyof Measured, unit: string, goal: string) => ({
  name: 'postcodes',
  title,
  peer: 'Map<string, number> beside the same columns in arrays',
  goal,
  unit,
  run: async () => {
    known ??= measure();
    const { index, map } = await known;
    return { ours: index[key], peer: map[key] };
  },
});

const circle = { centre: { lat: 53.7244, lon: -1.8607 }, centreName: 'HX1 1UJ', radiusKm: 12 };

/** Every postcode tested one by one. */
function byHaversine(index: PostcodeIndex): Uint8Array {
  const rows = new Uint8Array(index.size);
  for (let at = 0; at < index.size; at += 1) {
    const position = index.positionAt(at);
    if (position && inCircle(position, circle)) rows[at] = 1;
  }
  return rows;
}

/** The same over positions in plain arrays of degrees, so that finding them costs nothing. */
function byHaversineOfArrays(lats: Float64Array, lons: Float64Array): Uint8Array {
  const rows = new Uint8Array(lats.length);
  const radians = Math.PI / 180;
  const { centre, radiusKm } = circle;
  const narrow = Math.cos(centre.lat * radians);
  for (let at = 0; at < lats.length; at += 1) {
    const lat = lats[at] ?? 0;
    const north = Math.sin(((lat - centre.lat) * radians) / 2);
    const east = Math.sin((((lons[at] ?? 0) - centre.lon) * radians) / 2);
    const angle = north * north + narrow * Math.cos(lat * radians) * east * east;
    if (2 * 6371.0088 * Math.asin(Math.sqrt(angle)) <= radiusKm) rows[at] = 1;
  }
  return rows;
}

const radiusRow = {
  name: 'postcodes',
  title: 'all 1,745,849 postcodes inside 12 km or not',
  peer: 'haversine of each, over arrays of degrees',
  goal: '<= 0.2',
  async run() {
    const index = await shippedPostcodes();
    const positions = Array.from({ length: index.size }, (_, at) => index.positionAt(at));
    const lats = Float64Array.from(positions, (position) => position?.lat ?? 0);
    const lons = Float64Array.from(positions, (position) => position?.lon ?? 0);
    const wanted = byHaversine(index);
    assert.deepEqual(rowsInCircle(index, circle), wanted, 'the same postcodes');
    assert.deepEqual(byHaversineOfArrays(lats, lons), wanted, 'the same postcodes');
    return interleavedMedians(
      () => rowsInCircle(index, circle),
      () => byHaversineOfArrays(lats, lons),
    );
  },
};

/** All postcodes of Great Britain: finding one, holding them, making them ready, and a circle over them. */
export const postcodeRows = [
  row('2 million postcodes looked up, CPU time of one', 'nsEach', 'ns', '<= 0.1'),
  row('1,745,849 postcodes with district and position, memory held', 'heldMb', 'MB', '<= 0.1'),
  row('from the file on disk to the first answer (aim: under 500 ms)', 'readyMs', 'ms', '<= 1'),
  radiusRow,
];
