import { describe, expect, it } from 'vitest';
import {
  csvNamedXlsx,
  emptyFile,
  encryptedXlsx,
  lyingBomb,
  oldXls,
  truncatedXlsx,
  zipBomb,
} from '../fakes/hostile-files.ts';
import { largeWorkbook, sampleWorkbook, setCells } from '../fakes/lm3-workbooks.ts';
import { paneForEachTest } from '../fakes/pane-stand.ts';

const pane = paneForEachTest();

async function choose(name: string, buffer: Uint8Array): Promise<void> {
  const chooser = pane.page.waitForEvent('filechooser');
  await pane.page.getByRole('button', { name: /^Choose (a|the) workbook/ }).click();
  await (await chooser).setFiles({ name, mimeType: '', buffer: Buffer.from(buffer) });
}

const alertText = async (): Promise<string> => (await pane.page.getByRole('alert').textContent()) ?? '';

/** The rows of the table of problems, each cell as its text. */
const problemRows = (): Promise<string[][]> =>
  pane.page
    .getByRole('table', { name: 'Problems to put right' })
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));

async function sampleStillWorks(): Promise<void> {
  await pane.page.getByRole('button', { name: 'Start again' }).click();
  await pane.page.getByRole('button', { name: 'Try the sample' }).click();
  await pane.page.locator('.headline-figure').waitFor();
}

describe('a workbook with mistakes', () => {
  it('gets every one of them listed with sheet and cell, and the reader is taken to the list', async () => {
    const bytes = await sampleWorkbook((workbook) => {
      setCells(workbook, 'Project', { B5: null });
      setCells(workbook, 'Payroll', { B5: -5 });
      setCells(workbook, 'Suppliers', { B6: 'lots', D7: 140, C8: 'Maybe', B9: { error: '#DIV/0!' } });
    });
    await choose('mistakes.xlsx', bytes);
    const alert = pane.page.getByRole('alert');
    await alert.waitFor();
    expect(await alertText()).toContain('There are 6 problems in mistakes.xlsx');
    expect(await alert.evaluate((element) => element === document.activeElement)).toBe(true);
    const rows = await problemRows();
    expect(rows.map(([sheet, cell, found]) => [sheet, cell, found])).toEqual([
      ['Project', 'B5', 'an empty cell'],
      ['Payroll', 'B5', '-5'],
      ['Suppliers', 'B6', '"lots"'],
      ['Suppliers', 'D7', '140'],
      ['Suppliers', 'C8', '"Maybe"'],
      ['Suppliers', 'B9', '#DIV/0!'],
    ]);
    for (const [, , , expected, mend] of rows) {
      expect(expected).not.toBe('');
      expect(mend).not.toBe('');
    }
    expect(await pane.page.locator('.headline-figure').count()).toBe(0);
  });

  it('can be chosen again once it is mended', async () => {
    const broken = await sampleWorkbook((workbook) => setCells(workbook, 'Suppliers', { B6: 'lots' }));
    await choose('ours.xlsx', broken);
    await pane.page.getByRole('alert').waitFor();
    await choose('ours.xlsx', await sampleWorkbook());
    await pane.page.locator('.headline-figure').waitFor();
  });

  it('without its sheet of suppliers is told which sheet is missing', async () => {
    const bytes = await sampleWorkbook((workbook) => workbook.removeWorksheet('Suppliers'));
    await choose('no suppliers.xlsx', bytes);
    await pane.page.getByRole('alert').waitFor();
    expect((await problemRows()).flat().join(' ')).toContain('a sheet named "Suppliers"');
  });

  it('with hundreds of mistakes shows them a page at a time', async () => {
    const wrong = Object.fromEntries(Array.from({ length: 15 }, (_, row) => [`B${5 + row}`, 'x']));
    const many = await sampleWorkbook((workbook) => {
      const sheet = workbook.getWorksheet('Suppliers');
      for (let row = 20; row < 300; row += 1)
        sheet?.getRow(row).splice(1, 4, `Invented ${row}`, 'much', 'Yes');
      setCells(workbook, 'Suppliers', wrong);
    });
    await choose('many.xlsx', many);
    await pane.page.getByRole('alert').waitFor();
    const count = Number(/There are (\d+) problems/.exec(await alertText())?.[1]);
    expect(count).toBeGreaterThanOrEqual(295);
    expect(await problemRows()).toHaveLength(50);
    const more = pane.page.getByRole('button', { name: /^Show \d+ more/ });
    while ((await more.count()) > 0) await more.click();
    expect(await problemRows()).toHaveLength(count);
  });
});

