import type { App } from '@slack/bolt';
import type { Services } from '../services.ts';
import { registerAppMention } from './app-mention.ts';
import { registerComputeFromFile } from './compute-from-file.ts';
import { registerDirectMessage } from './direct-message.ts';
import { registerLm3Command } from './lm3-command.ts';
import { registerResultButtons } from './result-buttons.ts';

/** Everything the bot listens to. */
export function registerListeners(app: App, services: Services): void {
  registerLm3Command(app);
  registerAppMention(app, services);
  registerDirectMessage(app, services);
  registerComputeFromFile(app, services);
  registerResultButtons(app, services);
}
