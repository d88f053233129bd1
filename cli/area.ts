import { Command } from 'commander';
import {
  type District,
  distanceKm,
  findPoint,
  type LatLon,
  lookUpPlace,
  type Outcome,
  type PlaceFound,
  type PostcodeIndex,
} from '../core/index.ts';
import { areaText, placeFacts } from './area-text.ts';
import { failWith, print, printJson, tellIssues } from './output.ts';
import { postcodesInUse } from './postcode-folder.ts';

interface Options {
  readonly from?: string;
  readonly data?: string;
  readonly json?: true;
}

/** `area PLACE`: the district, position and neighbours of a postcode or a place. */
export function areaCommand(): Command {
  return new Command('area')
    .description('Say where a postcode or a place is: district, position, distance, neighbours, deprivation.')
    .argument('<place...>', 'a postcode, its first half, or a district, county or region by name or ONS code')
    .option('--from <place>', 'a postcode or a district to measure the distance from')
    .option('--data <folder>', 'use the postcodes that you made with localpound data update')
    .option('--json', 'print one JSON object')
    .addHelpText(
      'after',
      '\nExamples:\n  localpound area "HX1 1UJ" --from Bradford\n  localpound area Calderdale\n  localpound area HX7 --json',
    )
    .action(async (words: readonly string[], options: Options, command: Command) => {
      const text = words.join(' ').trim();
      if (text === '') command.error('error: name a postcode or a place', { exitCode: 2 });
      await runArea(text, options);
    });
}

async function runArea(text: string, options: Options): Promise<void> {
  const json = options.json === true;
  const postcodes = await postcodesInUse(options.data);
  if (!postcodes.ok) return failWith(postcodes.issues, json);
  const index = postcodes.value;
  const place = lookUpPlace(text, index);
  if (!place.ok) return failWith(place.issues, json);
  const distance = options.from === undefined ? undefined : distanceFrom(options.from, place.value, index);
  if (distance && !distance.ok) return failWith(distance.issues, json);
  const facts = placeFacts(place.value);
  const from = distance?.value;
  if (json) {
    printJson({
      ...facts,
      ...(from && { from }),
      attribution: index.about.attribution,
      postcodes: index.about.source,
    });
  } else print(areaText(place.value, from, index.about));
  tellIssues([...postcodes.issues, ...(distance?.issues ?? [])]);
}

/** Where the distance is measured from, and the distance in km. */
export interface DistanceFrom {
  readonly name: string;
  readonly km: number;
}

function distanceFrom(text: string, place: PlaceFound, index: PostcodeIndex): Outcome<DistanceFrom> {
  const start = findPoint(text, index);
  if (!start.ok)
    return { ok: false, issues: start.issues.map((issue) => ({ ...issue, where: { path: '--from' } })) };
  const position = positionOf(place);
  if (!position) {
    return {
      ok: false,
      issues: [
        {
          severity: 'error',
          where: { path: '--from' },
          found: 'a place without a position',
          expected: 'a postcode with a position, or a district',
          mend: 'Leave --from out, or name a postcode nearby.',
        },
      ],
    };
  }
  const km = Math.round(distanceKm(start.value.position, position) * 100) / 100;
  return { ok: true, value: { name: start.value.name, km }, issues: start.issues };
}

function positionOf(place: PlaceFound): LatLon | undefined {
  if (place.kind === 'district') return centroidOf(place.district);
  return place.kind === 'group' ? undefined : place.position;
}

const centroidOf = ({ lat, lon }: District): LatLon => ({ lat, lon });
