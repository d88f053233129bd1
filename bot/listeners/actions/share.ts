import { actionIds } from '../../blocks/file-button.ts';
import { notice } from '../../blocks/message.ts';
import { resultMessage } from '../../blocks/result.ts';
import { shareReply } from '../../replies/share-reply.ts';
import { type FilePressHandler, withFile } from './press.ts';

/** The button that shows everyone a result that only one person has seen so far. */
export const sharePresses: Readonly<Record<string, FilePressHandler>> = {
  [actionIds.shareResult]: withFile(
    ['lm3', 'tenants', 'spend'],
    async ({ services, answer, from, fileName, spot, responseUrl }) => {
      const reply = shareReply(services.client, spot, responseUrl, services.logger);
      await reply.post(resultMessage({ answer, fileName, from, since: [] }));
      await reply.replace(notice('Shared. Everyone in the conversation can see the result now.'));
    },
  ),
};
