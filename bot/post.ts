import { ErrorCode, type WebClient } from '@slack/web-api';
import type { Message } from './blocks/message.ts';

/** Where an answer goes: a thread of a channel or of a direct message. */
export interface Thread {
  readonly channel: string;
  readonly thread: string;
}

/** Posts an answer; where Slack refuses a block, the plain form goes out in its place. */
export async function post(
  client: WebClient,
  { channel, thread }: Thread,
  message: Message,
  fallback?: Message,
): Promise<void> {
  const send = ({ text, blocks }: Message) =>
    client.chat.postMessage({
      channel,
      thread_ts: thread,
      text,
      blocks,
      unfurl_links: false,
      unfurl_media: false,
    });
  try {
    await send(message);
  } catch (error) {
    if (!fallback || !isRefusedBlock(error)) throw error;
    await send(fallback);
  }
}

function isRefusedBlock(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error) || error.code !== ErrorCode.PlatformError) return false;
  const reason = 'data' in error ? (error.data as { error?: string }).error : undefined;
  return (
    reason === 'invalid_blocks' || reason === 'msg_blocks_too_long' || reason === 'invalid_blocks_format'
  );
}
