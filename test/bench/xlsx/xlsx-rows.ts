import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { bundleForNode, runInChild } from '../in-child.ts';
import { median } from '../medians.ts';
import { spendWorkbook, type TextPlace } from './spend-workbook.ts';

const payments = 140_000;
const runs = 3;
const readers = ['whole', 'rows', 'exceljs'] as const;
type Reader = (typeof readers)[number];

const measured = z.object({ pence: z.number(), cpuMs: z.number(), peakMb: z.number() });
type Measured = z.infer<typeof measured>;

/** Medians of reads that take turns, so that a busy moment of the machine hits all readers. */
async function measure(place: TextPlace): Promise<Readonly<Record<Reader, Measured>>> {
  const folder = mkdtempSync(join(tmpdir(), 'localpound-bench-'));
  try {
    const script = await bundleForNode(fileURLToPath(new URL('read-once.ts', import.meta.url)), folder);
    const { bytes, pence } = spendWorkbook(payments, place);
    const path = join(folder, 'spend.xlsx');
    writeFileSync(path, bytes);
    const results: Record<Reader, Measured[]> = { whole: [], rows: [], exceljs: [] };
    for (let run = 0; run < runs; run += 1) {
      for (const reader of readers) {
        const one = measured.parse(runInChild(script, [reader, path, import.meta.resolve('exceljs')]));
        assert.equal(one.pence, pence, `${reader} adds up to the pence that were written`);
        results[reader].push(one);
      }
    }
    const middle = (reader: Reader): Measured => ({
      pence,
      cpuMs: median(results[reader].map(({ cpuMs }) => cpuMs)),
      peakMb: median(results[reader].map(({ peakMb }) => peakMb)),
    });
    return { whole: middle('whole'), rows: middle('rows'), exceljs: middle('exceljs') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const known = new Map<TextPlace, ReturnType<typeof measure>>();

/** Both measures of a place come from the same reads. */
function measureOnce(place: TextPlace): ReturnType<typeof measure> {
  const before = known.get(place) ?? measure(place);
  known.set(place, before);
  return before;
}

const places = { shared: 'texts after the sheet', inline: 'texts in the cells' } as const;
const ways = { whole: 'all cells kept', rows: 'row by row' } as const;

/** A workbook of 140,000 payments in eight columns, read in processes of their own. */
export const xlsxRows = (Object.keys(places) as TextPlace[]).flatMap((place) =>
  (Object.keys(ways) as (keyof typeof ways)[]).flatMap((way) => {
    const title = `.xlsx of 140,000 rows, ${places[place]}, ${ways[way]}`;
    const row = (measure: 'cpuMs' | 'peakMb', what: string, unit: string) => ({
      name: 'xlsx',
      title: `${title}: ${what}`,
      peer: 'exceljs load',
      goal: '<= 0.25',
      unit,
      run: async () => {
        const result = await measureOnce(place);
        return { ours: result[way][measure], peer: result.exceljs[measure] };
      },
    });
    return [row('cpuMs', 'CPU time', 'ms'), row('peakMb', 'peak memory', 'MB')];
  }),
);
