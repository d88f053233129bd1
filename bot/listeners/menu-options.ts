import type { App } from '@slack/bolt';
import { indicatorName, suggestIndicators } from '../../core/index.ts';
import { areaFields, placeOptions } from '../blocks/area-form.ts';
import { indicatorActions, writeCardValue } from '../blocks/indicator-card.ts';
import { slackLimits } from '../blocks/limits.ts';
import { option } from '../blocks/menus.ts';

/** What the menus that ask the bot offer, letter by letter. Slack waits three seconds for it. */
export function registerMenuOptions(app: App): void {
  app.options<'block_suggestion'>(indicatorActions.pick, async ({ ack, options }) => {
    const found = suggestIndicators(options.value, slackLimits.optionsInMenu);
    await ack({
      options: found.map((indicator) =>
        option(indicatorName(indicator), writeCardValue({ id: indicator.id })),
      ),
    });
  });
  app.options<'block_suggestion'>(areaFields.places, async ({ ack, options }) => {
    await ack({ options: placeOptions(options.value) });
  });
}
