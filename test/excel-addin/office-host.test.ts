/// <reference types="office-js" />
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { besideOthers, computeLm3, lm3Report, parseLm3Project } from '../../core/index.ts';
import { officeHost } from '../../excel-addin/host/office.ts';
import {
  type CellsPiece,
  HostProblem,
  type LiveWorkbook,
  type OpenedCells,
  type SheetsToWrite,
  type WorkbookPart,
  type WorkbookPort,
} from '../../excel-addin/host/port.ts';
import { GivenCells, openGivenPayments } from '../../excel-addin/work/given-cells.ts';
import { readSettings, settingsWorkbook, writeSettings } from '../../excel-addin/work/pane-settings.ts';
import { reportInPieces } from '../../excel-addin/work/report-pieces.ts';
import { HostError } from '../fakes/office/host-error.ts';
import { startOfficeInNode } from '../fakes/office/in-node.ts';
import { OfficeHost } from '../fakes/office/office-host.ts';
import { type CellContent, WorkbookModel } from '../fakes/office/workbook-model.ts';

let book: WorkbookModel;
let host: OfficeHost;
let port: WorkbookPort & { readonly live: LiveWorkbook };

/** The fake Excel with a workbook, and the pane's way to it. The page is only needed for files. */
async function inExcel(excelApi?: string): Promise<void> {
  host = new OfficeHost(book, excelApi === undefined ? {} : { excelApi });
  const { Excel, Office, OfficeExtension } = await startOfficeInNode(host);
  Object.assign(globalThis, { Excel, Office, OfficeExtension });
  port = officeHost(undefined as unknown as Document);
}

beforeEach(async ({ task }) => {
  task.meta.ranWith = ['office.js 1.1.110'];
  book = new WorkbookModel('Spend 2026.xlsx');
  await inExcel();
});
afterAll(() => {
  for (const name of ['Excel', 'Office', 'OfficeExtension']) Reflect.deleteProperty(globalThis, name);
});

function sheetOf(name: string, rows: readonly (readonly CellContent[])[], row = 0, column = 0) {
  const sheet = book.addSheet(name);
  rows.forEach((cells, y) => {
    cells.forEach((cell, x) => {
      sheet.put(row + y, column + x, cell);
    });
  });
  return sheet;
}

const payments = (count: number): CellContent[][] => [
  ['Supplier', 'Amount', 'Date', 'Postcode'],
  ...Array.from({ length: count }, (_, at) => [
    `Made-up ${at % 50}`,
    100 + at,
    45_748 + (at % 300),
    'HX1 1UJ',
  ]),
];

async function piecesOf(part: WorkbookPart): Promise<{ opened: OpenedCells; pieces: CellsPiece[] }> {
  const opened = (await port.open({ kind: 'open', part })) as OpenedCells;
  const pieces: CellsPiece[] = [];
  for await (const piece of opened.pieces(() => {})) pieces.push(piece);
  return { opened, pieces };
}

async function sheetsOf(part: WorkbookPart) {
  const { opened, pieces } = await piecesOf(part);
  const given = new GivenCells();
  for (const piece of pieces) given.take(piece);
  return { opened, sheets: given.sheets() };
}

/** The problem that something ends in. */
const problemOf = (work: Promise<unknown>): Promise<HostProblem> =>
  work.then(
    () => {
      throw new Error('It did not fail.');
    },
    (error: unknown) => {
      expect(error).toBeInstanceOf(HostProblem);
      return error as HostProblem;
    },
  );

