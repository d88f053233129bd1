import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { formatRatio } from '../../core/index.ts';
import { computeLm3File } from '../../spreadsheet/lm3-file.ts';
import { breaches } from '../fakes/axe-breaches.ts';
import { type ExcelStand, setUpExcel } from '../fakes/excel-stand.ts';
import { libreOfficeVersion, recalculateInLibreOffice } from '../fakes/libre-office.ts';
import { sampleWorkbook } from '../fakes/lm3-workbooks.ts';
import { openInFakeExcel } from '../fakes/office/from-xlsx.ts';
import { HostError } from '../fakes/office/host-error.ts';
import { saveFromFakeExcel } from '../fakes/office/to-xlsx.ts';
import { WorkbookModel } from '../fakes/office/workbook-model.ts';

let stand: ExcelStand;

beforeAll(async () => {
  stand = await setUpExcel();
});
afterAll(() => stand.close());
beforeEach(({ task }) => {
  task.meta.ranWith = [stand.ranWith, 'office.js 1.1.110'];
});

const screenshots = process.env.SCREENSHOTS;

async function shoot(page: Page, name: string): Promise<void> {
  if (!screenshots) return;
  mkdirSync(screenshots, { recursive: true });
  await page.screenshot({ path: join(screenshots, `in-excel-${name}.png`) });
}

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

const text = async (page: Page, selector: string): Promise<string> =>
  (await page.locator(selector).first().textContent()) ?? '';

/** Payments on a sheet of no particular layout, as a table. */
function ledger(rows: number): WorkbookModel {
  const book = new WorkbookModel('Ledger 2026.xlsx');
  const sheet = book.addSheet('Payments');
  const line = (row: number, cells: readonly (string | number)[]) => {
    cells.forEach((cell, column) => {
      sheet.put(row, column, cell);
    });
  };
  line(0, ['Directorate', 'Supplier name', 'Payment date', 'Amount (£)', 'Postcode']);
  for (let row = 1; row <= rows; row += 1) {
    const place = row % 2 === 0 ? 'HX1 1UJ' : 'LS1 1UR';
    line(row, ['Adults', `Made-up supplier ${row % 300}`, 45_748 + (row % 365), 100.25, place]);
  }
  sheet.format({ row: 1, column: 2, rows, columns: 1 }, 'numberFormat', 'dd/mm/yyyy');
  book.addTable(sheet, { row: 0, column: 0, rows: rows + 1, columns: 5 }, true, 'Spend');
  return book;
}

describe('a workbook for LM3 that is open in Excel', () => {
  it('gets its result, follows its cells, and takes a report whose formulas come to the same', async (ctx) => {
    const sample = await sampleWorkbook();
    const { page, host, faults } = await stand.open(await openInFakeExcel(sample, 'Our year.xlsx'));
    await press(page, 'Work out LM3');
    await page.locator('.headline').waitFor();
    const expected = computeLm3File(sample);
    if (!expected.ok) throw new Error('The sample has no LM3.');
    expect(await text(page, '.headline-figure')).toBe(formatRatio(expected.value.result.lm3));
    expect(await text(page, '.facts')).toContain('Our year.xlsx');
    expect(host.counts.undoSteps).toBe(1);
    await shoot(page, 'result');

    host.userTypes('Payroll', 'B5', (sheet) => sheet.put(4, 1, 'plenty'));
    await page.locator('.changed-note').waitFor();
    expect(await text(page, '.changed-note')).toMatch(/from before the change[\s\S]*B5[\s\S]*"plenty"/);
    host.userTypes('Payroll', 'B5', (sheet) => sheet.put(4, 1, 900_000));
    await page.locator('.changed-note').waitFor({ state: 'detached' });
    const lm3 = await text(page, '.headline-figure');
    expect(lm3).not.toBe(formatRatio(expected.value.result.lm3));

    const own = host.book.sheets.map(({ name }) => name);
    await press(page, 'Put the report into this workbook');
    await page.getByRole('heading', { name: 'What will be written' }).waitFor();
    expect(await text(page, '.agree')).toMatch(/\d+ new sheets after yours.*None of your sheets is changed/);
    expect(host.book.sheets).toHaveLength(own.length);
    await press(page, 'Cancel');
    await press(page, 'Put the report into this workbook');
    await page.getByRole('button', { name: 'Add these sheets' }).waitFor();
    await shoot(page, 'agree');
    await press(page, 'Add these sheets');
    await page.locator('main').getByText('Done: look at the sheet LM3 report').waitFor();
    expect(host.book.sheets.slice(0, own.length).map(({ name }) => name)).toEqual(own);
    expect(host.book.sheet('LM3 report').charts[0]).toMatchObject({ type: 'ColumnClustered' });
    expect(host.counts.largestIn).toBeLessThan(5 * 1024 * 1024);
    expect(faults).toEqual([]);
    await page.context().close();

    const office = await libreOfficeVersion();
    if (office === undefined) return;
    ctx.task.meta.ranWith?.push(`formulas: ${office}`);
    const saved = await recalculateInLibreOffice(await saveFromFakeExcel(host.book));
    const rows = new Map<string, unknown>();
    const checks: string[] = [];
    saved.getWorksheet('LM3 report')?.eachRow((row) => {
      rows.set(row.getCell(1).text, row.getCell(2).result ?? row.getCell(2).value);
      if (row.getCell(5).formula !== undefined) checks.push(String(row.getCell(5).result));
    });
    expect(formatRatio(Number(rows.get('LM3')))).toBe(lm3);
    expect(rows.get('Do all formulas come to the figures of the engine?')).toBe('all the same');
    expect(new Set(checks)).toEqual(new Set(['the same']));
    expect(checks.length).toBeGreaterThan(20);
  });
});

