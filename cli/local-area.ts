import { type Command, InvalidArgumentError } from 'commander';
import { type LocalArea, type Outcome, type Placer, parseLocalArea, placerFor } from '../core/index.ts';
import { shippedPostcodes } from '../places/shipped-postcodes.ts';

export interface AreaOptions {
  readonly area?: string;
  readonly centre?: string;
  readonly radiusKm?: number;
}

/** The local area that a command asked for, with what places postcodes in it. */
export interface AskedArea {
  readonly area: LocalArea;
  readonly placeOf: Placer;
  /** To be shown wherever the postcodes are used. */
  readonly attribution: string;
}

/** The options by which any command is told what counts as local. */
export function withAreaOptions(command: Command): Command {
  return command
    .option('--area <districts>', 'local area: names or ONS codes of districts, with commas between them')
    .option('--centre <place>', 'middle of the local area: a postcode, its first half, or a place')
    .option('--radius-km <km>', 'with --centre: how far the local area reaches', kilometres);
}

/** Undefined where no area was asked for. Postcodes are only read where one was. */
export async function askedArea({
  area,
  centre,
  radiusKm,
}: AreaOptions): Promise<Outcome<AskedArea> | undefined> {
  if (area === undefined && centre === undefined && radiusKm === undefined) return undefined;
  const index = await shippedPostcodes();
  const districts = (area ?? '')
    .split(',')
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const parsed = parseLocalArea(
    {
      ...(districts.length > 0 ? { districts } : {}),
      ...(centre === undefined ? {} : { centre }),
      ...(radiusKm === undefined ? {} : { radiusKm }),
    },
    index,
  );
  if (!parsed.ok) return parsed;
  const asked = {
    area: parsed.value,
    placeOf: placerFor(index, parsed.value),
    attribution: index.about.attribution,
  };
  return { ok: true, value: asked, issues: parsed.issues };
}

function kilometres(text: string): number {
  const km = Number(text);
  if (!Number.isFinite(km) || km <= 0)
    throw new InvalidArgumentError('Expected a distance in km, such as 12.');
  return km;
}
