import type { App } from '@slack/bolt';
import { answerPerson } from '../../answer-person.ts';
import { showStatus } from '../../replies/status.ts';
import type { Services } from '../../services.ts';
import { attachedFiles } from '../attached-files.ts';
import { personFrom } from '../person-from.ts';

/** A direct message from a person. Other bots, edits, deletions and notes of Slack's own are passed over. */
export function registerDirectMessage(app: App, services: Services): void {
  app.event('message', async ({ event, client, context }) => {
    if (event.channel_type !== 'im') return;
    // A message with a file has a subtype of its own. No other subtype is a person writing to the bot.
    if (event.subtype !== undefined && event.subtype !== 'file_share') return;
    const { channel, user, ts, thread_ts: thread = ts, text = '' } = event;
    if (
      ('bot_id' in event && event.bot_id !== undefined) ||
      ('edited' in event && event.edited !== undefined)
    )
      return;
    const spot = { ...personFrom(context, user), channel, thread };
    await showStatus(client, spot, 'is looking that up', services.logger);
    await answerPerson(services, { spot, text, files: attachedFiles(event) });
  });
}
