import type { App } from '@slack/bolt';
import type { Services } from '../services.ts';
import { registerShare } from './actions/share.ts';
import { registerShow } from './actions/show.ts';
import { registerSpendButtons } from './actions/spend.ts';
import { registerLm3Command } from './commands/lm3.ts';
import { registerAppMention } from './events/app-mention.ts';
import { registerDirectMessage } from './events/direct-message.ts';
import { registerPlaceOptions } from './options/places.ts';
import { registerLm3FromFile } from './shortcuts/lm3-from-file.ts';
import { registerFileForms } from './views/file-forms.ts';

/** Everything that the bot answers; `manifest.json` tells Slack the same. */
export function registerListeners(app: App, services: Services): void {
  registerLm3Command(app, services);
  registerAppMention(app, services);
  registerDirectMessage(app, services);
  registerLm3FromFile(app, services);
  registerShow(app, services);
  registerShare(app, services);
  registerSpendButtons(app, services);
  registerFileForms(app, services);
  registerPlaceOptions(app);
}
