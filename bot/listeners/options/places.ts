import type { App } from '@slack/bolt';
import { areaFields, placeOptions } from '../../blocks/area-form.ts';

/** Districts, counties and regions for what a person types into the form for the area. */
export function registerPlaceOptions(app: App): void {
  app.options<'block_suggestion'>({ action_id: areaFields.places }, async ({ ack, options }) => {
    await ack({ options: placeOptions(options.value) });
  });
}
