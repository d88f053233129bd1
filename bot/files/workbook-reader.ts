import type { WebClient } from '@slack/web-api';
import type { BotLogger } from '../services.ts';
import { downloadFile, slackFileOrigins } from './download.ts';
import { FileProblem } from './file-problem.ts';
import type { Lm3Answer } from './lm3-answer.ts';
import type { Lm3Thread } from './lm3-thread.ts';
import { lookUpFile, type SlackFile } from './slack-file.ts';

/** An LM3 workbook with thousands of suppliers has under a megabyte. */
const mostBytes = 20 * 1024 * 1024;

/** A workbook in Slack and what came of it. */
export interface ReadWorkbook {
  readonly name: string;
  readonly answer: Lm3Answer;
}

export interface ReaderOptions {
  readonly client: WebClient;
  /** The token to fetch with, of the workspace that the work under way is for. */
  readonly token: () => string;
  readonly thread: Lm3Thread;
  readonly logger: BotLogger;
  /** For tests; in production files come from Slack's own host only. */
  readonly origins?: readonly string[] | undefined;
}

/** From a file in Slack to its LM3. Nothing of the file is kept. */
export class WorkbookReader {
  readonly #client: WebClient;
  readonly #token: () => string;
  readonly #thread: Lm3Thread;
  readonly #logger: BotLogger;
  readonly #origins: readonly string[];

  constructor(options: ReaderOptions) {
    const { client, token, thread, logger, origins = slackFileOrigins } = options;
    this.#client = client;
    this.#token = token;
    this.#thread = thread;
    this.#logger = logger;
    this.#origins = origins;
  }

  /** @throws FileProblem with words for the person, when the file cannot be had */
  async read(fileId: string): Promise<ReadWorkbook> {
    const { file, bytes } = await this.#fetch(fileId).catch((problem: unknown) => {
      // The person reads what to do; whoever runs the bot finds the cause here.
      if (problem instanceof FileProblem && problem.cause !== undefined) {
        this.#logger.warn({ err: problem.cause }, 'a file could not be had from Slack');
      }
      throw problem;
    });
    return { name: file.name, answer: await this.#thread.compute({ bytes, fileName: file.name }) };
  }

  async #fetch(fileId: string): Promise<{ readonly file: SlackFile; readonly bytes: Uint8Array }> {
    const file = await lookUpFile(this.#client, fileId);
    const bytes = await downloadFile(file, { token: this.#token(), origins: this.#origins, mostBytes });
    return { file, bytes };
  }
}
