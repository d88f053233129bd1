import { commandHelp } from '../../blocks/command-help.ts';
import { openAdviser } from '../../route/adviser.ts';
import type { Command } from './command.ts';

const longestName = 200;

/** `/route NAME`: the adviser, one question at a time. */
export const routeCommand: Command = {
  help: () => commandHelp('/route'),
  run: ({ client, channel, typed, triggerId }) =>
    openAdviser(client, triggerId, {
      channel,
      ...(typed === '' ? {} : { name: typed.slice(0, longestName) }),
    }),
};
