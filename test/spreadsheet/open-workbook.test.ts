import { describe, expect, it } from 'vitest';
import type { Row } from '../../core/index.ts';
import { openWorkbook } from '../../spreadsheet/read-workbook.ts';
import { csvNamedXlsx, truncatedXlsx } from '../fakes/hostile-files.ts';
import { makeXlsx } from '../fakes/make-xlsx.ts';

const rowsXml = (count: number): string =>
  Array.from(
    { length: count },
    (_, row) => `<row r="${row + 1}"><c r="A${row + 1}"><v>${row}</v></c></row>`,
  ).join('');

describe('a workbook read row by row', () => {
  it('tells the rows of the sheet that is asked for, in order, and keeps none', () => {
    const opened = openWorkbook(makeXlsx({ sheets: { Notes: '', Spend: rowsXml(30_000) } }));
    if (!opened.ok) throw new Error('not opened');
    expect(opened.value.sheets.map(({ name }) => name)).toEqual(['Notes', 'Spend']);
    let rows = 0;
    let sum = 0;
    let firstRow: Row | undefined;
    const read = opened.value.readRows('Spend', (row) => {
      firstRow ??= row;
      rows += 1;
      sum += Number(row.cells[0]);
    });
    expect(read).toEqual({ ok: true, value: undefined, issues: [] });
    expect([rows, sum]).toEqual([30_000, (30_000 * 29_999) / 2]);
    // Rows are the reader's to use again only before they are told.
    expect(firstRow).toEqual({ number: 1, cells: [0] });
  });

  it('tells how far it is and stops when it is told to', () => {
    const signal = { aborted: false };
    const shares: number[] = [];
    const opened = openWorkbook(makeXlsx({ sheets: { Spend: rowsXml(30_000) } }), {
      fileName: 'spend.xlsx',
      signal,
      onProgress: (share) => {
        shares.push(share);
        signal.aborted = shares.length === 3;
      },
    });
    let rows = 0;
    const read = opened.ok && opened.value.readRows('Spend', () => (rows += 1));
    expect(read).toMatchObject({ ok: false, issues: [{ found: 'that reading was cancelled' }] });
    expect(rows).toBeLessThan(30_000);
    expect(shares).toHaveLength(3);
  });

  it('says what a file is that is no workbook, and what is wrong with a broken one', () => {
    expect(openWorkbook(csvNamedXlsx(), { fileName: 'spend.xlsx' })).toMatchObject({
      ok: false,
      issues: [{ where: { file: 'spend.xlsx' }, found: 'a text file named .xlsx' }],
    });
    expect(openWorkbook(truncatedXlsx())).toMatchObject({ ok: false, issues: [{ severity: 'error' }] });
  });

  it('warns of a name that does not fit, and names the sheets when one is asked for that is not there', () => {
    const opened = openWorkbook(makeXlsx({ sheets: { Spend: rowsXml(1) } }), { fileName: 'spend.csv' });
    expect(opened.issues).toMatchObject([{ severity: 'warning', found: 'an Excel workbook named .csv' }]);
    const read = opened.ok && opened.value.readRows('Payments', () => {});
    expect(read).toMatchObject({
      ok: false,
      issues: [{ found: 'no sheet named Payments', expected: 'one of: Spend' }],
    });
  });
});
