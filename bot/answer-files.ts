import type { FileButton } from './blocks/file-button.ts';
import { issuesMessage } from './blocks/issues.ts';
import { lm3ResultMessage } from './blocks/lm3-result.ts';
import { type Message, notice } from './blocks/message.ts';
import { Busy } from './files/file-desk.ts';
import { FileProblem } from './files/file-problem.ts';
import type { Reply } from './replies/reply.ts';
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

/** Works out LM3 of each workbook of a message and answers in its thread, one answer a file. */
export async function answerFiles(
  { desk, reader }: Pick<Services, 'desk' | 'reader'>,
  reply: Reply,
  {
    user,
    thread,
    files,
  }: { readonly user: string; readonly thread: string; readonly files: readonly AttachedFile[] },
): Promise<void> {
  const answered = files.slice(0, answeredAtOnce);
  const left = files.slice(answeredAtOnce);
  await serving(desk, user, reply, async () => {
    for (const { id } of answered)
      await reply.post(await fileMessage(reader, { file: id, thread, asker: user }));
    if (left.length > 0) {
      await reply.post(
        notice(
          `I take ${answeredAtOnce} workbooks from one message. Not read: ${namesOf(left)}. Send them in another message.`,
        ),
      );
    }
  });
}

/** Does file work for a person when it is their turn, and tells them when they have to wait. */
export async function serving(
  desk: Services['desk'],
  user: string,
  reply: Pick<Reply, 'whisper'>,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await desk.serve(user, work);
  } catch (error) {
    if (!(error instanceof Busy)) throw error;
    await reply.whisper(notice(error.message));
  }
}

async function fileMessage(reader: Services['reader'], from: FileButton): Promise<Message> {
  try {
    const { name, answer } = await reader.read(from.file);
    if (!answer.ok) return issuesMessage(name, answer.issues);
    return lm3ResultMessage({ ...answer, fileName: name, from });
  } catch (error) {
    if (error instanceof FileProblem) return notice(error.message);
    throw error;
  }
}
