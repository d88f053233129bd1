import type { WebClient } from '@slack/web-api';
import { downloadFile, slackFileOrigins } from './download.ts';
import type { Lm3Answer } from './lm3-answer.ts';
import type { Lm3Thread } from './lm3-thread.ts';
import { lookUpFile } from './slack-file.ts';

/** An LM3 workbook with thousands of suppliers has under a megabyte. */
const mostBytes = 20 * 1024 * 1024;

/** A workbook in Slack and what came of it. */
export interface ReadWorkbook {
  readonly name: string;
  readonly answer: Lm3Answer;
}

/** From a file in Slack to its LM3. Nothing of the file is kept. */
export class WorkbookReader {
  readonly #client: WebClient;
  readonly #token: string;
  readonly #thread: Lm3Thread;
  readonly #origins: readonly string[];

  /** `origins` is for tests; in production files come from Slack's own host only. */
  constructor(
    client: WebClient,
    token: string,
    thread: Lm3Thread,
    origins: readonly string[] = slackFileOrigins,
  ) {
    this.#client = client;
    this.#token = token;
    this.#thread = thread;
    this.#origins = origins;
  }

  /** @throws FileProblem with words for the person, when the file cannot be had */
  async read(fileId: string): Promise<ReadWorkbook> {
    const file = await lookUpFile(this.#client, fileId);
    const bytes = await downloadFile(file, { token: this.#token, origins: this.#origins, mostBytes });
    return { name: file.name, answer: await this.#thread.compute({ bytes, fileName: file.name }) };
  }
}
