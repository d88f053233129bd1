import { type Issue, type Outcome, type Placer, parseLocalArea, placerFor } from '../../../core/index.ts';
import { shippedPostcodes } from '../../../places/shipped-postcodes.ts';
import { hasArea, type SpendChoices } from '../spend-choices.ts';

/** An area that a person chose, ready to place suppliers by. */
export interface ChosenArea {
  readonly name: string;
  readonly placeOf: Placer;
  readonly licences: readonly string[];
  readonly issues: readonly Issue[];
}

/** Undefined while nobody has said what is local. */
export async function chosenArea(choices: SpendChoices): Promise<Outcome<ChosenArea> | undefined> {
  if (!hasArea(choices)) return undefined;
  const { places, centre, km } = choices;
  const index = await shippedPostcodes();
  const area = parseLocalArea(
    {
      ...(places.length > 0 ? { districts: places } : {}),
      ...(centre === undefined ? {} : { centre }),
      ...(km === undefined ? {} : { radiusKm: km }),
    },
    index,
  );
  if (!area.ok) return area;
  const { value, issues } = area;
  const placeOf = placerFor(index, value);
  return {
    ok: true,
    value: { name: value.name, placeOf, licences: [index.about.attribution], issues },
    issues,
  };
}
