import type { WebClient } from '@slack/web-api';
import type { BotLogger } from '../services.ts';
import { downloadFile, slackFileOrigins } from './download.ts';
import type { FileAnswer, ReportFiles } from './file-answer.ts';
import { FileProblem } from './file-problem.ts';
import type { FileThread } from './file-thread.ts';
import { lookUpFile, type SlackFile } from './slack-file.ts';
import type { SpendChoices } from './spend-choices.ts';

/** An LM3 workbook with thousands of suppliers has under a megabyte, a year of payments of a council about 15. */
const mostBytes = 20 * 1024 * 1024;

/** A file in Slack and what came of it. */
export interface ReadWorkbook {
  readonly name: string;
  readonly answer: FileAnswer;
}

export interface ReaderOptions {
  readonly client: WebClient;
  /** The token to fetch with, of the workspace that the work under way is for. */
  readonly token: () => string;
  readonly thread: FileThread;
  readonly logger: BotLogger;
  /** For tests; in production files come from Slack's own host only. */
  readonly origins?: readonly string[] | undefined;
}

/** A file by its id, and what a person said of it. */
export interface FileAsked {
  readonly file: string;
  readonly spend?: SpendChoices | undefined;
}

/** From a file in Slack to its figures. Nothing of the file is kept. */
export class WorkbookReader {
  readonly #client: WebClient;
  readonly #token: () => string;
  readonly #thread: FileThread;
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
  async read({ file: id, spend }: FileAsked, onProgress?: (share: number) => void): Promise<ReadWorkbook> {
    const { file, bytes } = await this.#fetched(id);
    const question = { bytes, fileName: file.name, spend };
    return { name: file.name, answer: await this.#thread.answer(question, onProgress) };
  }

  /** @throws FileProblem with words for the person, when the file cannot be had */
  async report({
    file: id,
    spend,
  }: FileAsked): Promise<{ readonly name: string; readonly report: ReportFiles }> {
    const { file, bytes } = await this.#fetched(id);
    return { name: file.name, report: await this.#thread.files({ bytes, fileName: file.name, spend }) };
  }

  async #fetched(fileId: string): Promise<{ readonly file: SlackFile; readonly bytes: Uint8Array }> {
    return await this.#fetch(fileId).catch((problem: unknown) => {
      // The person reads what to do; whoever runs the bot finds the cause here.
      if (problem instanceof FileProblem && problem.cause !== undefined) {
        this.#logger.warn({ err: problem.cause }, 'a file could not be had from Slack');
      }
      throw problem;
    });
  }

  async #fetch(fileId: string): Promise<{ readonly file: SlackFile; readonly bytes: Uint8Array }> {
    const file = await lookUpFile(this.#client, fileId);
    const bytes = await downloadFile(file, { token: this.#token(), origins: this.#origins, mostBytes });
    return { file, bytes };
  }
}
