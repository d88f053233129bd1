import { parentPort } from 'node:worker_threads';
import { computeLm3File } from '../../spreadsheet/lm3-file.ts';

const x: string = 'ok';
parentPort?.on('message', (m: Uint8Array) => {
  const o = computeLm3File(m, { fileName: 'a.xlsx' });
  parentPort?.postMessage([x, o.ok]);
});