describe('a file that is no workbook', () => {
  it.each([
    ['an empty file', 'empty.xlsx', emptyFile, /an empty file/],
    ['a zip bomb', 'bomb.xlsx', zipBomb, /would unpack/],
    ['a zip bomb that lies about its size', 'bomb.xlsx', lyingBomb, /unpacks? to more than it declares/],
    ['an old .xls', 'old.xls', oldXls, /an old Office file/],
    ['a workbook with a password', 'secret.xlsx', encryptedXlsx, /protected with a password/],
    ['half a workbook', 'half.xlsx', truncatedXlsx, /cut short/],
  ] as const)('%s is refused by name, and the page goes on', async (_, name, make, found) => {
    await choose(name, make());
    await pane.page.getByRole('alert').waitFor();
    expect(await alertText()).toContain(`There is 1 problem in ${name}`);
    const [row = []] = await problemRows();
    expect(row[2]).toMatch(found);
    expect(row[4]).not.toBe('');
    await sampleStillWorks();
  });

  it('a CSV file named .xlsx is read as what it is, and the name is told', async () => {
    await choose('payments.xlsx', csvNamedXlsx());
    await pane.page.locator('#to-check').waitFor();
    expect(await pane.page.locator('.headline').textContent()).toContain('£1,200.50');
    expect(await pane.page.locator('#to-check').textContent()).toContain('a text file named .xlsx');
  });

  it('is not taken two at a time', async () => {
    const transfer = await pane.page.evaluateHandle(() => {
      const made = new DataTransfer();
      for (const name of ['one.xlsx', 'two.xlsx']) made.items.add(new File(['x'], name));
      return made;
    });
    await pane.page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
    await pane.page.getByRole('alert').waitFor();
    expect((await problemRows()).flat()).toContain('2 files at once');
    await sampleStillWorks();
  });
});

describe('a large workbook', () => {
  it('of 31,000 suppliers is read and computed while the page goes on answering, and has no report', async () => {
    const bytes = largeWorkbook(31_000);
    await pane.page.evaluate(() => {
      const beats = { count: 0 };
      setInterval(() => {
        beats.count += 1;
      }, 10);
      Object.assign(window, { beats });
    });
    await choose('large.xlsx', bytes);
    const before = await pane.page.evaluate(
      () => (window as unknown as { beats: { count: number } }).beats.count,
    );
    await pane.page.locator('.headline-figure').waitFor();
    const after = await pane.page.evaluate(
      () => (window as unknown as { beats: { count: number } }).beats.count,
    );
    // Read and computed on the page itself, the clock would stand still meanwhile.
    expect(after - before).toBeGreaterThan(5);
    expect(await pane.page.locator('#certainty').textContent()).toContain('23,250 of 31,000 suppliers');
    await pane.page.getByRole('button', { name: 'Download the report workbook' }).click();
    await pane.page.locator('.told', { hasText: 'at most 30,000 suppliers for a report workbook' }).waitFor();
    expect(await pane.page.locator('.headline-figure').count()).toBe(1);
  });

  it('can be cancelled, and the page is ready for the next', async () => {
    await choose('very large.xlsx', largeWorkbook(150_000));
    await pane.page.getByRole('heading', { name: 'Reading very large.xlsx' }).waitFor();
    await pane.page.getByRole('button', { name: 'Cancel' }).click();
    await pane.page.getByRole('heading', { name: 'How much of each pound stays in your area?' }).waitFor();
    expect(await pane.page.getByRole('status').textContent()).toBe('Cancelled. Nothing was changed.');
    await pane.page.getByRole('button', { name: 'Try the sample' }).click();
    await pane.page.locator('.headline-figure').waitFor();
    expect(await pane.page.locator('.facts').textContent()).toContain('Example Community Trust');
  });
});
