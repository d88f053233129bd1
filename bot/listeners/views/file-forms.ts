import type { AllMiddlewareArgs, App, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { answerFile, answerFiles, serving } from '../../answer-files.ts';
import { readAreaForm } from '../../blocks/area-form.ts';
import { readColumnsForm } from '../../blocks/columns-form.ts';
import type { FileButton } from '../../blocks/file-button.ts';
import { formIds, readFormOrigin } from '../../blocks/file-form.ts';
import { fileField } from '../../blocks/file-input-form.ts';
import { FormState } from '../../blocks/form-state.ts';
import { hiddenReply } from '../../replies/hidden-reply.ts';
import { type FileSpot, type Reply, threadReply } from '../../replies/reply.ts';
import type { Services } from '../../services.ts';
import { personFrom } from '../person-from.ts';

const reading: Readonly<Record<string, typeof readAreaForm | typeof readColumnsForm>> = {
  [formIds.area]: readAreaForm,
  [formIds.columns]: readColumnsForm,
};

/** The forms about a file: what is local, which column holds what, and the file itself. */
export function registerFileForms(app: App, services: Services): void {
  const ids = new RegExp(`^(${Object.values(formIds).join('|')})$`);
  app.view<ViewSubmitAction>({ callback_id: ids, type: 'view_submission' }, async (given) => {
    const { ack, view } = given;
    const { from, spot, reply } = originOf(services, given);
    const state = new FormState(view.state.values);
    const read = reading[view.callback_id];
    if (read === undefined) {
      await ack();
      return await answerFiles(services, reply, { spot, files: state.files(fileField) });
    }
    if (from === undefined) throw new TypeError(`${view.callback_id}: the form knows no file`);
    const said = read(state, from.spend);
    if (!said.ok) return await ack({ response_action: 'errors', errors: said.errors });
    await ack();
    await serving(services.desk, spot.user, reply, () =>
      answerFile(services, reply, spot, { ...from, spend: said.spend }),
    );
  });
}

function originOf(
  { client, logger }: Services,
  { view, body, context }: SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs,
): { readonly from?: FileButton | undefined; readonly spot: FileSpot; readonly reply: Reply } {
  const { channel, from, responseUrl } = readFormOrigin(view.private_metadata);
  const spot = { ...personFrom(context, body.user.id), channel, thread: from?.thread };
  const reply =
    responseUrl === undefined ? threadReply(client, spot, logger) : hiddenReply(responseUrl, logger);
  return { from, spot, reply };
}
