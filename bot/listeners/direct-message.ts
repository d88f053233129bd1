import type { App } from '@slack/bolt';
import { answerQuestion } from '../../core/index.ts';
import { answerFiles } from '../answer-files.ts';
import { answerMessage } from '../blocks/answer.ts';
import { helpMessage } from '../blocks/help.ts';
import { post } from '../post.ts';
import type { Services } from '../services.ts';
import { withoutMentions } from './app-mention.ts';
import { claimed } from './claim.ts';

/** A direct message from a person: a question or a file. Edits, joins and other bots are passed over. */
export function registerDirectMessage(app: App, services: Services): void {
  app.event('message', async ({ event, body, client }) => {
    if (event.channel_type !== 'im') return;
    // A message with files comes with a subtype of its own; every other subtype is not a person writing.
    if (event.subtype !== undefined && event.subtype !== 'file_share') return;
    if (('bot_id' in event && event.bot_id) || !event.user) return;
    if (!(await claimed(services, body.event_id))) return;
    const thread = { channel: event.channel, thread: ('thread_ts' in event && event.thread_ts) || event.ts };
    const files = ('files' in event && event.files) || [];
    if (files.length > 0) {
      await services.inFlight.track(answerFiles(services, client, thread, event.user, files));
      return;
    }
    const question = withoutMentions(event.text ?? '');
    await post(client, thread, question === '' ? helpMessage() : answerMessage(answerQuestion(question)));
  });
}
