import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { describeIssue } from '../../core/index.ts';
import { readWorkbook } from '../../spreadsheet/read-workbook.ts';
import { bundleForNode, runInChild } from '../bench/in-child.ts';
import {
  csvNamedXlsx,
  hostileFiles,
  lastCellOnly,
  prototypeNames,
  wholeSheetMerge,
} from '../fakes/hostile-files.ts';
import { hostileTexts } from '../fakes/hostile-texts.ts';

describe('hostile and odd files', () => {
  for (const { what, make, refusedWith } of hostileFiles) {
    it(`${refusedWith === undefined ? 'reads' : 'refuses'} ${what}`, () => {
      const outcome = readWorkbook(make(), { fileName: 'spend.xlsx' });
      expect(outcome.ok).toBe(refusedWith === undefined);
      if (refusedWith === undefined || outcome.ok) return;
      const [issue] = outcome.issues;
      expect(issue?.severity).toBe('error');
      expect(issue?.found).toMatch(refusedWith);
      expect(issue?.where.file).toBe('spend.xlsx');
      for (const words of [issue?.expected, issue?.mend]) expect(words?.length).toBeGreaterThan(5);
      expect(outcome.issues.map(describeIssue).join()).not.toMatch(/undefined|null|NaN|\[object/);
    });
  }
});

describe('hostile and odd texts', () => {
  for (const { what, make, refusedWith } of hostileTexts) {
    it(`${refusedWith === undefined ? 'reads' : 'refuses'} ${what}`, () => {
      const outcome = readWorkbook(make(), { fileName: 'spend.csv', accept: ['csv'] });
      expect(outcome.ok).toBe(refusedWith === undefined);
      if (refusedWith === undefined || outcome.ok) return;
      expect(outcome.issues[0]?.found).toMatch(refusedWith);
      expect(outcome.issues.map(describeIssue).join()).not.toMatch(/undefined|null|NaN|\[object/);
    });
  }

  it('keeps what a text says, whatever a spreadsheet would make of it', () => {
    const bytes = new TextEncoder().encode('Supplier,Amount\n=1+1,1E400\n@SUM(A1),007\n');
    const outcome = readWorkbook(bytes, { accept: ['csv'] });
    expect(outcome.ok && outcome.value.sheets[0]?.rows.slice(1).map(({ cells }) => cells)).toEqual([
      ['=1+1', '1E400'],
      ['@SUM(A1)', '007'],
    ]);
  });
});

const measurement = z.array(
  z.object({ what: z.string(), read: z.boolean(), found: z.string(), cpuMs: z.number(), peakMb: z.number() }),
);

describe('what hostile files cost', () => {
  let folder: string;
  let script: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'localpound-hostile-'));
    script = await bundleForNode(
      fileURLToPath(new URL('../fakes/measure-hostile.ts', import.meta.url)),
      folder,
    );
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  for (const [kind, files] of [
    ['workbooks', hostileFiles],
    ['texts', hostileTexts],
  ] as const) {
    it(`is under 2 seconds and 300 MB for each of the ${kind}, the process that reads it included`, () => {
      const measured = measurement.parse(runInChild(script, [kind], ['--expose-gc']));
      expect(measured.map(({ what }) => what)).toEqual(files.map(({ what }) => what));
      const beyond = measured.filter(({ cpuMs, peakMb }) => cpuMs > 2000 || peakMb > 300);
      expect(beyond).toEqual([]);
    });
  }
});

describe('odd files that can be read', () => {
  it('keeps the value of a sheet that is one merged cell', () => {
    const outcome = readWorkbook(wholeSheetMerge());
    expect(outcome.ok && outcome.value.sheets[0]?.rows).toEqual([{ number: 1, cells: [42] }]);
  });

  it('puts a number into the last cell of the last row', () => {
    const outcome = readWorkbook(lastCellOnly());
    const [row] = (outcome.ok && outcome.value.sheets[0]?.rows) || [];
    expect(row?.number).toBe(1_048_576);
    expect(row?.cells).toHaveLength(16_384);
    expect(row?.cells.at(-1)).toBe(42);
  });

  it('takes names that are special to JavaScript as names', () => {
    const outcome = readWorkbook(prototypeNames());
    expect(outcome.ok && outcome.value.sheets.map(({ name }) => name)).toEqual([
      '__proto__',
      'hasOwnProperty',
      'constructor',
    ]);
    expect(outcome.ok && outcome.value.sheets[2]?.rows).toEqual([
      { number: 1, cells: ['__proto__', 'constructor'] },
    ]);
  });
});

describe('a file under another name', () => {
  it('says that a text file is named .xlsx when only workbooks are taken', () => {
    const outcome = readWorkbook(csvNamedXlsx(), { fileName: 'Spend 2025.XLSX' });
    expect(outcome.ok).toBe(false);
    expect(outcome.issues[0]).toMatchObject({
      where: { file: 'Spend 2025.XLSX' },
      found: 'a text file named .xlsx',
      expected: 'an Excel workbook (.xlsx)',
    });
  });

  it('reads the text and warns of the name when CSV is taken', () => {
    const outcome = readWorkbook(csvNamedXlsx(), { fileName: 'spend.xlsx', accept: ['xlsx', 'csv'] });
    expect(outcome.ok && outcome.value.kind).toBe('csv');
    expect(outcome.ok && outcome.value.sheets[0]).toEqual({
      name: 'spend',
      hidden: false,
      rows: [
        { number: 1, cells: ['Supplier', 'Amount'] },
        { number: 2, cells: ['Alder Joinery', '1200.50'] },
      ],
    });
    expect(outcome.issues).toMatchObject([{ severity: 'warning', found: 'a text file named .xlsx' }]);
  });

  it('has nothing to say when the name fits', () => {
    const outcome = readWorkbook(csvNamedXlsx(), { fileName: 'spend.csv', accept: ['csv'] });
    expect(outcome).toMatchObject({ ok: true, issues: [] });
  });

  it('refuses a workbook where only CSV is taken', () => {
    const outcome = readWorkbook(wholeSheetMerge(), { fileName: 'spend.csv', accept: ['csv'] });
    expect(outcome.issues[0]).toMatchObject({
      found: 'an Excel workbook named .csv',
      expected: 'a CSV text file',
    });
  });
});
