import type { App } from '@slack/bolt';
import { actionIds } from '../../blocks/file-button.ts';
import { lm3ResultMessage } from '../../blocks/lm3-result.ts';
import { notice } from '../../blocks/message.ts';
import { shareReply } from '../../replies/share-reply.ts';
import type { Services } from '../../services.ts';
import { onPress } from './press.ts';

/** The button that shows everyone a result that only one person has seen so far. */
export function registerShare(app: App, services: Services): void {
  onPress(app, services, actionIds.shareResult, async ({ lm3, from, fileName, spot, responseUrl }) => {
    const reply = shareReply(services.client, spot, responseUrl, services.logger);
    await reply.post(lm3ResultMessage({ ...lm3, fileName, from }));
    await reply.replace(notice('Shared. Everyone in the conversation can see the result now.'));
  });
}