describe('reading the open workbook', () => {
  it('turns a selection, wherever it stands, into rows with their real numbers and dates', async () => {
    const sheet = sheetOf('My payments', payments(3), 4, 2);
    sheet.format({ row: 5, column: 4, rows: 3, columns: 1 }, 'numberFormat', 'dd/mm/yyyy');
    book.selected = 'C5:F8';
    const { opened, sheets } = await sheetsOf({ kind: 'selection' });
    expect(opened.part).toEqual({ kind: 'range', address: "'My payments'!C5:F8" });
    expect(sheets[0]?.rows[1]).toEqual({
      number: 6,
      cells: [null, null, 'Made-up 0', 100, { date: '2025-04-01' }, 'HX1 1UJ'],
    });
  });

  it('reads the filled cells of whole columns, and a table by its name', async () => {
    const sheet = sheetOf('Data', payments(40));
    book.addTable(sheet, { row: 0, column: 0, rows: 41, columns: 4 }, true, 'Spend');
    book.selected = 'A:D';
    expect((await sheetsOf({ kind: 'selection' })).sheets[0]?.rows).toHaveLength(41);
    const { sheets, opened } = await sheetsOf({ kind: 'table', name: 'Spend' });
    expect(sheets[0]?.rows).toHaveLength(41);
    const open = await openGivenPayments(opened.name, sheets, [], stamp);
    expect(open.ok && open.value.found().spend.total.pence).toBe(100 * (40 * 100 + 780));
  });

  it('takes a long table in pieces by their weight, and never asks for more than Excel gives', async () => {
    const sheet = sheetOf('Data', payments(30_000));
    // Rows further down weigh far more than the first ones.
    for (let row = 20_000; row < 20_400; row += 1) sheet.put(row, 0, 'x'.repeat(12_000));
    const { pieces } = await piecesOf({ kind: 'sheet', name: 'Data' });
    expect(pieces.reduce((sum, { values }) => sum + values.length, 0)).toBe(30_001);
    expect(pieces.map(({ row }) => row)).toEqual(
      pieces.map((_, at) => pieces.slice(0, at).reduce((sum, { values }) => sum + values.length, 0)),
    );
    expect(pieces.length).toBeGreaterThan(4);
    expect(host.counts.undoSteps).toBe(0);
  });

  it('stops asking for cells when nobody wants more', async () => {
    sheetOf('Data', payments(30_000));
    const opened = (await port.open({ kind: 'open', part: { kind: 'sheet', name: 'Data' } })) as OpenedCells;
    for await (const _ of opened.pieces(() => {})) break;
    const settle = () => new Promise((resolve) => setTimeout(resolve, 50));
    await settle();
    const { syncs } = host.counts;
    await settle();
    expect(host.counts.syncs).toBe(syncs);
  });

  it('waits while a cell is typed into', async () => {
    sheetOf('Data', payments(3));
    host.beginCellEdit();
    const reading = piecesOf({ kind: 'sheet', name: 'Data' });
    setTimeout(() => host.endCellEdit(), 30);
    expect((await reading).pieces).toHaveLength(1);
  });

  it('says that rows are hidden and cells merged, and counts them as Excel does', async () => {
    const sheet = sheetOf('Data', payments(10));
    sheet.hiddenRows.add(3).add(4);
    sheet.merged.push({ row: 5, column: 0, rows: 2, columns: 1 });
    const { opened, sheets } = await sheetsOf({ kind: 'sheet', name: 'Data' });
    expect(opened.issues.map(({ found }) => found)).toEqual([
      '2 hidden rows, by hand or by a filter',
      'merged cells: A6:A7',
    ]);
    expect(sheets[0]?.rows).toHaveLength(11);
  });

  it('takes amounts that are text, and names the cell of an error', async () => {
    const sheet = sheetOf('Data', [
      ['Supplier', 'Amount', 'Date'],
      ['Made-up A', '#N/A', '01/04/2025'],
      ['Made-up B', "'1,250.50", '02/04/2025'],
      ['Made-up C', 10, '03/04/2025'],
    ]);
    const read = async () => {
      const { sheets } = await sheetsOf({ kind: 'sheet', name: 'Data' });
      return openGivenPayments('Spend', sheets, [], stamp);
    };
    const wrong = await read();
    expect(wrong.ok).toBe(false);
    expect(wrong.issues[0]).toMatchObject({ where: { sheet: 'Data', cell: 'B2' }, found: '"#N/A"' });
    sheet.put(1, 1, 5);
    const open = await read();
    expect(open.ok && open.value.found().spend.total.pence).toBe(126_550);
    expect(open.ok && open.value.found().spend.byMonth.map(({ month }) => month)).toEqual(['2025-04']);
  });

  it('says what is wrong with a part that is not there, empty, or gone', async () => {
    book.addSheet('Empty');
    expect((await problemOf(piecesOf({ kind: 'sheet', name: 'Empty' }))).issue.found).toBe(
      'nothing in sheet Empty',
    );
    const gone = await problemOf(piecesOf({ kind: 'table', name: 'Nothing' }));
    expect(gone.issue.found).toContain('not there any more');
    expect(gone.details).toBe('Excel: ItemNotFound');
  });

  it('says that the workbook was closed in the middle of it', async () => {
    sheetOf('Data', payments(9_000));
    const opened = (await port.open({ kind: 'open', part: { kind: 'sheet', name: 'Data' } })) as OpenedCells;
    const reading = (async () => {
      for await (const _ of opened.pieces(() => {}))
        host.failNext = new HostError('InvalidReference', 'closed');
    })();
    const { issue } = await problemOf(reading);
    expect(issue.found).toBe('cells that are not there any more');
    expect(issue.where).toEqual({ sheet: 'Data' });
  });
});

const stamp = () => ({ version: '0', madeAt: new Date(0), fileName: 'Spend 2026.xlsx' });

function report(taken: { sheets: string[]; names: string[] }): SheetsToWrite {
  const project = parseLm3Project({
    name: 'Made-up trust',
    payroll: { local: 100, nonLocal: 50 },
    suppliers: [{ name: '=cmd', spend: 100, local: true, respendShare: 0.4 }],
  });
  if (!project.ok) throw new Error('The project is wrong.');
  const result = computeLm3(project.value);
  if (!result.ok) throw new Error('There is no LM3.');
  const { plan, piece } = reportInPieces(
    besideOthers(lm3Report(project.value, result.value, stamp()), taken),
  );
  return { ...plan, piece: async (number) => piece(number) };
}

