import { setUpExcel } from '../fakes/excel-stand.ts';
import type { OfficeHost } from '../fakes/office/office-host.ts';
import { type CellContent, WorkbookModel } from '../fakes/office/workbook-model.ts';

const payments = 140_000;
const suppliers = [140_000, 5_000] as const;

/** A sheet of payments, eight columns wide, as a table. */
function ledger(): WorkbookModel {
  const book = new WorkbookModel('Ledger.xlsx');
  put(book, 'Payments', [
    [
      'Directorate',
      'Supplier name',
      'Supplier ID',
      'Payment date',
      'Amount (£)',
      'Category',
      'Postcode',
      'Invoice number',
    ],
    ...Array.from({ length: payments }, (_, row) => [
      'Adults and Health',
      `Made-up supplier ${row % 9000}`,
      10_000 + (row % 9000),
      45_748 + (row % 365),
      100.25 + (row % 977),
      ['Care', 'Building work', 'Food'][row % 3] ?? '',
      ['HX1 1UJ', 'LS1 1UR', 'OL14 5AA'][row % 3] ?? '',
      `INV-${row}`,
    ]),
  ]).format({ row: 1, column: 3, rows: payments, columns: 1 }, 'numberFormat', 'dd/mm/yyyy');
  return book;
}

/** A workbook for LM3: every third supplier local, every fourth silent. */
function project(count: number): WorkbookModel {
  const book = new WorkbookModel('Year.xlsx');
  put(book, 'Project', [
    ['Item', 'Answer'],
    ['Project name', 'A large made-up organisation'],
  ]);
  put(book, 'Payroll', [
    ['Staff group', 'Pay (£)', 'Live in the area'],
    ['Everyone', 250_000, 'Yes'],
  ]);
  put(book, 'Other direct costs', [['Cost', 'Amount (£)', 'Local']]);
  put(book, 'Suppliers', [
    ['Supplier', 'Spend (£)', 'Local', 'Re-spend share'],
    ...Array.from({ length: count }, (_, row) => [
      `Made-up supplier ${row + 1}`,
      100 + (row % 977),
      row % 3 === 0 ? 'Yes' : 'No',
      row % 4 === 0 ? '' : (row % 90) / 100,
    ]),
  ]);
  return book;
}

function put(book: WorkbookModel, name: string, rows: readonly (readonly CellContent[])[]) {
  const sheet = book.addSheet(name);
  rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      sheet.put(row, column, cell);
    });
  });
  return sheet;
}

/**
 * The pane in Chromium on the fake Excel: how long it takes to read and compute, and how long the page
 * was held up at most. The fake runs in another process, so its own work is in these times.
 */
export const excelPaneTable = {
  name: 'excel',
  async print(line: (text: string) => void): Promise<void> {
    const stand = await setUpExcel();
    line('| work | ms | exchanges | most in one, kB | page held up at most, ms |');
    line('| --- | --- | --- | --- | --- |');
    const open = async (book: WorkbookModel) => {
      const { page, host } = await stand.open(book);
      await page.getByRole('button', { name: 'Read these payments' }).waitFor();
      await page.evaluate(() => {
        const held: number[] = [];
        Object.assign(globalThis, { held });
        new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) held.push(Math.round(duration));
        }).observe({ entryTypes: ['longtask'] });
      });
      const time = async (what: string, button: string, done: string) => {
        const [start, before] = [performance.now(), host.counts.syncs];
        await page.getByRole('button', { name: button, exact: true }).click();
        await page.locator(done).first().waitFor({ timeout: 120_000 });
        const held = await page.evaluate(() =>
          Math.max(0, ...(globalThis as unknown as { held: number[] }).held.splice(0)),
        );
        line(rowOf(what, performance.now() - start, host, before, held));
      };
      return { page, time };
    };
    try {
      const first = await open(ledger());
      await first.page.getByLabel('Read them from').selectOption({ label: 'Sheet Payments' });
      await first.time(
        `${payments} payments x 8, read and added up`,
        'Read these payments',
        '.enabled-figure',
      );
      await first.page.context().close();
      for (const count of suppliers) {
        const { page, time } = await open(project(count));
        await time(`${count} suppliers, read and LM3 shown`, 'Work out LM3', '.headline');
        if (count <= 30_000) {
          await time(`${count} suppliers, report planned`, 'Put the report into this workbook', '.agree');
          await time(
            `${count} suppliers, report written`,
            'Add these sheets',
            'main p.told:has-text("Done")',
          );
        }
        await page.context().close();
      }
    } finally {
      await stand.close();
    }
  },
};

const rowOf = (what: string, ms: number, { counts }: OfficeHost, syncsBefore: number, held: number): string =>
  `| ${what} | ${Math.round(ms)} | ${counts.syncs - syncsBefore} | ${Math.round(
    Math.max(counts.largestIn, counts.largestOut) / 1024,
  )} | ${held} |`;
