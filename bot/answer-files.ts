import type { FileButton } from './blocks/file-button.ts';
import { type Message, notice } from './blocks/message.ts';
import { refusedMessage } from './blocks/refused.ts';
import { mustConfirm, resultMessage, tellsOfOne } from './blocks/result.ts';
import type { FileFigures } from './files/file-answer.ts';
import { Busy } from './files/file-desk.ts';
import { FileProblem } from './files/file-problem.ts';
import { noteResult } from './kept/results.ts';
import { Progress } from './replies/progress.ts';
import type { FileSpot, Reply, Seen } from './replies/reply.ts';
import { compareRun } from './runs/compare-runs.ts';
import { sendReport } from './send-report.ts';
import type { Services } from './services.ts';

/** A file that came with a message. Slack leaves out its name when it wants the bot to ask for it. */
export interface AttachedFile {
  readonly id: string;
  readonly name?: string | undefined;
}

/** Files of one message that are answered; the others are named. */
const answeredAtOnce = 3;

const spreadsheetName = /\.(xls[xmb]?|xlt[xm]|ods|csv|tsv)$/i;

/** Whether somebody who sends this may have meant a workbook; what it really is, its content tells. */
export function looksLikeWorkbook({ name }: AttachedFile): boolean {
  return name === undefined || spreadsheetName.test(name);
}

/** Files by their names, for a sentence. */
export function namesOf(files: readonly AttachedFile[]): string {
  return files.map(({ name }) => name ?? 'a file without a name').join(', ');
}

/** Works out each file of a message and answers in its thread, one answer a file. */
export async function answerFiles(
  services: Services,
  reply: Reply,
  { spot, files }: { readonly spot: FileSpot; readonly files: readonly AttachedFile[] },
): Promise<void> {
  const answered = files.slice(0, answeredAtOnce);
  const left = files.slice(answeredAtOnce);
  await serving(services.desk, spot.user, reply, async () => {
    const lists = await listsAmong(services, answered);
    // Lists alone are told what they go with.
    const alone = lists.length === answered.length;
    for (const { id, name } of alone ? answered : answered.filter((file) => !lists.includes(file.id))) {
      const from = {
        file: id,
        asker: spot.user,
        ...(spot.thread === undefined ? {} : { thread: spot.thread }),
        ...(lists.length > 0 && !alone ? { lists } : {}),
      };
      await answerFile(services, reply, spot, from, name);
    }
    if (left.length > 0) {
      await reply.post(
        notice(
          `I take ${answeredAtOnce} files from one message. Not read: ${namesOf(left)}. Send them in another message.`,
        ),
      );
    }
  });
}

/** Lists of suppliers that came with other files: they say where the suppliers of payments are. */
async function listsAmong(
  { reader }: Pick<Services, 'reader'>,
  files: readonly AttachedFile[],
): Promise<string[]> {
  const lists: string[] = [];
  if (files.length < 2) return lists;
  for (const { id } of files) if (await reader.isList(id)) lists.push(id);
  return lists;
}

/** Does file work for a person when it is their turn, and tells them when they have to wait. */
export async function serving(
  desk: Services['desk'],
  user: string,
  reply: { readonly whisper: (message: Message) => Promise<unknown> },
  work: () => Promise<void>,
): Promise<void> {
  try {
    await desk.serve(user, work);
  } catch (error) {
    if (!(error instanceof Busy)) throw error;
    await reply.whisper(notice(error.message));
  }
}

/** Reads one file, tells how far it is where that takes long, and says what came of it. */
export async function answerFile(
  services: Services,
  reply: Reply,
  spot: FileSpot,
  from: FileButton,
  called = 'your file',
): Promise<void> {
  const progress = new Progress(reply, services.logger, called, services.progressAfterMs);
  try {
    const { name, answer } = await services.reader.read(from, (share) => progress.report(share));
    if (!answer.ok) {
      await progress.finish(refusedMessage(name, answer, from));
      return;
    }
    await tell(services, { reply, progress }, spot, { name, answer, from });
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    await progress.finish(notice(error.message));
  } finally {
    progress.stop();
  }
}

async function tell(
  services: Services,
  { reply, progress }: { readonly reply: Reply; readonly progress: Progress },
  spot: FileSpot,
  { name, answer, from }: { readonly name: string; readonly answer: FileFigures; readonly from: FileButton },
): Promise<void> {
  if (mustConfirm({ answer, from })) {
    await progress.finish(resultMessage({ answer, fileName: name, from, since: [] }));
    return;
  }
  const { workspace, channel, user } = spot;
  const run = await compareRun(services, answer, name, { workspace, channel, user });
  const message = resultMessage({ answer, fileName: name, from, since: run.since });
  const isPrivate = channel.startsWith('D');
  let seen: Seen = 'asker';
  if (tellsOfOne(answer) && !isPrivate) {
    await reply.whisper(message.shareable ?? message);
    await progress.finishQuietly();
  } else seen = await progress.finish(message);
  await run.keep(seen);
  if (isFinal(answer)) {
    const [headline = ''] = message.text.split('\n');
    await noteResult(services, { workspace, user }, `${headline} (${name})`, new Date());
  }
  // Nobody else is there who could read what the report tells.
  if (isPrivate && isFinal(answer)) await sendReport(services, reply, spot, from);
}

/** A spend export without an area is only half way. */
const isFinal = (answer: FileFigures): boolean => answer.kind !== 'spend' || answer.area !== undefined;