describe('writing into the open workbook', () => {
  it('adds sheets and touches nothing else, twice over', async () => {
    const own = sheetOf('Suppliers', payments(3));
    book.addTable(own, { row: 0, column: 0, rows: 4, columns: 4 }, true, 'Suppliers');
    for (const nth of [1, 2]) {
      const { sheets, tables, names } = await port.live.contents();
      await port.live.write(
        report({
          sheets: sheets.map(({ name }) => name),
          names: [...tables, ...names.map((name) => ({ name }))].map(({ name }) => name),
        }),
        () => {},
      );
      expect(book.sheets.filter(({ name }) => name.startsWith('LM3 report'))).toHaveLength(nth);
    }
    expect(book.sheets.slice(0, 2).map(({ name }) => name)).toEqual(['Suppliers', 'LM3 report']);
    expect(own.used()).toEqual({ row: 0, column: 0, rows: 4, columns: 4 });
    expect(own.formatting).toEqual([]);
    const written = book.sheet('Suppliers (2)');
    const texts = Array.from({ length: 12 }, (_, row) => written.valueAt(row, 0));
    // Nothing that a person typed is run, in the workbook or in a CSV file made from it.
    expect(texts).toContain("'=cmd");
    expect(book.activeSheet.name).toBe('LM3 report (2)');
    expect(book.sheet('LM3 report').charts).toHaveLength(1);
    expect(book.sheet('Settings').validations.length).toBeGreaterThan(3);
  });

  it('takes away what it wrote when it cannot finish', async () => {
    sheetOf('Data', payments(3));
    const plan = report({ sheets: [], names: [] });
    const failing: SheetsToWrite = {
      ...plan,
      piece: async (number) => {
        if (number > 20) host.failNext = new HostError('AccessDenied', 'protected');
        return plan.piece(number);
      },
    };
    const { issue, details } = await problemOf(port.live.write(failing, () => {}));
    expect(issue.mend).toContain('Unprotect');
    expect(details).toContain('AccessDenied');
    expect(book.sheets.map(({ name }) => name)).toEqual(['Data']);
    expect([book.tables, book.names]).toEqual([[], []]);
  });

  it('asks for one undo step where Excel has that, and goes on without where it fails', async () => {
    sheetOf('Data', payments(3));
    await inExcel('1.20');
    const asked: (boolean | undefined)[] = [];
    const genuine = Excel.run;
    // Microsoft's package is older than this option; Excel on the web refuses it for some work.
    const refusing = async (
      options: Excel.RunOptions,
      work: (context: Excel.RequestContext) => Promise<unknown>,
    ) => {
      asked.push(options.mergeUndoGroup);
      if (options.mergeUndoGroup) throw Object.assign(new Error('no'), { code: 'UnsupportedOperation' });
      return genuine(options, work);
    };
    Object.assign(globalThis, { Excel: { ...Excel, run: refusing } });
    await port.live.write(report({ sheets: [], names: [] }), () => {});
    expect(asked[0]).toBe(true);
    expect(book.sheets.length).toBeGreaterThan(10);
  });
});

describe('what goes on around the pane', () => {
  it('listens once, and tells of changes on sheets that were read, after a pause, but not of its own', async () => {
    sheetOf('Data', payments(3));
    sheetOf('Other', payments(3));
    let told = 0;
    for (let times = 0; times < 3; times += 1)
      await port.live.onChanged(() => {
        told += 1;
      });
    expect(host.counts.listening).toBe(1);
    await piecesOf({ kind: 'sheet', name: 'Data' });
    for (const value of [1, 2, 3]) host.userTypes('Data', 'B2', (sheet) => sheet.put(1, 1, value));
    host.userTypes('Other', 'B2', (sheet) => sheet.put(1, 1, 5));
    await expect.poll(() => told, { timeout: 5_000 }).toBe(1);
    host.userTypes('Other', 'B2', (sheet) => sheet.put(1, 1, 6));
    await port.live.write(report({ sheets: [], names: [] }), () => {});
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect(told).toBe(1);
  });

  it('keeps settings in the workbook, and leaves those of a newer version alone', async () => {
    expect(await port.live.settings()).toBeUndefined();
    const settings = {
      part: { kind: 'table' as const, name: 'Spend' },
      choices: { mapping: { supplier: 'A' }, area: null, keepApart: ['Made-up A'] },
      adjustment: { target: 2 },
    };
    await port.live.keepSettings(writeSettings(settings));
    const kept = readSettings((await port.live.settings()) ?? '');
    expect(kept).toEqual({ settings: { ok: true, value: settings, issues: [] }, mayReplace: true });
    const newer = readSettings('{"version":9,"settings":{"part":"something else"}}');
    expect(newer.mayReplace).toBe(false);
    expect(newer.settings.issues[0]?.found).toContain('a newer version of Local Pound (9)');
    for (const damaged of ['', '{', '{"version":1,"settings":{"part":{"kind":"lm4"}}}'])
      expect(readSettings(damaged)).toMatchObject({ settings: { ok: false }, mayReplace: true });
    const [sheet] = settingsWorkbook(settings).sheets;
    expect(sheet?.tables[0]?.rows.map((row) => row.map(({ value }) => value))).toContainEqual([
      'Read',
      'table Spend',
    ]);
  });
});
