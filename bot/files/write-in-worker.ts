import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { WorkbookSpec } from '../../core/index.ts';

const timeLimitMs = 60_000;
const mostMemoryMb = 512;

/**
 * Writes a workbook in a thread of its own, so that Slack is answered in time meanwhile. The thread ends
 * with the work: few people ask for a workbook, and an idle thread costs memory.
 */
export async function writeInWorker(spec: WorkbookSpec): Promise<Uint8Array> {
  const worker = new Worker(new URL('./write-worker.mjs', import.meta.url), {
    workerData: spec,
    resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb },
  });
  try {
    const signal = AbortSignal.timeout(timeLimitMs);
    const [bytes] = await Promise.race([once(worker, 'message', { signal }), ended(worker, signal)]);
    return bytes as Uint8Array;
  } finally {
    await worker.terminate();
  }
}

async function ended(worker: Worker, signal: AbortSignal): Promise<never> {
  const [code] = await once(worker, 'exit', { signal });
  throw new Error(`the thread that writes workbooks ended with code ${String(code)}`);
}
