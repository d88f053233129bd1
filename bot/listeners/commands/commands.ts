import type { App } from '@slack/bolt';
import { escapeText, typedText } from '../../blocks/escape.ts';
import { respond } from '../../replies/response-url.ts';
import type { Services } from '../../services.ts';
import { personFrom } from '../person-from.ts';
import type { Command } from './command.ts';
import { frameworkCommand } from './framework.ts';
import { indicatorCommand } from './indicator.ts';
import { lm3Command } from './lm3.ts';
import { routeCommand } from './route.ts';

/** Every command; `manifest.json` tells Slack the same. */
export const commands: Readonly<Record<string, Command>> = {
  '/lm3': lm3Command,
  '/indicator': indicatorCommand,
  '/route': routeCommand,
  '/framework': frameworkCommand,
};

const helpWords: ReadonlySet<string> = new Set(['help', '?']);

/** One listener for all commands: Bolt tries every listener on every delivery. */
export function registerCommands(app: App, services: Services): void {
  const names = Object.keys(commands).map((name) => name.slice(1));
  app.command(new RegExp(`^/(${names.join('|')})$`), async ({ ack, command, client, context }) => {
    const { help, atOnce, run } = commands[command.command] as Command;
    const typed = typedText(command.text);
    const known = helpWords.has(typed.toLowerCase()) ? help() : atOnce?.(typed);
    if (known !== undefined) {
      const { text, blocks } = known;
      await ack({ response_type: 'ephemeral', text: escapeText(text), blocks: [...blocks] });
      return;
    }
    await ack();
    await run({
      services,
      client,
      person: personFrom(context, command.user_id),
      channel: command.channel_id,
      typed,
      triggerId: command.trigger_id,
      responseUrl: command.response_url,
      tell: (message) => respond(command.response_url, message, { to: 'asker' }, services.logger),
    });
  });
}
