import type { App } from '@slack/bolt';
import { type AttachedFile, answerFiles } from '../answer-files.ts';
import type { Services } from '../services.ts';

/** The message shortcut "Compute LM3 from this file". Answers in the thread of that message. */
export function registerComputeFromFile(app: App, services: Services): void {
  app.shortcut(
    { type: 'message_action', callback_id: 'compute_lm3_from_file' },
    async ({ shortcut, ack, client, respond }) => {
      await ack();
      const { message, channel, user } = shortcut;
      const files = Array.isArray(message.files) ? (message.files as AttachedFile[]) : [];
      if (files.length === 0) {
        await respond({
          response_type: 'ephemeral',
          text: 'There is no file in this message. Choose a message with a Local Pound workbook (.xlsx).',
        });
        return;
      }
      const thread = { channel: channel.id, thread: (message.thread_ts as string | undefined) ?? message.ts };
      await services.inFlight.track(answerFiles(services, client, thread, user.id, files));
    },
  );
}
