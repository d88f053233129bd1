import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Issue } from '../../core/index.ts';
import type { Lm3Answer, Lm3Question } from './lm3-answer.ts';

/** Longer than the reader allows itself, so that its own words come first. */
const timeLimitMs = 60_000;
const mostMemoryMb = 1024;

/**
 * Computes workbooks in a thread of their own, one after the other, so that Slack is answered in time
 * whatever a workbook holds. The thread is started at the first workbook and kept; one that takes too
 * long or too much memory is ended, and the next workbook gets a new one.
 */
export class Lm3Thread {
  readonly #timeLimitMs: number;
  #worker: Worker | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(options: { readonly timeLimitMs?: number } = {}) {
    this.#timeLimitMs = options.timeLimitMs ?? timeLimitMs;
  }

  /** LM3 of the workbook, or what is wrong with it. Rejects only when the thread breaks. */
  compute(question: Lm3Question): Promise<Lm3Answer> {
    const answer = this.#last.then(() => this.#ask(question));
    this.#last = answer.catch(() => {});
    return answer;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#end();
  }

  async #ask(question: Lm3Question): Promise<Lm3Answer> {
    if (this.#closed) throw new Error('the bot is stopping');
    const worker = this.#start();
    const heard = new AbortController();
    const { signal } = heard;
    const timer = setTimeout(() => heard.abort(), this.#timeLimitMs);
    const ended = once(worker, 'exit', { signal }).then(([code]) => {
      throw new Error(`the LM3 thread ended with code ${String(code)}`);
    });
    try {
      worker.postMessage(question);
      // `once` also rejects when the worker reports an error.
      const [answer] = await Promise.race([once(worker, 'message', { signal }), ended]);
      return answer as Lm3Answer;
    } catch (error) {
      if (signal.aborted) return this.#tooLong(question);
      if (isOutOfMemory(error)) return tooMuchMemory(question);
      throw error;
    } finally {
      clearTimeout(timer);
      ended.catch(() => {});
      heard.abort();
    }
  }

  #start(): Worker {
    if (this.#worker !== undefined) return this.#worker;
    const worker = new Worker(new URL('./lm3-worker.mjs', import.meta.url), {
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

  #tooLong(question: Lm3Question): Lm3Answer {
    void this.#end();
    return tooMuch(
      question,
      `a workbook that takes more than ${this.#timeLimitMs / 1000} seconds to work out`,
    );
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function tooMuchMemory(question: Lm3Question): Lm3Answer {
  return tooMuch(question, 'a workbook that takes more memory than I have');
}

function tooMuch({ fileName }: Lm3Question, found: string): Lm3Answer {
  const issue: Issue = {
    severity: 'error',
    where: { file: fileName },
    found,
    expected: 'a smaller workbook',
    mend: 'Take out sheets that are not needed, or use the command line: localpound lm3 FILE.xlsx',
  };
  return { ok: false, issues: { shown: [issue], all: 1 } };
}
