import { on, once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Issue, WorkbookSpec } from '../../core/index.ts';
import type {
  FileAnswer,
  FileQuestion,
  FileWork,
  FromFileWorker,
  Refused,
  ReportFiles,
  ToFileWorker,
} from './file-answer.ts';

/** Longer than the reader allows itself, so that its own words come first. */
const timeLimitMs = 60_000;
const mostMemoryMb = 1024;

type OnProgress = (share: number) => void;

/**
 * Reads and computes files in a thread of their own, one after the other, so that Slack is answered in
 * time whatever a file holds. The thread is started at the first file and kept; one that takes too
 * long or too much memory is ended, and the next file gets a new one.
 */
export class FileThread {
  readonly #timeLimitMs: number;
  #worker: Worker | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(options: { readonly timeLimitMs?: number } = {}) {
    this.#timeLimitMs = options.timeLimitMs ?? timeLimitMs;
  }

  /** The figures of a file, or what is wrong with it. Rejects only when the thread breaks. */
  answer(question: FileQuestion, onProgress: OnProgress = () => {}): Promise<FileAnswer> {
    return this.#inTurn({ kind: 'answer', question }, onProgress);
  }

  /** The report workbook of a file and its chart as a picture. */
  files(question: FileQuestion): Promise<ReportFiles> {
    return this.#inTurn({ kind: 'files', question }, () => {});
  }

  /** Whether a file is a list of suppliers, which goes with payments. */
  isList(question: FileQuestion): Promise<boolean> {
    return this.#inTurn({ kind: 'isList', question }, () => {});
  }

  /** A workbook of the bot's own making. */
  workbook(spec: WorkbookSpec): Promise<Uint8Array> {
    return this.#inTurn({ kind: 'workbook', spec }, () => {});
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#end();
  }

  #inTurn<Kind extends keyof FileWork>(
    asked: ToFileWorker & { readonly kind: Kind },
    onProgress: OnProgress,
  ): Promise<FileWork[Kind]> {
    const answer = this.#last.then(() => this.#ask(asked, onProgress));
    this.#last = answer.catch(() => {});
    return answer as Promise<FileWork[Kind]>;
  }

  async #ask(asked: ToFileWorker, onProgress: OnProgress): Promise<FileWork[keyof FileWork]> {
    if (this.#closed) throw new Error('the bot is stopping');
    const worker = this.#start();
    const heard = new AbortController();
    const { signal } = heard;
    const timer = setTimeout(() => heard.abort(), this.#timeLimitMs);
    const ended = once(worker, 'exit', { signal }).then(([code]) => {
      throw new Error(`the file thread ended with code ${String(code)}`);
    });
    try {
      worker.postMessage(asked);
      return await Promise.race([doneBy(worker, signal, onProgress), ended]);
    } catch (error) {
      if (signal.aborted) void this.#end();
      if (asked.kind === 'workbook') throw error;
      if (signal.aborted) return this.#tooLong(asked.question);
      if (isOutOfMemory(error)) return tooMuchMemory(asked.question);
      throw error;
    } finally {
      clearTimeout(timer);
      ended.catch(() => {});
      heard.abort();
    }
  }

  #start(): Worker {
    if (this.#worker !== undefined) return this.#worker;
    const worker = new Worker(new URL('./file-worker.mjs', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb },
    });
    worker.unref();
    // Also when it breaks while nobody waits for it.
    worker.on('error', () => this.#forget(worker));
    worker.on('exit', () => this.#forget(worker));
    this.#worker = worker;
    return worker;
  }

  #forget(worker: Worker): void {
    if (this.#worker === worker) this.#worker = undefined;
  }

  async #end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  #tooLong(question: FileQuestion): Refused {
    return tooMuch(question, `a file that takes more than ${this.#timeLimitMs / 1000} seconds to work out`);
  }
}

/** Hears the worker out: progress now and then, the answer at the end. */
async function doneBy(
  worker: Worker,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<FileWork[keyof FileWork]> {
  // The iterator also throws when the worker reports an error.
  for await (const [message] of on(worker, 'message', { signal }) as AsyncIterable<[FromFileWorker]>) {
    if (message.kind === 'done') return message.answer;
    if (message.kind === 'failed') throw new Error(message.reason);
    onProgress(message.share);
  }
  throw new Error('the file thread fell silent');
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function tooMuchMemory(question: FileQuestion): Refused {
  return tooMuch(question, 'a file that takes more memory than I have');
}

function tooMuch({ fileName }: FileQuestion, found: string): Refused {
  const issue: Issue = {
    severity: 'error',
    where: { file: fileName },
    found,
    expected: 'a smaller file',
    mend: 'Take out what is not needed, or use the command line: localpound lm3 FILE.xlsx or localpound ledger FILE.csv',
  };
  return { ok: false, about: 'unreadable', issues: { shown: [issue], all: 1 } };
}
