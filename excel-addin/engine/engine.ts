import type { ChaseList, Issue, Lm3Result } from '../../core/index.ts';
import type { OpenedWorkbook } from '../host/port.ts';
import type { Computed, FromWorker, ToWorker } from './messages.ts';

/** The program itself failed: not the user's doing, and nothing the user can mend in the file. */
export class EngineFailure extends Error {
  override readonly name = 'EngineFailure';
}

/** The engine working on one workbook in a worker of its own. */
export interface Engine {
  /** @throws EngineFailure when the program itself fails */
  compute(workbook: OpenedWorkbook, onProgress: (share: number) => void): Promise<Computed>;
  /** The report of what was computed, as the bytes of an .xlsx file. */
  makeReport(): Promise<Uint8Array<ArrayBuffer>>;
  /** Stops at once, whatever is going on. What was asked for is never answered after that. */
  close(): void;
}

export function openEngine(): Engine {
  const worker = new Worker(new URL('../worker.ts', import.meta.url), { type: 'module' });

  // Listened for from the start: a worker that cannot be loaded fails before anything is asked of it.
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      reject(
        new EngineFailure(event.message || 'The part of Local Pound that computes could not be loaded.'),
      );
    });
  });
  broken.catch(() => {
    // Whoever asks is told; nobody may have asked yet.
  });

  function ask<T>(
    question: ToWorker,
    onAnswer: (answer: FromWorker, done: (value: T) => void) => void,
  ): Promise<T> {
    const answered = new Promise<T>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
        if (data.kind === 'failed') reject(new EngineFailure(data.reason));
        else onAnswer(data, resolve);
      };
      worker.postMessage(question);
    });
    return Promise.race([answered, broken]);
  }

  return {
    compute({ name, bytes }, onProgress) {
      const issues: Issue[] = [];
      return ask<Computed>({ kind: 'compute', name, bytes }, (answer, done) => {
        if (answer.kind === 'progress') onProgress(answer.share);
        else if (answer.kind === 'issues') issues.push(...answer.issues);
        else if (answer.kind === 'refused') done({ ok: false, issues });
        else if (answer.kind === 'computed') done(computed(answer.result, answer.chase, issues));
      });
    },
    makeReport() {
      return ask<Uint8Array<ArrayBuffer>>({ kind: 'report' }, (answer, done) => {
        if (answer.kind === 'report') done(answer.file);
      });
    },
    close: () => worker.terminate(),
  };
}

const computed = (result: Lm3Result, chase: ChaseList, issues: readonly Issue[]): Computed => ({
  ok: true,
  result: { ...result, issues },
  chase,
  issues,
});
