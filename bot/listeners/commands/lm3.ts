import { fileInputForm } from '../../blocks/file-input-form.ts';
import { helpMessage } from '../../blocks/help.ts';
import type { Command } from './command.ts';

/** `/lm3`: how to use the bot. A command carries no file: `/lm3 file` asks for one in a form. */
export const lm3Command: Command = {
  help: () => helpMessage(),
  run: async ({ typed, tell, client, triggerId, channel, responseUrl }) => {
    if (typed.toLowerCase() !== 'file') return await tell(helpMessage(typed === '' ? undefined : typed));
    await client.views.open({ trigger_id: triggerId, view: fileInputForm({ channel, responseUrl }) });
  },
};
