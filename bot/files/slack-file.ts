import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import * as z from 'zod';
import { FileProblem } from './file-problem.ts';

const fileInfo = z.object({
  name: z.string().nullish(),
  mode: z.string().optional(),
  is_external: z.boolean().optional(),
  size: z.number().optional(),
  mimetype: z.string().optional(),
  url_private_download: z.string().optional(),
});

/** A file that is stored in Slack itself. */
export interface SlackFile {
  readonly name: string;
  /** Where it can be fetched; to be checked before the token is sent there. */
  readonly address: string;
  /** Bytes, as Slack states; not relied on. */
  readonly size?: number | undefined;
  readonly mimeType?: string | undefined;
}

const notInSlack = 'is kept outside Slack, so I do not open it. Upload the workbook itself to a message.';

/** What Slack says when a file cannot be seen, and what to do about it. */
const refusals: Readonly<Record<string, string>> = {
  file_not_found:
    'I cannot find that file. It may have been deleted, or I am not a member of the conversation it is in: invite me there and try again.',
  file_deleted: 'That file has been deleted. Send it again in a message that mentions me.',
  missing_scope:
    'I may not read files here. Ask whoever manages Slack to install this app again with the permission files:read.',
};

/**
 * Asks Slack about a file. What an event says about one is not relied on: another app can add a
 * remote file whose address leads anywhere.
 *
 * @throws FileProblem when it cannot be seen or is not stored in Slack
 */
export async function lookUpFile(client: WebClient, id: string): Promise<SlackFile> {
  const file = fileInfo.parse(await infoOf(client, id));
  const name = file.name || 'The file';
  const { mode, is_external: external, url_private_download: address, size, mimetype: mimeType } = file;
  if (mode === 'tombstone') throw new FileProblem(`${name} has been deleted.`);
  if (mode === 'hidden_by_limit') {
    throw new FileProblem(`${name} is older than this Slack plan shows. Upload it again.`);
  }
  if (external === true || mode !== 'hosted' || address === undefined) {
    throw new FileProblem(`${name} ${notInSlack}`);
  }
  return { name, address, size, mimeType };
}

async function infoOf(client: WebClient, id: string): Promise<unknown> {
  try {
    return (await client.files.info({ file: id })).file;
  } catch (error) {
    const words = error instanceof WebAPIPlatformError ? refusals[error.data.error] : undefined;
    if (words === undefined) throw error;
    throw new FileProblem(words, { cause: error });
  }
}
