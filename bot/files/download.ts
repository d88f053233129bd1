import type { WebClient } from '@slack/web-api';

/** Where files may be fetched from with the bot's token. Fixed in production; tests give their own. */
export interface FileHosts {
  readonly protocol: 'https:' | 'http:';
  readonly hosts: readonly string[];
}

export const slackFileHosts: FileHosts = { protocol: 'https:', hosts: ['files.slack.com'] };

/** A file as Slack sent it, with the name people know it by. */
export interface SlackFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Why a file was not fetched, in words for the person who attached it. */
export class FileRefused extends Error {}

const timeoutMs = 30_000;

/**
 * Fetches a file that a person attached. The token goes only to Slack's own file host: a file that
 * another app added may point anywhere, so its address is never followed on trust.
 *
 * @throws FileRefused with a plain sentence
 */
export async function downloadFile(
  client: WebClient,
  token: string,
  fileId: string,
  { hosts, mostBytes }: { hosts: FileHosts; mostBytes: number },
): Promise<SlackFile> {
  // What the event said about the file may be out of date or made up.
  const { file } = await client.files.info({ file: fileId });
  const name = file?.name ?? 'the file';
  if (!file?.url_private_download || file.is_external || file.mode !== 'hosted') {
    throw new FileRefused(`${name} is not stored in Slack. Upload the workbook itself to the message.`);
  }
  const url = new URL(file.url_private_download);
  if (url.protocol !== hosts.protocol || !hosts.hosts.includes(url.host) || url.username || url.password) {
    throw new FileRefused(`${name} is not stored in Slack. Upload the workbook itself to the message.`);
  }
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${token}` },
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  }).catch((error: unknown) => {
    throw new FileRefused(`${name} could not be fetched from Slack. Try again in a minute.`, {
      cause: error,
    });
  });
  if (!response.ok || !response.body) {
    throw new FileRefused(
      `${name} could not be fetched from Slack (status ${response.status}). Try again in a minute.`,
    );
  }
  // Slack answers a token without the right to read files with a page to sign in.
  if (response.headers.get('content-type')?.startsWith('text/html')) {
    throw new FileRefused(
      `I may not read ${name}. Ask the person who manages Slack to give this app the files:read permission.`,
    );
  }
  return { name, bytes: await readWithin(response.body, mostBytes, name) };
}

async function readWithin(body: ReadableStream<Uint8Array>, most: number, name: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  // The size that Slack states is not trusted: what arrives is counted.
  for await (const part of body) {
    size += part.length;
    if (size > most)
      throw new FileRefused(`${name} is larger than ${Math.floor(most / 1e6)} MB, the most I read.`);
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}
