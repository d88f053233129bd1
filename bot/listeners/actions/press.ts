import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { serving } from '../../answer-files.ts';
import { type FileButton, readFileButton } from '../../blocks/file-button.ts';
import { issuesMessage } from '../../blocks/issues.ts';
import { notice } from '../../blocks/message.ts';
import { FileProblem } from '../../files/file-problem.ts';
import type { Lm3Answer } from '../../files/lm3-answer.ts';
import { type Reply, type Spot, threadReply } from '../../replies/reply.ts';
import { respond } from '../../replies/response-url.ts';
import type { Services } from '../../services.ts';

/** A press of a button under an answer, once the workbook behind it has been read again. */
export interface Press {
  readonly from: FileButton;
  readonly fileName: string;
  readonly lm3: Extract<Lm3Answer, { ok: true }>;
  readonly spot: Spot;
  readonly responseUrl: string;
  readonly reply: Reply;
}

const onlyTheAsker =
  'Only the person who asked for this result can do that, because its workings name single suppliers.';

/**
 * Answers a button that carries a {@link FileButton}. Reads its workbook and computes it anew, so that
 * nothing has to be kept and any process can answer.
 */
export function onPress(
  app: App,
  services: Services,
  actionId: string,
  answer: (press: Press) => Promise<void>,
): void {
  app.action<BlockAction<ButtonAction>>({ type: 'block_actions', action_id: actionId }, async (given) => {
    await given.ack();
    const { body, action } = given;
    const from = readFileButton(action.value);
    const { response_url: responseUrl } = body;
    const channel = body.channel?.id ?? body.container.channel_id;
    const spot = { channel: String(channel), thread: from.thread, user: body.user.id };
    const reply = pressReply(services, spot, responseUrl, body.container.is_ephemeral === true);
    if (from.asker !== spot.user) return await reply.whisper(notice(onlyTheAsker));
    await serving(services.desk, spot.user, reply, async () => {
      try {
        const { name: fileName, answer: lm3 } = await services.reader.read(from.file);
        if (!lm3.ok) return await reply.whisper(issuesMessage(fileName, lm3.issues));
        await answer({ from, fileName, lm3, spot, responseUrl, reply });
      } catch (error) {
        if (!(error instanceof FileProblem)) throw error;
        await reply.whisper(notice(error.message));
      }
    });
  });
}

/**
 * Under a message in a thread the answer belongs into that thread. Under one that only this person
 * sees, the bot may not be in the conversation, and the response address always works.
 */
function pressReply(
  { client, logger }: Services,
  spot: Spot,
  responseUrl: string,
  whispered: boolean,
): Reply {
  const inThread = threadReply(client, spot, logger);
  const byAddress: Reply['whisper'] = (message) => respond(responseUrl, message, { to: 'asker' }, logger);
  return { post: inThread.post, whisper: whispered ? byAddress : inThread.whisper };
}
