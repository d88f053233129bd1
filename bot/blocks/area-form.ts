import type { ModalView, PlainTextOption } from '@slack/types';
import { type PlaceHit, searchPlaces } from '../../core/index.ts';
import { hasArea, noSpendChoices, type SpendChoices } from '../files/spend-choices.ts';
import { type FormOrigin, form, formIds } from './file-form.ts';
import type { FormState } from './form-state.ts';
import { clip, slackLimits } from './limits.ts';
import { plain } from './menus.ts';
import { paragraph } from './message.ts';

/** Fields of the form, and the blocks that they stand in. */
export const areaFields = { places: 'spend_places', centre: 'spend_centre', km: 'spend_km' } as const;

/** As many as fit into the value of a button. */
const mostPlaces = 12;
const offered = 20;

/** Asks what counts as local: districts found by typing, or a circle round a place, or both. */
export function areaForm(origin: FormOrigin): ModalView {
  const { places, centre, km } = origin.from?.spend ?? noSpendChoices;
  const chosen = places.flatMap((code) => searchPlaces(code, 1)).map(placeOption);
  return form(formIds.area, origin, {
    title: 'What counts as local?',
    submit: 'Show',
    blocks: [
      paragraph(
        'A payment is local when the postcode of its supplier lies in one of these districts, or in the circle.',
      ),
      {
        type: 'input',
        block_id: areaFields.places,
        optional: true,
        label: plain('Districts, counties or regions'),
        element: {
          type: 'multi_external_select',
          action_id: areaFields.places,
          min_query_length: 2,
          max_selected_items: mostPlaces,
          placeholder: plain('Type a name, such as Calderdale'),
          ...(chosen.length === 0 ? {} : { initial_options: chosen }),
        },
      },
      {
        type: 'input',
        block_id: areaFields.centre,
        optional: true,
        label: plain('Or round a postcode'),
        hint: plain('A postcode, its first half, or a place: HX1 1UJ, HX1, Halifax.'),
        element: {
          type: 'plain_text_input',
          action_id: areaFields.centre,
          max_length: 60,
          ...(centre === undefined ? {} : { initial_value: centre }),
        },
      },
      {
        type: 'input',
        block_id: areaFields.km,
        optional: true,
        label: plain('How far round it, in km'),
        element: {
          type: 'number_input',
          action_id: areaFields.km,
          is_decimal_allowed: true,
          min_value: '0.1',
          max_value: '1300',
          ...(km === undefined ? {} : { initial_value: String(km) }),
        },
      },
    ],
  });
}

/** Places for what has been typed so far. */
export function placeOptions(typed: string): PlainTextOption[] {
  return searchPlaces(typed, offered).map(placeOption);
}

/** A district goes by its code; a county or region by its name, which then names the area. */
function placeOption({ code, name, note, districts }: PlaceHit): PlainTextOption {
  return {
    text: plain(clip(name, slackLimits.optionText)),
    ...(note === '' ? {} : { description: plain(clip(note, slackLimits.optionText)) }),
    value: districts.length > 1 ? name : code,
  };
}

/** What the form says, with what was said before; or what is wrong with it, by block. */
export function readAreaForm(
  state: FormState,
  before: SpendChoices = noSpendChoices,
):
  | { readonly ok: true; readonly spend: SpendChoices }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> } {
  const centre = state.text(areaFields.centre);
  const typedKm = state.text(areaFields.km);
  const km = typedKm === undefined ? undefined : Number(typedKm);
  const { places: _places, centre: _centre, km: _km, ...rest } = before;
  const spend = {
    ...rest,
    places: state.choices(areaFields.places).slice(0, mostPlaces),
    ...(centre === undefined ? {} : { centre }),
    ...(km === undefined ? {} : { km }),
  };
  if (centre !== undefined && km === undefined) {
    return wrong(areaFields.km, 'Say how far round it counts as local, such as 12.');
  }
  if (km !== undefined && !(km > 0 && km <= 1300))
    return wrong(areaFields.km, 'Give a distance in km, such as 12.');
  if (km !== undefined && centre === undefined) {
    return wrong(areaFields.centre, 'Say round what: a postcode, its first half, or a place.');
  }
  if (!hasArea(spend)) return wrong(areaFields.places, 'Choose a district, or fill in the two fields below.');
  return { ok: true, spend };
}

const wrong = (block: string, words: string) => ({ ok: false as const, errors: { [block]: words } });
