import type {
  AllMiddlewareArgs,
  App,
  BlockAction,
  ButtonAction,
  SlackActionMiddlewareArgs,
} from '@slack/bolt';
import { readFileButton } from '../../blocks/file-button.ts';
import { notice } from '../../blocks/message.ts';
import { hiddenReply } from '../../replies/hidden-reply.ts';
import { threadReply } from '../../replies/reply.ts';
import type { Services } from '../../services.ts';
import { personFrom } from '../person-from.ts';
import type { FilePress, FilePressHandler } from './press.ts';
import { sharePresses } from './share.ts';
import { showPresses } from './show.ts';
import { spendPresses } from './spend.ts';

/** What each button under an answer about a file does, by its id. */
const presses: Readonly<Record<string, FilePressHandler>> = {
  ...showPresses,
  ...sharePresses,
  ...spendPresses,
};

const onlyTheAsker =
  'Only the person who asked for this result can do that, because its workings name single suppliers or tenants.';

/** One listener for all of them: Bolt tries every listener on every delivery. */
export function registerFilePresses(app: App, services: Services): void {
  const ids = new RegExp(`^(${Object.keys(presses).join('|')})$`);
  app.action<BlockAction<ButtonAction>>(ids, async (given) => {
    await given.ack();
    const press = pressOf(services, given);
    if (press.from.asker !== press.spot.user) await press.reply.whisper(notice(onlyTheAsker));
    else await presses[given.action.action_id]?.(press);
  });
}

function pressOf(
  services: Services,
  { body, action, context }: SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs,
): FilePress {
  const { client, logger } = services;
  const from = readFileButton(action.value);
  const { response_url: responseUrl, trigger_id: triggerId } = body;
  const channel = String(body.channel?.id ?? body.container.channel_id);
  const spot = { ...personFrom(context, body.user.id), channel, thread: from.thread };
  const hidden = body.container.is_ephemeral === true;
  // Under a message that only this person sees, the bot may not be in the conversation, and the
  // response address always works.
  const reply = hidden ? hiddenReply(responseUrl, logger) : threadReply(client, spot, logger);
  return { services, from, spot, responseUrl, triggerId, hidden, reply };
}
