import type { App } from '@slack/bolt';
import { suggestedPrompts } from '../../blocks/prompts.ts';
import type { Services } from '../../services.ts';
import { showHome } from '../../show-home.ts';
import { personFrom } from '../person-from.ts';

/** A person opens the bot's own place in Slack: the Home tab, or the messages with it. */
export function registerAppHomeOpened(app: App, services: Services): void {
  app.event('app_home_opened', async ({ event, client, context }) => {
    if (event.tab === 'home') {
      await showHome(client, services.kept, personFrom(context, event.user));
      return;
    }
    // For the whole conversation: with the stamp of a thread the agent view would show nothing.
    await client.assistant.threads.setSuggestedPrompts({
      channel_id: event.channel,
      prompts: suggestedPrompts,
    });
  });
}
