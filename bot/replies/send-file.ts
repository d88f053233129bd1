import type { WebClient } from '@slack/web-api';
import { escapeText } from '../blocks/escape.ts';

/** A file made by the bot. */
export interface NewFile {
  readonly name: string;
  /** The name unless given. */
  readonly title?: string;
  readonly bytes: Uint8Array;
  /** What a picture shows, for people who do not see it. */
  readonly altText?: string;
}

/** Where files go to: below a message, or on their own. */
export interface FilePlace {
  readonly channel: string;
  readonly thread?: string | undefined;
}

/** A file made by the bot, and the thread it belongs in. */
export interface FileToSend extends NewFile {
  readonly channel: string;
  readonly thread: string;
}

/** Puts a file into a thread. Needs the scope `files:write`. */
export async function sendFile(client: WebClient, { channel, thread, ...file }: FileToSend): Promise<void> {
  await sendFiles(client, { channel, thread }, [file]);
}

/** Puts files into a conversation in one message, with words beside them. Needs the scope `files:write`. */
export async function sendFiles(
  client: WebClient,
  { channel, thread }: FilePlace,
  files: readonly NewFile[],
  comment?: string,
): Promise<void> {
  const uploads = {
    channel_id: channel,
    ...(comment === undefined ? {} : { initial_comment: escapeText(comment) }),
    file_uploads: files.map(({ name, title = name, bytes, altText }) => ({
      file: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      filename: name,
      title,
      ...(altText === undefined ? {} : { alt_text: altText.slice(0, longestAltText) }),
    })),
  };
  if (thread === undefined) await client.filesUploadV2(uploads);
  else await client.filesUploadV2({ ...uploads, thread_ts: thread });
}

const longestAltText = 1000;
