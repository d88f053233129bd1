import type { Issue } from '../../core/index.ts';
import type { OpenedWorkbook } from '../host/port.ts';
import type { Ask, Computed, FromWorker, Kind, ToWorker, Work } from './messages.ts';

/** The program itself failed: not the user's doing, and nothing the user can mend in the file. */
export class EngineFailure extends Error {
  override readonly name = 'EngineFailure';
}

/** The engine working on one workbook in a worker of its own. */
export interface Engine {
  /** Reads a workbook and computes it; it is then open, and further things may be asked of it. */
  compute(workbook: OpenedWorkbook, onProgress: (share: number) => void): Promise<Computed>;
  readonly ask: Ask;
  /** Stops at once, whatever is going on. What was asked for is never answered after that. */
  close(): void;
}

/** Told of what comes before an answer. */
type OnPart = (part: Extract<FromWorker, { kind: 'progress' | 'issues' }>) => void;

interface Waiting {
  readonly onPart: OnPart;
  readonly done: (answer: Work[Kind]['answer']) => void;
  readonly fail: (error: EngineFailure) => void;
}

export function openEngine(): Engine {
  const worker = new Worker(new URL('../worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, Waiting>();
  let asked = 0;

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

  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    const one = waiting.get(data.number);
    if (!one) return;
    if (data.kind === 'progress' || data.kind === 'issues') {
      one.onPart(data);
      return;
    }
    waiting.delete(data.number);
    if (data.kind === 'failed') one.fail(new EngineFailure(data.reason));
    else one.done(data.answer);
  });

  /** Several questions may be under way at a time; the number of each finds its own answer. */
  function ask<K extends Kind>(
    kind: K,
    what: Work[K]['asked'],
    onPart: OnPart = () => {},
  ): Promise<Work[K]['answer']> {
    asked += 1;
    const number = asked;
    const answered = new Promise<Work[K]['answer']>((done, fail) => {
      waiting.set(number, { onPart, done, fail });
    });
    worker.postMessage({ number, kind, asked: what } as ToWorker);
    return Promise.race([answered, broken]);
  }

  return {
    async compute(workbook, onProgress) {
      const issues: Issue[] = [];
      const onPart: OnPart = (part) => {
        if (part.kind === 'progress') onProgress(part.share);
        else issues.push(...part.issues);
      };
      const { name } = workbook;
      if ('pieces' in workbook) {
        // The next piece is on its way while the worker takes this one; no more than that, so nothing piles up.
        let taken: Promise<null> | undefined;
        for await (const piece of workbook.pieces(onProgress)) {
          await taken;
          taken = ask('take', piece);
          taken.catch(() => {
            // Told where it is waited for.
          });
        }
        await taken;
      }
      const found =
        'pieces' in workbook
          ? await ask('computeTaken', { name, as: workbook.as, issues: workbook.issues }, onPart)
          : await ask('compute', { name, bytes: workbook.bytes }, onPart);
      return found ? { ok: true, found, issues } : { ok: false, issues };
    },
    ask: (kind, what) => ask(kind, what),
    close: () => worker.terminate(),
  };
}
