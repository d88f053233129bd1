import type { App } from '@slack/bolt';
import type { Services } from '../services.ts';
import { registerFilePresses } from './actions/file-presses.ts';
import { registerPresses } from './actions/presses.ts';
import { registerCommands } from './commands/commands.ts';
import { registerAppHomeOpened } from './events/app-home-opened.ts';
import { registerAppMention } from './events/app-mention.ts';
import { registerDirectMessage } from './events/direct-message.ts';
import { registerMenuOptions } from './menu-options.ts';
import { registerLm3FromFile } from './shortcuts/lm3-from-file.ts';
import { registerRouteAdviser } from './shortcuts/route-adviser.ts';
import { registerFileForms } from './views/file-forms.ts';
import { registerRouteForm } from './views/route-form.ts';

/** Everything that the bot answers; `manifest.json` tells Slack the same. */
export function registerListeners(app: App, services: Services): void {
  registerCommands(app, services);
  registerPresses(app, services);
  registerFilePresses(app, services);
  registerMenuOptions(app);
  registerRouteForm(app, services);
  registerFileForms(app, services);
  registerRouteAdviser(app);
  registerAppHomeOpened(app, services);
  registerAppMention(app, services);
  registerDirectMessage(app, services);
  registerLm3FromFile(app, services);
}
