import assert from 'node:assert/strict';
import ExcelJS from 'exceljs';
import type { Cell } from '../../../core/index.ts';
import { openWorkbook, readWorkbook, type Workbook } from '../../../spreadsheet/read-workbook.ts';
import { inTime, refusal, type Verdict } from './judgement.ts';

/**
 * Reads bytes as a workbook, whole and row by row, and holds the results against each other, and against
 * exceljs where that reads the file too. Throws where anything is wrong.
 */
export async function judgeXlsx(bytes: Uint8Array): Promise<Verdict> {
  const outcome = inTime(() => readWorkbook(bytes));
  if (!outcome.ok) return refusal(outcome);
  judgeRows(bytes, outcome.value);
  const theirs = await readByExceljs(bytes);
  if (theirs === undefined) return 'read; exceljs refuses';
  return `read; ${compare(outcome.value, theirs)}`;
}

/** The door that keeps nothing tells what the other keeps. */
function judgeRows(bytes: Uint8Array, { sheets }: Workbook): void {
  const opened = openWorkbook(bytes);
  assert(opened.ok, 'the door for rows opens what the other reads');
  for (const { name, rows } of sheets) {
    let at = 0;
    const read = opened.value.readRows(name, (row) => {
      assert.deepEqual(row, rows[at], 'the same row');
      at += 1;
    });
    assert(read.ok && at === rows.length, 'the same rows');
  }
}

/** What a sheet holds, in figures that must not be lost. */
interface Holding {
  numbers: number;
  sum: number;
  texts: number;
  characters: number;
  dates: number;
}

const nothing = (): Holding => ({ numbers: 0, sum: 0, texts: 0, characters: 0, dates: 0 });

function add(holding: Holding, cell: Cell): void {
  if (typeof cell === 'number') {
    holding.numbers += 1;
    holding.sum += cell;
  } else if (typeof cell === 'string') {
    holding.texts += 1;
    holding.characters += cell.length;
  } else if (cell !== null && typeof cell === 'object' && 'date' in cell) holding.dates += 1;
}

async function readByExceljs(bytes: Uint8Array): Promise<ReadonlyMap<string, Holding> | undefined> {
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.load(bytes.slice().buffer);
  } catch {
    return undefined;
  }
  return new Map(
    workbook.worksheets.map((sheet) => {
      const holding = nothing();
      sheet.eachRow((row) => row.eachCell((cell) => add(holding, asCell(cell.value))));
      return [sheet.name, holding];
    }),
  );
}

function asCell(value: ExcelJS.CellValue): Cell {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : { date: 'a date' };
  if ('error' in value) return { error: String(value.error) };
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('hyperlink' in value) return value.text;
  return asCell(value.result as ExcelJS.CellValue);
}

/**
 * Ours must hold at least what exceljs holds of each sheet. They differ lawfully where exceljs drops what
 * it does not know (numbers of days beyond the calendar, inline texts in cells of another type), and in
 * what is a date: we read no dates before 1900, and find the cell formats by their relationship where
 * exceljs goes by the usual name.
 */
function compare({ sheets }: Workbook, theirs: ReadonlyMap<string, Holding>): Verdict {
  const verdicts = new Set<Verdict>();
  for (const { name, rows } of sheets) {
    const ours = nothing();
    for (const { cells } of rows) for (const cell of cells) add(ours, cell);
    const other = theirs.get(name);
    if (other === undefined) verdicts.add('a sheet that exceljs lacks');
    else verdicts.add(compareSheet(ours, other, name));
  }
  verdicts.delete('as exceljs');
  return [...verdicts].join(', ') || 'as exceljs';
}

function compareSheet(ours: Holding, theirs: Holding, name: string): Verdict {
  const figures = ours.numbers + ours.dates - theirs.numbers - theirs.dates;
  const texts = ours.texts - theirs.texts;
  const sameSum = Math.abs(ours.sum - theirs.sum) <= 1e-9 * Math.max(1, Math.abs(theirs.sum));
  const told = `${name}: ours ${JSON.stringify(ours)}, exceljs ${JSON.stringify(theirs)}`;
  assert(figures >= 0 && texts >= 0, `nothing is lost; ${told}`);
  if (figures > 0 || texts > 0) return 'more than exceljs reads';
  if (ours.dates !== theirs.dates) return 'other dates than exceljs';
  assert(sameSum, `the same sum; ${told}`);
  return 'as exceljs';
}
