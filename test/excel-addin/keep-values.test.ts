import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countOurFormulas, keepValues } from '../../excel-addin/host/office/keep-values.ts';
import { startOfficeInNode } from '../fakes/office/in-node.ts';
import { OfficeHost } from '../fakes/office/office-host.ts';
import { type SheetModel, WorkbookModel } from '../fakes/office/workbook-model.ts';

let host: OfficeHost;
let spend: SheetModel;

const globals = ['Office', 'Excel', 'OfficeExtension'] as const;

beforeEach(async ({ task }) => {
  task.meta.ranWith = ['office.js 1.1.110'];
  const book = new WorkbookModel('Spend.xlsx');
  spend = book.addSheet('Spend');
  host = new OfficeHost(book);
  const office = await startOfficeInNode(host);
  for (const name of globals) Object.assign(globalThis, { [name]: office[name] });
});
afterEach(() => {
  for (const name of globals) Reflect.deleteProperty(globalThis, name);
});

const shown = (sheet: SheetModel, rows: number, columns: number) =>
  Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => sheet.valueAt(row, column)),
  );

describe('keeping values', () => {
  it('puts results in the place of our formulas, and of no others', async () => {
    spend.putFormula(0, 0, '=LOCALPOUND.MULTIPLIER(B:B,C:C)', 1.75);
    spend.putFormula(1, 0, '=ROUND(localpound.multiplier(B:B,C:C),2)', 1.75);
    spend.putFormula(2, 0, '=_xldudf_LOCALPOUND_POUNDVALUE(B:B,C:C)', 0.4);
    spend.putFormula(3, 0, '="LOCALPOUND.MULTIPLIER("&A9', 'LOCALPOUND.MULTIPLIER(');
    spend.putFormula(4, 0, '=MYLOCALPOUND.ROUNDS(A1)', 7);
    spend.putFormula(5, 0, '=SUM(A1:A3)', 3.9);

    const before = await countOurFormulas();
    expect(before).toEqual({
      ready: 3,
      cells: 3,
      sheets: [{ name: 'Spend', formulas: 3 }],
      waiting: [],
      locked: [],
    });
    expect(await keepValues()).toEqual(before);
    expect(host.counts.undoSteps).toBe(1);
    expect([...spend.formulas.values()]).toEqual([
      '="LOCALPOUND.MULTIPLIER("&A9',
      '=MYLOCALPOUND.ROUNDS(A1)',
      '=SUM(A1:A3)',
    ]);
    expect(shown(spend, 3, 1)).toEqual([[1.75], [1.75], [0.4]]);
    expect(await countOurFormulas()).toMatchObject({ ready: 0, sheets: [] });
  });

  it('keeps all cells of a result that spills, and texts that look like something else as they are', async () => {
    const table = [
      ['Line', 'Value', 'How'],
      ['1-2', 5, '=1+1'],
      ['00123', true, 'local'],
    ];
    spend.putSpill(2, 1, '=LOCALPOUND.ROUNDS(A:A,B:B)', table);
    expect(await countOurFormulas()).toMatchObject({ ready: 1, cells: 9 });
    await keepValues();
    expect(spend.formulas.size).toBe(0);
    expect(spend.spills.size).toBe(0);
    expect(shown(spend, 5, 4).slice(2)).toEqual(table.map((row) => [undefined, ...row]));
  });

  it('leaves what has no result yet and what is protected, and names it', async () => {
    spend.putFormula(0, 0, '=LOCALPOUND.MULTIPLIER(B:B,C:C)', '#BUSY!');
    spend.putFormula(1, 0, '=LOCALPOUND.MULTIPLIER(B:B,C:C)', '#N/A');
    spend.putFormula(2, 0, '=LOCALPOUND.MULTIPLIER(B:B,C:C)', 1.5);
    const locked = host.book.addSheet('Locked');
    locked.putFormula(3, 2, '=LOCALPOUND.MULTIPLIER(B:B,C:C)', 2);
    locked.isProtected = true;
    expect(await keepValues()).toEqual({
      ready: 1,
      cells: 1,
      sheets: [{ name: 'Spend', formulas: 1 }],
      waiting: ['Spend!A1', 'Spend!A2'],
      locked: ['Locked!C4'],
    });
    expect(spend.formulas.size).toBe(2);
    expect(locked.formulas.size).toBe(1);
  });

  it('finds nothing in a workbook without our functions, and changes nothing', async () => {
    spend.put(0, 0, 'LOCALPOUND.MULTIPLIER(1)');
    expect(await keepValues()).toMatchObject({ ready: 0, cells: 0 });
    expect(host.counts.undoSteps).toBe(0);
  });

  it('takes thousands of formulas in pieces', async () => {
    for (let row = 0; row < 2_000; row += 1) {
      spend.putFormula(row, 0, row % 2 ? '=LOCALPOUND.POUNDVALUE(B:B,C:C)' : '=SUM(B1)', row);
    }
    expect(await keepValues()).toMatchObject({ ready: 1_000 });
    expect(spend.formulas.size).toBe(1_000);
    expect(host.counts.largestOut).toBeLessThan(1_000_000);
  });
});
