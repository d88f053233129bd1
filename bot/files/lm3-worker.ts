import { parentPort } from 'node:worker_threads';
import { chaseList, type Outcome } from '../../core/index.ts';
import { computeLm3File } from '../../spreadsheet/lm3-file.ts';
import type { Lm3Job, Lm3JobResult } from './lm3-jobs.ts';

/** Tighter than for a person's own machine: many people share this process. */
const limits = { seconds: 20, unpackedBytes: 256 * 1024 * 1024 };

parentPort?.once('message', ({ bytes, fileName }: Lm3Job) => {
  const computed = computeLm3File(bytes, { fileName, limits });
  const outcome: Outcome<Lm3JobResult> = computed.ok
    ? { ...computed, value: { result: computed.value.result, chase: chaseList(computed.value.project) } }
    : computed;
  parentPort?.postMessage(outcome);
});
