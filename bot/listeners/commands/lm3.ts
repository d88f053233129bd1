import { helpMessage } from '../../blocks/help.ts';
import type { Command } from './command.ts';

/** `/lm3`: how to use the bot. A command carries no file, so LM3 itself starts from a message. */
export const lm3Command: Command = {
  help: () => helpMessage(),
  run: ({ typed, tell }) => tell(helpMessage(typed === '' ? undefined : typed)),
};
