import {
  type Issue,
  type LocalArea,
  type Outcome,
  type Placed,
  type PostcodeIndex,
  parseLocalArea,
  placerFor,
} from '../../core/index.ts';
import type { AreaChoice } from '../engine/messages.ts';
import { postcodes } from './postcodes.ts';

/** An area that a person chose, ready to place suppliers by. */
export interface ChosenArea {
  readonly name: string;
  readonly area: LocalArea;
  readonly placeOf: (postcode: string) => Placed;
  readonly licences: readonly string[];
  /** What was taken for what the person said, where it was not quite that. */
  readonly issues: readonly Issue[];
}

export async function chosenArea({ places, circle }: AreaChoice): Promise<Outcome<ChosenArea>> {
  const index: Outcome<PostcodeIndex> = await postcodes();
  if (!index.ok) return index;
  const asked = {
    // A district goes by its code; a county or region by its name, which then names the area.
    ...(places.length > 0
      ? { districts: places.map(({ districts, code, name }) => (districts.length > 1 ? name : code)) }
      : {}),
    ...(circle ? { centre: circle.postcode, radiusKm: circle.radiusKm } : {}),
  };
  const area = parseLocalArea(asked, index.value);
  if (!area.ok) return area;
  const { issues, value } = area;
  return {
    ok: true,
    value: {
      name: value.name,
      area: value,
      placeOf: placerFor(index.value, value),
      licences: [index.value.about.attribution],
      issues,
    },
    issues,
  };
}
