import type { WebClient } from '@slack/web-api';

/** A file made by the bot, and the thread it belongs in. */
export interface FileToSend {
  readonly channel: string;
  readonly thread: string;
  readonly name: string;
  readonly title: string;
  readonly bytes: Uint8Array;
}

/** Puts a file into a thread. Needs the scope `files:write`. */
export async function sendFile(
  client: WebClient,
  { channel, thread, name, title, bytes }: FileToSend,
): Promise<void> {
  await client.filesUploadV2({
    channel_id: channel,
    thread_ts: thread,
    file: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    filename: name,
    title,
  });
}
