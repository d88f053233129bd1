import type { App } from '@slack/bolt';
import { escapeText, typedText } from '../../blocks/escape.ts';
import { fileInputForm } from '../../blocks/file-input-form.ts';
import { helpMessage } from '../../blocks/help.ts';
import type { Services } from '../../services.ts';

const helpWords: ReadonlySet<string> = new Set(['', 'help', '?']);

/** `/lm3`: how to use the bot, seen only by the person who typed it; `/lm3 file` asks for a file. */
export function registerLm3Command(app: App, { client }: Pick<Services, 'client'>): void {
  app.command('/lm3', async ({ ack, command }) => {
    const typed = typedText(command.text);
    if (typed.toLowerCase() === 'file') {
      await ack();
      const { trigger_id: trigger, channel_id: channel, response_url: responseUrl } = command;
      await client.views.open({ trigger_id: trigger, view: fileInputForm({ channel, responseUrl }) });
      return;
    }
    const { text, blocks } = helpMessage(helpWords.has(typed.toLowerCase()) ? undefined : typed);
    await ack({ response_type: 'ephemeral', text: escapeText(text), blocks: [...blocks] });
  });
}
