import type { App, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { answerFile, answerFiles, serving } from '../../answer-files.ts';
import { readAreaForm } from '../../blocks/area-form.ts';
import { readColumnsForm } from '../../blocks/columns-form.ts';
import type { FileButton } from '../../blocks/file-button.ts';
import { formIds, readFormOrigin } from '../../blocks/file-form.ts';
import { fileField } from '../../blocks/file-input-form.ts';
import { FormState } from '../../blocks/form-state.ts';
import { hiddenReply } from '../../replies/hidden-reply.ts';
import { type Reply, type Spot, threadReply } from '../../replies/reply.ts';
import type { Services } from '../../services.ts';
import { workspaceOf } from '../workspace.ts';

/** The forms about a file: what is local, which column holds what, and the file itself. */
export function registerFileForms(app: App, services: Services): void {
  const reading = { [formIds.area]: readAreaForm, [formIds.columns]: readColumnsForm };
  for (const [id, read] of Object.entries(reading)) {
    app.view<ViewSubmitAction>(
      { callback_id: id, type: 'view_submission' },
      async ({ ack, view, body, context }) => {
        const origin = originOf(services, { view, body }, workspaceOf(context));
        const { from, spot, reply } = origin;
        if (from === undefined) throw new TypeError(`${id}: the form knows no file`);
        const said = read(new FormState(view.state.values), from.spend);
        if (!said.ok) return await ack({ response_action: 'errors', errors: said.errors });
        await ack();
        await serving(services.desk, spot.user, reply, () =>
          answerFile(services, reply, spot, { ...from, spend: said.spend }),
        );
      },
    );
  }
  app.view<ViewSubmitAction>(
    { callback_id: formIds.file, type: 'view_submission' },
    async ({ ack, view, body, context }) => {
      await ack();
      const { spot, reply } = originOf(services, { view, body }, workspaceOf(context));
      const files = new FormState(view.state.values).files(fileField);
      await answerFiles(services, reply, { spot, files });
    },
  );
}

function originOf(
  { client, logger }: Services,
  { view, body }: Pick<SlackViewMiddlewareArgs<ViewSubmitAction>, 'view' | 'body'>,
  workspace: string,
): { readonly from?: FileButton | undefined; readonly spot: Spot; readonly reply: Reply } {
  const { channel, from, responseUrl } = readFormOrigin(view.private_metadata);
  const spot = { workspace, channel, thread: from?.thread, user: body.user.id };
  const reply =
    responseUrl === undefined ? threadReply(client, spot, logger) : hiddenReply(responseUrl, logger);
  return { from, spot, reply };
}
