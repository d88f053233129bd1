import { beforeEach, describe, expect, it } from 'vitest';
import { HostError } from './office/host-error.ts';
import { type OfficeInNode, startOfficeInNode } from './office/in-node.ts';
import { mostBytes, OfficeHost } from './office/office-host.ts';
import { WorkbookModel } from './office/workbook-model.ts';

let host: OfficeHost;
let office: OfficeInNode;

beforeEach(async ({ task }) => {
  task.meta.ranWith = ['office.js 1.1.110'];
  const book = new WorkbookModel('Spend.xlsx');
  book.addSheet('Sheet1');
  host = new OfficeHost(book);
  office = await startOfficeInNode(host);
});

/** What Excel answers to something that cannot be. */
const codeOf = (work: (context: Excel.RequestContext) => void | Promise<void>): Promise<string> =>
  office.Excel.run(async (context) => {
    await work(context);
    await context.sync();
  }).then(
    () => 'none',
    (error: { code?: string }) => {
      expect(error).toBeInstanceOf(office.OfficeExtension.Error);
      return error.code ?? '';
    },
  );

const sheet1 = (context: Excel.RequestContext) => context.workbook.worksheets.getItem('Sheet1');

const put = (context: Excel.RequestContext, address: string, values: (string | number)[][]): void => {
  sheet1(context).getRange(address).values = values;
};

