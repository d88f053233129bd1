import type { FileButton } from './blocks/file-button.ts';
import { issuesMessage } from './blocks/issues.ts';
import { notice } from './blocks/message.ts';
import { writeTo } from './replies/direct.ts';
import type { FileSpot, Reply } from './replies/reply.ts';
import { sendFiles } from './replies/send-file.ts';
import { isShutOut } from './replies/shut-out.ts';
import type { Services } from './services.ts';

/**
 * Makes the report workbook and the chart of a file and puts both into its thread. Where the bot may
 * not post there, or the result itself was for one person only, that person has them directly.
 *
 * @throws FileProblem with words for the person, when the file cannot be had
 */
export async function sendReport(
  services: Services,
  reply: Pick<Reply, 'whisper'>,
  spot: FileSpot,
  from: FileButton,
  { directly = false }: { readonly directly?: boolean } = {},
): Promise<void> {
  const { client, reader, logger } = services;
  const { name, report } = await reader.report(from);
  if (!report.ok) {
    const title = `There is no report of ${name}`;
    await reply.whisper(issuesMessage(title, report.issues, 'Mend this in the file and send it again.'));
    return;
  }
  const comment = `The report of ${name}, and its chart as a picture. Every figure in the workbook is an ordinary formula.`;
  const toPerson = async (): Promise<void> => {
    const direct = await writeTo(client, spot.user, notice(`You asked for the report of ${name}:`), logger);
    await sendFiles(client, direct, report.files, comment);
    await reply.whisper(notice('I have sent you the report and the chart in a direct message.'));
  };
  if (directly) return await toPerson();
  try {
    await sendFiles(client, spot, report.files, comment);
  } catch (error) {
    if (!isShutOut(error)) throw error;
    await toPerson();
  }
}
