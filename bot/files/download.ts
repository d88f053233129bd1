import { FileProblem } from './file-problem.ts';
import type { SlackFile } from './slack-file.ts';

/** The only place in production that the bot's token is sent to for a file. */
export const slackFileOrigins: readonly string[] = ['https://files.slack.com'];

export interface DownloadOptions {
  readonly token: string;
  /** Scheme, host and port that files may come from, such as `https://files.slack.com`. */
  readonly origins: readonly string[];
  readonly mostBytes: number;
}

const timeoutMs = 30_000;

/**
 * Fetches a file with the bot's token. The token goes to the named origins only: not to another host,
 * port or scheme, and not along a redirect.
 *
 * @throws FileProblem with words for the person who sent the file
 */
export async function downloadFile(file: SlackFile, options: DownloadOptions): Promise<Uint8Array> {
  const { token, origins, mostBytes } = options;
  const url = allowedAddress(file, origins);
  if ((file.size ?? 0) > mostBytes) throw tooLarge(file, mostBytes);
  try {
    const response = await fetch(url, {
      headers: { Authorization: `Bearer ${token}` },
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok || response.body === null) {
      await response.body?.cancel();
      throw new FileProblem(`${file.name} could not be fetched from Slack (${response.status}). ${tryAgain}`);
    }
    if (isSignInPage(response, file)) {
      await response.body.cancel();
      throw new FileProblem(
        `Slack does not let me read ${file.name}. Ask whoever manages Slack to install this app again with the permission files:read.`,
      );
    }
    return await readWithin(response.body, file, mostBytes);
  } catch (error) {
    if (error instanceof FileProblem) throw error;
    throw new FileProblem(`${file.name} could not be fetched from Slack. ${tryAgain}`, { cause: error });
  }
}

const tryAgain = 'Try again in a minute.';

function allowedAddress({ name, address }: SlackFile, origins: readonly string[]): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !origins.includes(url.origin) || url.username !== '' || url.password !== '') {
    throw new FileProblem(
      `${name} is not at Slack’s own address, so I do not open it. Upload the workbook itself.`,
    );
  }
  return url;
}

/** Slack answers a token that may not read files with a page to sign in, and status 200. */
function isSignInPage(response: Response, { mimeType }: SlackFile): boolean {
  const isHtml = response.headers.get('content-type')?.startsWith('text/html') === true;
  return isHtml && mimeType !== 'text/html';
}

/** Counts what arrives: the size that was stated need not be true. */
async function readWithin(
  body: ReadableStream<Uint8Array>,
  file: SlackFile,
  mostBytes: number,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > mostBytes) throw tooLarge(file, mostBytes);
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}

function tooLarge({ name }: SlackFile, mostBytes: number): FileProblem {
  const most = Math.floor(mostBytes / (1024 * 1024));
  return new FileProblem(
    `${name} is larger than ${most} MB, the most I read in Slack. Take out sheets that are not needed, or open it in the Local Pound pane.`,
  );
}
