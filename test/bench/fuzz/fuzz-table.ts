import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { changedCsv, noisyCsv } from './csv-files.ts';
import { judgeCsv } from './judge-csv.ts';
import { judgeXlsx } from './judge-xlsx.ts';
import type { Verdict } from './judgement.ts';
import { changedInside, changedOutside, noise, originals } from './xlsx-files.ts';

const ordinaryMinutes = 10;
/** A program that keeps something of each file grows without end; one that does not stays within this. */
const mostGrowthMb = 32;

interface Door {
  readonly name: string;
  readonly files: fc.Arbitrary<Uint8Array>;
  readonly judge: (bytes: Uint8Array) => Verdict | Promise<Verdict>;
  /** Its part of the time. */
  readonly share: number;
}

async function doors(): Promise<Door[]> {
  const workbooks = await originals();
  return [
    { name: 'changed CSV files', files: changedCsv(), judge: judgeCsv, share: 0.3 },
    { name: 'noise of what matters to CSV', files: noisyCsv(), judge: judgeCsv, share: 0.1 },
    { name: 'workbooks changed inside', files: changedInside(workbooks), judge: judgeXlsx, share: 0.4 },
    {
      name: 'workbooks changed from outside',
      files: changedOutside(workbooks),
      judge: judgeXlsx,
      share: 0.15,
    },
    { name: 'noise under the first bytes of files', files: noise(), judge: judgeXlsx, share: 0.05 },
  ];
}

/**
 * Files changed at random through both doors for some minutes (`npm run bench -- fuzz 10`): no crash, no
 * read of over two seconds, no growth of memory, nothing lost beside csv-parse, papaparse and exceljs.
 */
export const fuzzTable = {
  name: 'fuzz',
  async print(print: (line: string) => void): Promise<void> {
    const minutes = Number(process.argv[3] ?? process.env.FUZZ_MINUTES ?? ordinaryMinutes);
    const seed = Number(process.argv[4] ?? 20_261_124);
    print(`${minutes} minutes, seed ${seed}`);
    for (const door of await doors()) await fuzz(door, minutes * door.share * 60_000, seed, print);
  },
};

async function fuzz(
  door: Door,
  milliseconds: number,
  seed: number,
  print: (line: string) => void,
): Promise<void> {
  const verdicts = new Map<Verdict, number>();
  let heapAfterWarmUp = Number.NaN;
  let runs = 0;
  const judged = fc.asyncProperty(door.files, async (bytes) => {
    const verdict = await door.judge(bytes);
    // As many kinds as there can be columns named in messages would themselves be growth.
    const known = verdicts.has(verdict) || verdicts.size < 200 ? verdict : 'other';
    verdicts.set(known, (verdicts.get(known) ?? 0) + 1);
    runs += 1;
    if (runs === 300) heapAfterWarmUp = heapMb();
  });
  const result = await fc.check(judged, {
    seed,
    numRuns: Number.MAX_SAFE_INTEGER,
    interruptAfterTimeLimit: milliseconds,
    markInterruptAsFailure: false,
  });
  const growth = heapMb() - heapAfterWarmUp;
  print('');
  print(`${door.name}: ${runs} files, heap ${growth >= 0 ? '+' : ''}${growth.toFixed(1)} MB`);
  for (const [verdict, count] of [...verdicts].sort((a, b) => b[1] - a[1])) print(`  ${count}  ${verdict}`);
  if (growth > mostGrowthMb) fail(print, `memory grew by ${growth.toFixed(1)} MB`);
  if (!result.failed) return;
  const [bytes] = result.counterexample ?? [];
  const path = join(mkdtempSync(join(tmpdir(), 'localpound-fuzz-')), 'file');
  if (bytes !== undefined) writeFileSync(path, bytes);
  fail(print, `${path}: ${String((result.errorInstance as Error | null)?.message)}`);
}

function fail(print: (line: string) => void, what: string): void {
  print(`  FAILED: ${what}`);
  process.exitCode = 1;
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function heapMb(): number {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1024 / 1024;
}
