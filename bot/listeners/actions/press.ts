import type {
  AllMiddlewareArgs,
  App,
  BlockAction,
  ButtonAction,
  SlackActionMiddlewareArgs,
} from '@slack/bolt';
import { serving } from '../../answer-files.ts';
import { type FileButton, readFileButton } from '../../blocks/file-button.ts';
import { notice } from '../../blocks/message.ts';
import { refusedMessage } from '../../blocks/refused.ts';
import type { FileFigures } from '../../files/file-answer.ts';
import { FileProblem } from '../../files/file-problem.ts';
import { hiddenReply } from '../../replies/hidden-reply.ts';
import { type Reply, type Spot, threadReply } from '../../replies/reply.ts';
import type { Services } from '../../services.ts';
import { workspaceOf } from '../workspace.ts';

/** A press of a button under an answer, by the person who asked for it. */
export interface Press {
  readonly from: FileButton;
  readonly spot: Spot;
  readonly responseUrl: string;
  /** Good for three seconds. */
  readonly triggerId: string;
  /** The message with the button is seen by that person only. */
  readonly hidden: boolean;
  readonly reply: Reply;
}

/** The same once the file behind it has been read again. */
export interface FilePress extends Press {
  readonly fileName: string;
  readonly answer: FileFigures;
}

const onlyTheAsker =
  'Only the person who asked for this result can do that, because its workings name single suppliers or tenants.';

/** Answers a button that carries a {@link FileButton}, for the person who asked and nobody else. */
export function onPress(
  app: App,
  services: Services,
  actionId: string,
  answer: (press: Press) => Promise<void>,
): void {
  app.action<BlockAction<ButtonAction>>({ type: 'block_actions', action_id: actionId }, async (given) => {
    await given.ack();
    const press = pressOf(services, given);
    if (press.from.asker !== press.spot.user) await press.reply.whisper(notice(onlyTheAsker));
    else await answer(press);
  });
}

/**
 * Answers such a button with what is in its file. The file is read and computed anew, so that nothing
 * has to be kept and any process can answer.
 */
export function onFilePress<Kind extends FileFigures['kind']>(
  app: App,
  services: Services,
  actionId: string,
  kinds: readonly Kind[],
  answer: (press: FilePress & { readonly answer: Extract<FileFigures, { kind: Kind }> }) => Promise<void>,
): void {
  onPress(app, services, actionId, (press) =>
    working(services, press, async () => {
      const { from, reply } = press;
      const { name: fileName, answer: figures } = await services.reader.read(from);
      if (!figures.ok) return await reply.whisper(refusedMessage(fileName, figures, from));
      if (!isOneOf(figures, kinds)) throw new Error(`${actionId}: the file is of another kind by now`);
      await answer({ ...press, fileName, answer: figures });
    }),
  );
}

/** File work for the person who pressed, when it is their turn; what is wrong with the file is told. */
export async function working(
  { desk }: Pick<Services, 'desk'>,
  { spot, reply }: Pick<Press, 'spot' | 'reply'>,
  work: () => Promise<void>,
): Promise<void> {
  await serving(desk, spot.user, reply, async () => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof FileProblem)) throw error;
      await reply.whisper(notice(error.message));
    }
  });
}

function isOneOf<Kind extends FileFigures['kind']>(
  answer: FileFigures,
  kinds: readonly Kind[],
): answer is Extract<FileFigures, { kind: Kind }> {
  return (kinds as readonly string[]).includes(answer.kind);
}

function pressOf(
  { client, logger }: Services,
  { body, action, context }: SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs,
): Press {
  const from = readFileButton(action.value);
  const { response_url: responseUrl, trigger_id: triggerId } = body;
  const channel = String(body.channel?.id ?? body.container.channel_id);
  const spot = { workspace: workspaceOf(context), channel, thread: from.thread, user: body.user.id };
  const hidden = body.container.is_ephemeral === true;
  // Under a message that only this person sees, the bot may not be in the conversation, and the
  // response address always works.
  const reply = hidden ? hiddenReply(responseUrl, logger) : threadReply(client, spot, logger);
  return { from, spot, responseUrl, triggerId, hidden, reply };
}
