import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type ExcelJSModule from 'exceljs';
import { openWorkbook, readWorkbook } from '../../../spreadsheet/read-workbook.ts';
import { peakMb } from '../../fakes/peak-memory.ts';

/**
 * One read of one workbook in a process of its own: prints what it summed, its CPU time and its peak
 * memory, the start of the process included.
 */

const [reader = '', path = '', exceljs = ''] = process.argv.slice(2);
const amountColumn = 2;

const readers: Readonly<Record<string, () => Promise<number>>> = {
  /** Every cell of the workbook in memory, as exceljs has it. */
  whole: async () => {
    const outcome = readWorkbook(readFileSync(path));
    assert(outcome.ok);
    let pence = 0;
    for (const { cells } of outcome.value.sheets[0]?.rows ?? []) pence += penceOf(cells[amountColumn]);
    return pence;
  },
  /** Row by row, nothing kept. */
  rows: async () => {
    const opened = openWorkbook(readFileSync(path));
    assert(opened.ok);
    let pence = 0;
    const read = opened.value.readRows('Spend', ({ cells }) => {
      pence += penceOf(cells[amountColumn]);
    });
    assert(read.ok);
    return pence;
  },
  exceljs: async () => {
    const { default: ExcelJS } = (await import(exceljs)) as { default: typeof ExcelJSModule };
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(new Uint8Array(readFileSync(path)).buffer);
    let pence = 0;
    workbook.worksheets[0]?.eachRow((row) => {
      pence += penceOf(row.getCell(amountColumn + 1).value);
    });
    return pence;
  },
};

function penceOf(value: unknown): number {
  return typeof value === 'number' ? Math.round(value * 100) : 0;
}

const read = readers[reader];
if (read === undefined) throw new Error(`No reader "${reader}"`);
const pence = await read();
const { user, system } = process.cpuUsage();
process.stdout.write(JSON.stringify({ pence, cpuMs: (user + system) / 1000, peakMb: peakMb() }));
