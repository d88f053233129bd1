import type { WebClient } from '@slack/web-api';
import { readLimits } from '../spreadsheet/limits.ts';
import { issuesMessage } from './blocks/issues.ts';
import { lm3ResultMessage } from './blocks/lm3-result.ts';
import { type Message, paragraph } from './blocks/message.ts';
import { downloadFile, FileRefused } from './files/download.ts';
import { Busy } from './files/lm3-jobs.ts';
import { post, type Thread } from './post.ts';
import type { Services } from './services.ts';

const answeredAtOnce = 3;

/** A file that came with a message. */
export interface AttachedFile {
  readonly id: string;
  readonly name?: string | null | undefined;
}

/** Computes LM3 of each attached workbook and answers in the thread, one message a file. */
export async function answerFiles(
  services: Services,
  client: WebClient,
  thread: Thread,
  userId: string,
  files: readonly AttachedFile[],
): Promise<void> {
  for (const file of files.slice(0, answeredAtOnce)) await answerFile(services, client, thread, userId, file);
  const rest = files.slice(answeredAtOnce).map((file) => file.name ?? file.id);
  if (rest.length > 0) {
    await post(
      client,
      thread,
      said(
        `I take ${answeredAtOnce} files at a time. Not read: ${rest.join(', ')}. Send them in another message.`,
      ),
    );
  }
}

async function answerFile(
  services: Services,
  client: WebClient,
  thread: Thread,
  userId: string,
  file: AttachedFile,
): Promise<void> {
  try {
    const { name, bytes } = await downloadFile(client, services.botToken, file.id, {
      hosts: services.fileHosts,
      mostBytes: readLimits.fileBytes,
    });
    const outcome = await services.jobs.run(userId, { bytes, fileName: name });
    if (!outcome.ok) {
      await post(client, thread, issuesMessage(name, outcome.issues));
      return;
    }
    const { result, chase } = outcome.value;
    const id = services.recent.keep({ userId, result, chase });
    await post(client, thread, lm3ResultMessage(result, id, true), lm3ResultMessage(result, id, false));
  } catch (error) {
    if (!(error instanceof FileRefused || error instanceof Busy)) throw error;
    await post(client, thread, said(error.message));
  }
}

function said(text: string): Message {
  return { text, blocks: [paragraph(text)] };
}
