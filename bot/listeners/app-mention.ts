import type { App } from '@slack/bolt';
import { answerQuestion } from '../../core/index.ts';
import { type AttachedFile, answerFiles } from '../answer-files.ts';
import { answerMessage } from '../blocks/answer.ts';
import { helpMessage } from '../blocks/help.ts';
import { post } from '../post.ts';
import type { Services } from '../services.ts';
import { claimed } from './claim.ts';

/** A mention: with a file, LM3 of it; with a question, its answer; with neither, help. In the thread. */
export function registerAppMention(app: App, services: Services): void {
  app.event('app_mention', async ({ event, body, client }) => {
    if (event.user === undefined || !(await claimed(services, body.event_id))) return;
    const thread = { channel: event.channel, thread: event.thread_ts ?? event.ts };
    const files = filesOf(event);
    if (files.length > 0) {
      await services.inFlight.track(answerFiles(services, client, thread, event.user, files));
      return;
    }
    const question = withoutMentions(event.text);
    await post(client, thread, question === '' ? helpMessage() : answerMessage(answerQuestion(question)));
  });
}

/** A mention carries its files, though the types of the library leave them out. */
function filesOf(event: object): readonly AttachedFile[] {
  const files = 'files' in event ? event.files : undefined;
  if (!Array.isArray(files)) return [];
  return files.filter((file): file is AttachedFile => typeof (file as AttachedFile | null)?.id === 'string');
}

/** The text without mentions, and with Slack's three escapes undone. */
export function withoutMentions(text: string): string {
  return text
    .replace(/<@[A-Z0-9]+(\|[^>]*)?>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
}
