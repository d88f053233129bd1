import type { WebClient } from '@slack/web-api';
import type { BotLogger } from '../services.ts';
import { downloadFile, slackFileOrigins } from './download.ts';
import type { FileAnswer, FileBytes, FileQuestion, ReportFiles } from './file-answer.ts';
import { FileProblem } from './file-problem.ts';
import type { FileThread } from './file-thread.ts';
import { lookUpFile } from './slack-file.ts';
import type { SpendChoices } from './spend-choices.ts';

/** An LM3 workbook with thousands of suppliers has under a megabyte, a year of payments of a council about 15. */
const mostFileBytes = 20 * 1024 * 1024;
/** A list of suppliers is short; a longer file is something else. */
const mostListBytes = 4 * 1024 * 1024;

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
  readonly lists?: readonly string[] | undefined;
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
  async read(asked: FileAsked, onProgress?: (share: number) => void): Promise<ReadWorkbook> {
    const question = await this.#question(asked);
    return { name: question.fileName, answer: await this.#thread.answer(question, onProgress) };
  }

  /** @throws FileProblem with words for the person, when the file cannot be had */
  async report(asked: FileAsked): Promise<{ readonly name: string; readonly report: ReportFiles }> {
    const question = await this.#question(asked);
    return { name: question.fileName, report: await this.#thread.files(question) };
  }

  /** Whether a file is a list of suppliers, which goes with payments. One that cannot be had is none. */
  async isList(file: string): Promise<boolean> {
    try {
      return await this.#thread.isList(await this.#fetch(file, mostListBytes));
    } catch (error) {
      // What is wrong with it is told when it is read itself.
      if (error instanceof FileProblem) return false;
      throw error;
    }
  }

  async #question({ file, lists = [], spend }: FileAsked): Promise<FileQuestion> {
    const fetched = await this.#fetched(file);
    return { ...fetched, spend, lists: await Promise.all(lists.map((list) => this.#fetched(list))) };
  }

  async #fetched(fileId: string): Promise<FileBytes> {
    return await this.#fetch(fileId, mostFileBytes).catch((problem: unknown) => {
      // The person reads what to do; whoever runs the bot finds the cause here.
      if (problem instanceof FileProblem && problem.cause !== undefined) {
        this.#logger.warn({ err: problem.cause }, 'a file could not be had from Slack');
      }
      throw problem;
    });
  }

  async #fetch(fileId: string, mostBytes: number): Promise<FileBytes> {
    const file = await lookUpFile(this.#client, fileId);
    const bytes = await downloadFile(file, { token: this.#token(), origins: this.#origins, mostBytes });
    return { bytes, fileName: file.name };
  }
}
