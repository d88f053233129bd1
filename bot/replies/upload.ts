import type { WebClient } from '@slack/web-api';
import { escapeText } from '../blocks/escape.ts';
import type { ReportFile } from '../files/file-answer.ts';
import type { Spot } from './reply.ts';

/** Puts files into a thread, in one message. */
export async function uploadFiles(
  client: WebClient,
  { channel, thread }: Pick<Spot, 'channel' | 'thread'>,
  files: readonly ReportFile[],
  comment: string,
): Promise<void> {
  const uploads = files.map(({ name, bytes, altText }) => ({
    file: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    filename: name,
    title: name,
    ...(altText === undefined ? {} : { alt_text: altText.slice(0, longestAltText) }),
  }));
  const place = { channel_id: channel, initial_comment: escapeText(comment) };
  if (thread === undefined) await client.filesUploadV2({ ...place, file_uploads: uploads });
  else await client.filesUploadV2({ ...place, thread_ts: thread, file_uploads: uploads });
}

const longestAltText = 1000;

/** The conversation between a person and the bot, opened by saying something there. */
export async function directSpot(
  client: WebClient,
  user: string,
  text: string,
): Promise<Pick<Spot, 'channel' | 'thread'>> {
  const { channel, ts } = await client.chat.postMessage({
    channel: user,
    text: escapeText(text),
    mrkdwn: false,
  });
  if (channel === undefined) throw new Error('chat.postMessage to a person named no conversation');
  return { channel, ...(ts === undefined ? {} : { thread: ts }) };
}
