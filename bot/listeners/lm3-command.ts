import type { App } from '@slack/bolt';
import { helpMessage } from '../blocks/help.ts';

const helpWords = new Set(['', 'help', '?']);

/** `/lm3`: how to use the bot, seen by the person who typed it only. */
export function registerLm3Command(app: App): void {
  app.command('/lm3', async ({ ack, command }) => {
    const typed = command.text.trim();
    const { text, blocks } = helpMessage(helpWords.has(typed.toLowerCase()) ? undefined : typed);
    await ack({ response_type: 'ephemeral', text, blocks });
  });
}
