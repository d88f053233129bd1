import type { App } from '@slack/bolt';
import { escapeText, typedText } from '../../blocks/escape.ts';
import { helpMessage } from '../../blocks/help.ts';

const helpWords: ReadonlySet<string> = new Set(['', 'help', '?']);

/** `/lm3`: how to use the bot, seen only by the person who typed it. */
export function registerLm3Command(app: App): void {
  app.command('/lm3', async ({ ack, command }) => {
    const typed = typedText(command.text);
    const { text, blocks } = helpMessage(helpWords.has(typed.toLowerCase()) ? undefined : typed);
    await ack({ response_type: 'ephemeral', text: escapeText(text), blocks: [...blocks] });
  });
}
