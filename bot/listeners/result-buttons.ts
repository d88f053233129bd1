import type { App } from '@slack/bolt';
import { showChaseList, showWorkings } from '../blocks/lm3-result.ts';
import type { Message } from '../blocks/message.ts';
import { chaseListMessage, workingsMessage } from '../blocks/workings.ts';
import type { RecentResult } from '../recent-results.ts';
import type { Services } from '../services.ts';

/** The buttons under a result. What they show goes to the person who asked for the result, and only there. */
export function registerResultButtons(app: App, { recent }: Services): void {
  const shows: [string, (result: RecentResult) => Message][] = [
    [showWorkings, workingsMessage],
    [showChaseList, chaseListMessage],
  ];
  for (const [action, message] of shows) {
    app.action(
      { type: 'block_actions', action_id: action },
      async ({ ack, action: pressed, body, respond }) => {
        await ack();
        const found = recent.find('value' in pressed ? (pressed.value ?? '') : '');
        const reply = (text: string) =>
          respond({ response_type: 'ephemeral', replace_original: false, text });
        if (!found) {
          await reply('This result is no longer kept. Send me the file again to see its workings.');
        } else if (found.userId !== body.user.id) {
          await reply('Only the person who sent the file can see this, because it names single suppliers.');
        } else {
          const { text, blocks } = message(found);
          await respond({ response_type: 'ephemeral', replace_original: false, text, blocks });
        }
      },
    );
  }
}