describe('payments that are open in Excel', () => {
  it('are read with progress, may be cancelled, and are taken up again the next time', async () => {
    const book = ledger(20_000);
    const { page, host, faults } = await stand.open(book);
    await page.getByLabel('Read them from').selectOption({ index: 0 });
    host.beginCellEdit();
    await press(page, 'Read these payments');
    await page.getByRole('heading', { name: 'Reading table Spend' }).waitFor();
    await press(page, 'Cancel');
    host.endCellEdit();
    await page.getByText('Ledger 2026.xlsx').waitFor();

    await press(page, 'Read these payments');
    await page.locator('.enabled-figure').waitFor();
    expect(await text(page, 'h1')).toBe('£2,005,000.00 in 20,000 payments to 300 suppliers');
    await page.getByLabel('Council area, county or region').fill('calderd');
    await press(page, 'Add Calderdale');
    await press(page, 'Use this area');
    await page.locator('#where').waitFor();
    await shoot(page, 'payments');
    expect(faults).toEqual([]);
    await page.context().close();

    const again = await stand.open(book);
    await again.page.getByText('table Spend, with Calderdale as local').waitFor();
    await shoot(again.page, 'go-on');
    await press(again.page, 'Put the settings on a sheet');
    await press(again.page, 'Add these sheets');
    await again.page.locator('main').getByText('Done: look at the sheet Local Pound settings').waitFor();
    await press(again.page, 'Go on');
    await again.page.locator('#where').waitFor();
    await press(again.page, 'See a first LM3');
    await again.page.locator('.headline-figure').waitFor();
    expect(again.host.book.settings.get('localPound.settings')).toContain('"firstLm3":true');
    expect(book.sheet('Local Pound settings').valueAt(4, 1)).toBe('table Spend');
    await again.page.context().close();
  });

  it('say in plain words what Excel could not do, with details to copy', async () => {
    const { page, host } = await stand.open(ledger(10));
    await page.getByLabel('Read them from').waitFor();
    host.failNext = new HostError('InvalidReference', 'in the words of programmers');
    await press(page, 'Read these payments');
    await page.getByRole('alert').waitFor();
    const told = await text(page, 'main');
    expect(told).toContain('the workbook to stay open while it is read');
    expect(told).not.toContain('programmers');
    await press(page, 'Copy details');
    await page
      .locator('main')
      .getByText(/^(Copied\.|.*Excel: InvalidReference)/)
      .waitFor();
    await page.context().close();
  });
});

describe('the pane in Excel, 320 pixels wide', () => {
  it('answers questions without a network, and leads to the routes of a case', async () => {
    const { page, faults } = await stand.open(ledger(3), { viewport: { width: 320, height: 800 } });
    await page.getByLabel('Read them from').waitFor();
    expect(await breaches(page)).toEqual([]);
    await page.getByRole('button', { name: 'Ask', exact: true }).first().click();
    await page.getByLabel('Your question').fill('What radius was used for Hopscotch?');
    await page.keyboard.press('Enter');
    await page.locator('.answer').waitFor();
    expect(await text(page, '.answer')).toContain('12 km');
    expect(await page.locator('.answer-sources li').count()).toBeGreaterThan(0);
    await shoot(page, 'ask');

    await press(page, 'Begin');
    await page.getByLabel('England').check();
    await press(page, 'Next');
    for (let asked = 0; asked < 40; asked += 1) {
      const question = page.locator('.route-question');
      const label = await question.getAttribute('aria-label');
      await press(page, 'I do not know');
      await page.waitForFunction(
        (before) => document.querySelector('.route-question')?.getAttribute('aria-label') !== before,
        label,
      );
      if ((await question.count()) === 0) break;
    }
    expect(await text(page, '[aria-labelledby="route-title"]')).toMatch(/What was tested[\s\S]*Please note/);
    expect(await breaches(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
