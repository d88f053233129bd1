import { answerFile, serving } from '../../answer-files.ts';
import { areaForm } from '../../blocks/area-form.ts';
import { columnsForm, readingForm, unreadForm } from '../../blocks/columns-form.ts';
import { actionIds } from '../../blocks/file-button.ts';
import type { FormOrigin } from '../../blocks/file-form.ts';
import { Busy } from '../../files/file-desk.ts';
import { FileProblem } from '../../files/file-problem.ts';
import { noSpendChoices } from '../../files/spend-choices.ts';
import { sendReport } from '../../send-report.ts';
import { type FilePress, type FilePressHandler, working } from './press.ts';

/** The buttons by which a person says how a list of payments is to be read, and asks for a report. */
export const spendPresses: Readonly<Record<string, FilePressHandler>> = {
  [actionIds.chooseArea]: async (press) => {
    const { triggerId, services } = press;
    await services.client.views.open({ trigger_id: triggerId, view: areaForm(originOf(press)) });
  },
  [actionIds.confirmColumns]: ({ services, from, spot, reply }) => {
    const sure = { ...from, spend: { ...(from.spend ?? noSpendChoices), sure: true } };
    return serving(services.desk, spot.user, reply, () => answerFile(services, reply, spot, sure));
  },
  [actionIds.chooseColumns]: openColumns,
  [actionIds.getReport]: (press) =>
    working(press, () =>
      sendReport(press.services, press.reply, press.spot, press.from, { directly: press.hidden }),
    ),
};

const originOf = ({ from, spot, hidden, responseUrl }: FilePress): FormOrigin => ({
  channel: spot.channel,
  from,
  ...(hidden ? { responseUrl } : {}),
});

/** Opens the form at once and fills it when the file has been read. */
async function openColumns(press: FilePress): Promise<void> {
  const { client, desk, reader } = press.services;
  const origin = originOf(press);
  const opened = await client.views.open({ trigger_id: press.triggerId, view: readingForm(origin) });
  const id = opened.view?.id;
  if (id === undefined) throw new Error('views.open gave no view');
  try {
    await desk.serve(press.spot.user, async () => {
      const { answer } = await reader.read(press.from);
      const columns = !answer.ok || answer.kind === 'spend' ? answer.columns : undefined;
      const view = columns ? columnsForm(origin, columns) : unreadForm(origin, noTable);
      await client.views.update({ view_id: id, view });
    });
  } catch (error) {
    if (!(error instanceof FileProblem || error instanceof Busy)) throw error;
    await client.views.update({ view_id: id, view: unreadForm(origin, error.message) });
  }
}

const noTable = 'I find no table in this file by now. Send it again in a message that mentions me.';
