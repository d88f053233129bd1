import type { App } from '@slack/bolt';
import { answerFiles, looksLikeWorkbook } from '../../answer-files.ts';
import { noWorkbook } from '../../answer-person.ts';
import { notice } from '../../blocks/message.ts';
import { shortcutReply } from '../../replies/shortcut-reply.ts';
import type { Services } from '../../services.ts';
import { attachedFiles } from '../attached-files.ts';
import { personFrom } from '../person-from.ts';

export const lm3FromFile = 'compute_lm3_from_file';

/** The message shortcut "Compute LM3 from file": answered in the thread of that message. */
export function registerLm3FromFile(app: App, services: Services): void {
  app.shortcut({ callback_id: lm3FromFile, type: 'message_action' }, async ({ ack, shortcut, context }) => {
    await ack();
    const { message, channel, user, response_url: responseUrl } = shortcut;
    const thread = typeof message.thread_ts === 'string' ? message.thread_ts : message.ts;
    const spot = { ...personFrom(context, user.id), channel: channel.id, thread };
    const reply = shortcutReply(services.client, spot, responseUrl, services.logger);
    const files = attachedFiles(message);
    const workbooks = files.filter(looksLikeWorkbook);
    if (workbooks.length > 0) await answerFiles(services, reply, { spot, files: workbooks });
    else if (files.length > 0) await reply.whisper(noWorkbook(files));
    else
      await reply.whisper(
        notice(
          'This message has no file. Choose one with a Local Pound workbook (.xlsx) or a list of payments (.csv or .xlsx).',
        ),
      );
  });
}
