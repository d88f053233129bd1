import type { App } from '@slack/bolt';
import { answerPerson } from '../../answer-person.ts';
import type { Services } from '../../services.ts';
import { attachedFiles } from '../attached-files.ts';
import { personFrom } from '../person-from.ts';

/** A mention of the bot in a conversation. Those by other bots, and edits, are passed over. */
export function registerAppMention(app: App, services: Services): void {
  app.event('app_mention', async ({ event, context }) => {
    const { channel, user, ts, thread_ts: thread = ts, text } = event;
    if (user === undefined || event.bot_id !== undefined || event.edited !== undefined) return;
    const spot = { ...personFrom(context, user), channel, thread };
    await answerPerson(services, { spot, text, files: attachedFiles(event) });
  });
}
