import data from '../data/pilot-areas.json' with { type: 'json' };
import type { Source } from '../explain/explained.ts';
import { checkData, checkUnique } from '../shipped/check.ts';
import { once } from '../shipped/once.ts';
import { resolveCitation } from './documents.ts';
import { pilotSchema } from './pilot-schema.ts';

const file = 'pilot-areas.json';

/**
 * The six pilot areas and twenty community organisations of the 2017 report, with council and
 * demographic data, published LM3 scores and Table 1 of enabled contribution. Checked at the first call.
 */
export const pilotData = once(() => {
  const checked = checkData(file, pilotSchema, data);
  for (const list of [checked.areas, checked.organisations]) {
    checkUnique(
      file,
      list.map(({ id }) => id),
    );
  }
  const areaIds = new Set(checked.areas.map(({ id }) => id));
  for (const { id, area } of checked.organisations) {
    if (!areaIds.has(area)) throw new Error(`core/data/${file} is broken. ${id} is in the area "${area}"`);
  }
  return checked;
});

/** A place in the report that the data were taken from. */
export function pilotSource(place: string): Source {
  return resolveCitation(file, { document: pilotData().document, place, verified: true });
}
