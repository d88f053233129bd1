import { readFileSync } from 'node:fs';
import { unpackPostcodes } from '../../../places/unpack.ts';

/**
 * One way of looking postcodes up, in a process of its own: `index PACKED QUERIES` or
 * `map POSTCODES QUERIES`. Prints what it took as JSON. Run with --expose-gc.
 */
const [way = '', file = '', queries = ''] = process.argv.slice(2);

const lines = (path: string): string[] => readFileSync(path, 'latin1').split('\n');
const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
/** What the process holds once rubbish is gone, also that of streams, which goes a moment later. */
async function heldMb(): Promise<number> {
  for (let time = 0; time < 3; time += 1) {
    (globalThis as { gc?: () => void }).gc?.();
    await new Promise((done) => setTimeout(done, 50));
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

let columns: readonly { readonly length: number }[] = [];

async function lookUpIn(): Promise<(postcode: string) => number> {
  if (way === 'index') {
    const read = await unpackPostcodes(new Uint8Array(readFileSync(file)), file);
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    const index = read.value;
    return (postcode) => index.find(postcode);
  }
  const rows = new Map<string, number>();
  lines(file).forEach((postcode, row) => {
    rows.set(postcode, row);
  });
  // What the index tells besides: a number for the district, and a position in whole steps.
  columns = [new Uint16Array(rows.size), new Int32Array(rows.size), new Int32Array(rows.size)];
  return (postcode) => rows.get(postcode) ?? -1;
}

const heldBefore = await heldMb();
const [startedCpu, started] = [cpuMs(), performance.now()];
const lookUp = await lookUpIn();
const first = lookUp('HX1 1UJ');
const ready = { readyMs: performance.now() - started, readyCpuMs: cpuMs() - startedCpu, first };
const heldAfter = await heldMb();

// Texts are new each time, as they are in a ledger: a text that was looked up before keeps its hash.
const asked = lines(queries);
const warmUp = asked.splice(0, asked.length / 4);
let check = 0;
for (const postcode of warmUp) check += lookUp(postcode);
const before = cpuMs();
for (const postcode of asked) check += lookUp(postcode);
const lookUpMs = cpuMs() - before;

process.stdout.write(
  JSON.stringify({
    ...ready,
    heldMb: heldAfter - heldBefore,
    nsEach: (lookUpMs * 1e6) / asked.length,
    check,
    columns: columns.length,
  }),
);
