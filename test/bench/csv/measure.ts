import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { EngineName } from './engines.ts';
import type { Used } from './one-engine.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = 'dist/bench';
let built: Promise<unknown> | undefined;

/** Bundled, so that no process has a compiler in its memory, nor parts of core that it does not use. */
const bundle = () =>
  build({
    configFile: false,
    logLevel: 'error',
    root,
    build: {
      ssr: 'test/bench/csv/one-engine.ts',
      outDir: folder,
      minify: false,
      rolldownOptions: {
        output: { entryFileNames: 'one-engine.mjs' },
        treeshake: { moduleSideEffects: [{ test: /[\\/]core[\\/]/, sideEffects: false }] },
      },
    },
  });

/** Runs one engine over a file in a process of its own. */
export async function measure(engine: EngineName, path: string): Promise<Used> {
  built ??= bundle();
  await built;
  const run = spawnSync(process.execPath, [`${folder}/one-engine.mjs`, engine, path], {
    cwd: root,
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(`${engine}: ${run.stderr}`);
  return JSON.parse(run.stdout) as Used;
}

/** Runs engines in turn, so that a busy moment of the machine hits all of them, and checks that they agree. */
export async function measureInTurn(
  names: readonly EngineName[],
  path: string,
  runs: number,
): Promise<Map<EngineName, Used>> {
  const all = new Map<EngineName, Used[]>(names.map((name) => [name, []]));
  for (let run = 0; run < runs; run += 1) {
    for (const [name, used] of all) used.push(await measure(name, path));
  }
  const used = new Map([...all].map(([name, some]) => [name, medianUse(some)]));
  const [first, ...others] = [...used.values()].map(({ groups, pence, fingerprint }) => ({
    groups,
    pence,
    fingerprint,
  }));
  for (const other of others) assert.deepEqual(other, first, 'all engines come to the same sums');
  return used;
}

/** The run in the middle by processor time. */
function medianUse(some: readonly Used[]): Used {
  const sorted = [...some].sort((a, b) => a.cpuMs - b.cpuMs);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new RangeError('medianUse: no runs');
  return middle;
}
