import { Worker } from 'node:worker_threads';
import type { ChaseList, Lm3Result, Outcome } from '../../core/index.ts';

export interface Lm3Job {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

export interface Lm3JobResult {
  readonly result: Lm3Result;
  readonly chase: ChaseList;
}

/** Said to the person when there is no room for their file just now. */
export class Busy extends Error {}

const atOnce = 2;
const mostWaiting = 20;
const timeLimitMs = 60_000;

/**
 * Computes workbooks away from the thread that answers Slack, so that an acknowledgement never
 * waits for a file. Two at a time, a bounded queue, one file of a person at a time.
 */
export class Lm3Jobs {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private readonly users = new Set<string>();

  /** @throws Busy with a plain sentence when the queue is full or this person's file is still being read */
  async run(userId: string, job: Lm3Job): Promise<Outcome<Lm3JobResult>> {
    if (this.users.has(userId))
      throw new Busy('I am still working on your last file. Try again when it is done.');
    if (this.waiting.length >= mostWaiting)
      throw new Busy('Many files are waiting just now. Try again in a few minutes.');
    this.users.add(userId);
    try {
      await this.turn();
      return await compute(job);
    } finally {
      this.users.delete(userId);
      this.passOn();
    }
  }

  private async turn(): Promise<void> {
    if (this.running < atOnce) this.running += 1;
    else await new Promise<void>((start) => this.waiting.push(start));
  }

  /** Hands the place to the next in line, so that nobody can slip in between. */
  private passOn(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.running -= 1;
  }
}

function compute(job: Lm3Job): Promise<Outcome<Lm3JobResult>> {
  const worker = new Worker(new URL('./start-lm3-worker.mjs', import.meta.url));
  return new Promise<Outcome<Lm3JobResult>>((resolve, reject) => {
    const timer = setTimeout(() => resolve(tookTooLong(job.fileName)), timeLimitMs);
    const settle = (done: () => void) => {
      clearTimeout(timer);
      done();
    };
    worker.once('message', (outcome: Outcome<Lm3JobResult>) => settle(() => resolve(outcome)));
    worker.once('error', (error) => settle(() => reject(error)));
    worker.once('exit', (code) => settle(() => reject(new Error(`the worker stopped with code ${code}`))));
    worker.postMessage(job);
  }).finally(() => worker.terminate());
}

function tookTooLong(file: string): Outcome<never> {
  return {
    ok: false,
    issues: [
      {
        severity: 'error',
        where: { file },
        found: `more work than fits into ${timeLimitMs / 1000} seconds`,
        expected: 'a smaller workbook',
        mend: 'Take out sheets that are not needed, or use the command line: localpound lm3 FILE.xlsx',
      },
    ],
  };
}
