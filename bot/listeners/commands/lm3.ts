import { fileInputForm } from '../../blocks/file-input-form.ts';
import { helpMessage } from '../../blocks/help.ts';
import type { Command } from './command.ts';

const asksForFile = (typed: string): boolean => typed.toLowerCase() === 'file';

/** `/lm3`: how to use the bot; `/lm3 file` asks for a file, since a command carries none. */
export const lm3Command: Command = {
  help: () => helpMessage(),
  atOnce: (typed) => (asksForFile(typed) ? undefined : helpMessage(typed === '' ? undefined : typed)),
  run: async ({ client, channel, responseUrl, triggerId }) => {
    await client.views.open({ trigger_id: triggerId, view: fileInputForm({ channel, responseUrl }) });
  },
};