describe('Microsoft’s own office.js on the fake Excel', () => {
  it('finds itself in Excel, and reads what it wrote', async () => {
    expect(office.Office.context.requirements.isSetSupported('ExcelApi', '1.12')).toBe(true);
    expect(office.Office.context.requirements.isSetSupported('ExcelApi', '1.20')).toBe(false);
    const read = await office.Excel.run(async (context) => {
      const range = sheet1(context).getRange('A1:B2');
      range.values = [
        ['Supplier', 'Spend'],
        ['A', 10],
      ];
      range.load('values,address');
      expect(() => range.address).toThrow(/not available/);
      await context.sync();
      return { values: range.values, address: range.address };
    });
    expect(read).toEqual({
      values: [
        ['Supplier', 'Spend'],
        ['A', 10],
      ],
      address: 'Sheet1!A1:B2',
    });
    expect(host.counts.undoSteps).toBe(1);
  });

  it('knows tables, names and settings, and which are not there', async () => {
    await office.Excel.run(async (context) => {
      sheet1(context).getRange('A1:B2').values = [
        ['Supplier', 'Spend'],
        ['A', 10],
      ];
      const table = context.workbook.tables.add('Sheet1!A1:B2', true);
      table.name = 'Spend';
      context.workbook.names.add('LM3_Total', sheet1(context).getRange('D1'));
      context.workbook.settings.add('kept', '{"version":1}');
      const [there, missing] = [
        context.workbook.tables.getItemOrNullObject('spend'),
        context.workbook.tables.getItemOrNullObject('Nothing'),
      ];
      there.load('name');
      const kept = context.workbook.settings.getItem('kept');
      kept.load('value');
      const all = context.workbook.tables;
      all.load('items/name,items/worksheet/name');
      await context.sync();
      expect([there.isNullObject, there.name, missing.isNullObject]).toEqual([false, 'Spend', true]);
      expect(kept.value).toBe('{"version":1}');
      expect(all.items.map(({ name, worksheet }) => [name, worksheet.name])).toEqual([['Spend', 'Sheet1']]);
    });
  });

  it('refuses what real Excel refuses, by the same codes', async () => {
    expect(await codeOf((context) => void context.workbook.worksheets.getItem('Missing').load('name'))).toBe(
      'ItemNotFound',
    );
    expect(await codeOf((context) => put(context, 'A1:B2', [[1]]))).toBe('InvalidArgument');
    expect(await codeOf((context) => void context.workbook.worksheets.add('sheet1'))).toBe(
      'ItemAlreadyExists',
    );
    for (const name of ['LM3', 'R1C1', 'two words'])
      expect(await codeOf((context) => void context.workbook.names.add(name, '=1'))).toBe('InvalidArgument');
    expect(
      await codeOf((context) => {
        sheet1(context).getRange('A1:B1').values = [['Same', 'Same']];
        sheet1(context).tables.add('A1:B2', true);
      }),
    ).toBe('InvalidArgument');
    host.book.sheet('Sheet1').isProtected = true;
    expect(await codeOf((context) => put(context, 'A1', [[1]]))).toBe('AccessDenied');
  });

  it('says that it lacks what it lacks, and never answers with nothing', async () => {
    expect(await codeOf((context) => void sheet1(context).getRange('A1').load('valuesAsJson'))).toBe(
      'NotImplemented',
    );
    expect(await codeOf((context) => void sheet1(context).getRange('A1').clear())).toBe('NotImplemented');
    expect(
      await codeOf((context) => {
        sheet1(context).standardWidth = 3;
      }),
    ).toBe('NotImplemented');
    expect(
      await codeOf((context) => {
        sheet1(context).getRange('A1').formulas = [['=1+1']];
        sheet1(context).getRange('A1').load('values');
      }),
    ).toBe('NotImplemented');
  });

  it('takes and gives 5 MB at most, and answers null over five million cells', async () => {
    const long = 'x'.repeat(mostBytes);
    expect(await codeOf((context) => put(context, 'A1', [[long]]))).toBe('RequestPayloadSizeLimitExceeded');
    host.book.sheet('Sheet1').put(0, 0, long);
    expect(await codeOf((context) => void sheet1(context).getRange('A1').load('values'))).toBe(
      'ResponsePayloadSizeLimitExceeded',
    );
    await office.Excel.run(async (context) => {
      const whole = sheet1(context).getRange('A1:E1000001');
      whole.load('values,cellCount');
      await context.sync();
      expect([whole.values, whole.cellCount]).toEqual([null, 5_000_005]);
    });
  });

  it('does nothing while a cell is typed into, unless asked to wait for that', async () => {
    host.beginCellEdit();
    expect(await codeOf((context) => void sheet1(context).load('name'))).toBe(
      'InvalidOperationInCellEditMode',
    );
    const waiting = office.Excel.run({ delayForCellEdit: true }, async (context) => {
      const sheet = sheet1(context);
      sheet.load('name');
      await context.sync();
      return sheet.name;
    });
    setTimeout(() => host.endCellEdit(), 20);
    expect(await waiting).toBe('Sheet1');
  });

  it('tells of changed cells, those of the add-in itself too', async () => {
    const told: [string, string | undefined][] = [];
    await office.Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add(async ({ address, triggerSource }) => {
        told.push([address, triggerSource]);
      });
      await context.sync();
    });
    host.userTypes('Sheet1', 'B2', (sheet) => sheet.put(1, 1, 5));
    await office.Excel.run(async (context) => {
      sheet1(context).getRange('C3').values = [[1]];
      await context.sync();
    });
    await expect
      .poll(() => told)
      .toEqual([
        ['B2', 'Unknown'],
        ['C3', 'ThisLocalAddin'],
      ]);
    expect(host.counts.listening).toBe(1);
  });

  it('runs custom functions in Microsoft’s own runtime', async () => {
    const { CustomFunctions } = office;
    CustomFunctions.associate('SUMS', ((cells: number[][]) => [
      [cells.flat().reduce((a, b) => a + b, 0)],
    ]) as never);
    CustomFunctions.associate('FAILS', (() => {
      throw new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue ?? '', 'no spend');
    }) as never);
    expect(
      (
        await host.callFunction('SUMS', [
          [
            [1, 2],
            [3, 4],
          ],
        ])
      ).slice(1, 3),
    ).toEqual([true, [[10]]]);
    expect((await host.callFunction('FAILS', [])).slice(1, 4)).toEqual([false, 'no spend', 7]);
  });

  it('can fail the next batch, as when the workbook is closed', async () => {
    host.failNext = new HostError('InvalidReference', 'closed');
    expect(await codeOf((context) => void sheet1(context).load('name'))).toBe('InvalidReference');
    expect(await codeOf((context) => void sheet1(context).load('name'))).toBe('none');
  });
});
