import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { attributionOf } from '../attribution.ts';
import { packDirectory } from '../pack-directory.ts';
import { shippedPostcodesFile } from '../shipped-postcodes.ts';
import type { Rings } from './borders.ts';
import { boundariesFile } from './boundaries.ts';
import { csvRecords } from './csv-records.ts';
import { deprivationFile } from './deprivation.ts';
import { districtsFile } from './districts.ts';

/**
 * Rebuilds the geography in core/data from a folder of sources, which are too large to ship:
 * `npm run data -- FOLDER`. docs/data-sources.md says where each source comes from.
 */
const [folder] = process.argv.slice(2);
const print = (line: string) => process.stdout.write(`${line}\n`);
const shipped = (name: string) => fileURLToPath(new URL(`../../core/data/${name}`, import.meta.url));

if (folder === undefined) {
  process.stderr.write('Say which folder holds the sources: npm run data -- FOLDER\n');
  process.exitCode = 2;
} else {
  const boundaries = await readBoundaries(join(folder, 'lad-2025-simplified.geojson'));
  const shapes = boundariesFile(boundaries);
  await writeFile(shipped('boundaries.json'), jsonLines(shapes));
  print(`boundaries.json: ${shapes.shapes.length} districts`);
  const records = await csvRecords(join(folder, 'local-authority-districts.csv'));
  const districts = districtsFile(records, boundaries);
  await writeFile(shipped('districts.json'), jsonLines(districts));
  print(`districts.json: ${districts.districts.length} districts, ${districts.ended.length} ended ones`);

  const deprivation = deprivationFile(await csvRecords(join(folder, 'la-imd-composite.csv')));
  await writeFile(shipped('deprivation.json'), jsonLines(deprivation));
  print(`deprivation.json: ${deprivation.rows.length} districts`);

  const packed = await packDirectory([join(folder, 'gb-postcodes.csv.gz')], {
    source: 'Ordnance Survey, Code-Point Open 2025.4.0 (November 2025)',
    madeOn: '2025-11-01',
    attribution: attributionOf('2025'),
  });
  if (!packed.ok) throw new Error(JSON.stringify(packed.issues));
  await writeFile(shippedPostcodesFile, packed.value.file);
  print(`postcodes.bin: ${packed.value.size} postcodes, ${packed.value.file.length} bytes`);
}

interface Feature {
  readonly properties: { readonly lad_code: string };
  readonly geometry:
    | { readonly type: 'Polygon'; readonly coordinates: Rings }
    | { readonly type: 'MultiPolygon'; readonly coordinates: readonly Rings[] };
}

async function readBoundaries(path: string): Promise<Map<string, Rings>> {
  const { features } = JSON.parse(await readFile(path, 'utf8')) as { features: readonly Feature[] };
  return new Map(
    features.map(({ properties, geometry }) => [
      properties.lad_code,
      geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat(),
    ]),
  );
}

/** One record a line, so that a change shows as one line. */
function jsonLines({ about, ...tables }: Readonly<Record<string, unknown>> & { about: unknown }): string {
  const lists = Object.entries(tables).map(([name, rows]) => {
    const lines = (rows as unknown[]).map((row) => JSON.stringify(row)).join(',\n');
    return `${JSON.stringify(name)}: [\n${lines}\n]`;
  });
  return `{\n"about": ${JSON.stringify(about)},\n${lists.join(',\n')}\n}\n`;
}
