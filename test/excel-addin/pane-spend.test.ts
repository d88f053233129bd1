import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { readLm3Workbook } from '../../core/index.ts';
import { readWorkbook } from '../../spreadsheet/read-workbook.ts';
import { paneForEachTest } from '../fakes/pane-stand.ts';

const pane = paneForEachTest();
let calderdale: Buffer;
beforeAll(async () => {
  calderdale = await readFile('docs/examples/calderdale-2022-08.csv');
});

const text = async (selector: string): Promise<string> =>
  (await pane.page.locator(selector).first().textContent()) ?? '';

async function choose(button: string | RegExp, name: string, content: string | Buffer): Promise<void> {
  const chooser = pane.page.waitForEvent('filechooser');
  await pane.page.getByRole('button', { name: button }).click();
  await (await chooser).setFiles({ name, mimeType: '', buffer: Buffer.from(content) });
}

async function openFile(name: string, content: string | Buffer): Promise<void> {
  await choose(/^(Choose a workbook|Open another file)/, name, content);
  await pane.page.locator('.headline, .error-summary').first().waitFor();
}

const placed = `Paid on,Paid to,Post code,Sum in pounds,Service
01/04/2025,Halifax Bakers Ltd,HX1 1UJ,"1,000.00",Catering
02/04/2025,HALIFAX BAKERS LIMITED,HX1 1UJ,500.00,Catering
03/05/2025,Leeds Paper,LS1 4DY,250.50,Stationery
03/05/2025,Leeds Paper,LS1 4DY,(50.50),Stationery
04/05/2025,Somewhere Else,,300.00,Stationery
`;

const status = (): Promise<string> => text('#status');

async function useCalderdale(): Promise<void> {
  await pane.page.getByLabel('Council area, county or region').fill('calderd');
  await pane.page.getByRole('button', { name: 'Add Calderdale' }).click();
  await pane.page.getByRole('button', { name: 'Use this area' }).click();
  await pane.page.locator('#where').waitFor();
}

describe('payments of any layout in the pane', () => {
  it('adds a council’s own export up with no help', async () => {
    await openFile('calderdale-2022-08.csv', calderdale);
    expect(await text('.headline')).toMatch(/£15,901,508\.75 in 1,956 payments to \d+ suppliers/);
    expect(await text('.lead')).toContain('-£291,272.43');
    expect(await text('#lists')).toContain('This file has no postcodes');
  });

  it('places suppliers by their postcodes once a person says where local is', async () => {
    await openFile('payments.csv', placed);
    await useCalderdale();
    expect(await text('.lead')).toContain('75% went to suppliers known to be local (Calderdale)');
    const tiles = await pane.page.locator('#where .tile-figure').allTextContents();
    expect(tiles).toEqual(['£1,500.00', '£200.00', '£300.00']);
    expect(await text('#where')).toContain('Leeds');
    expect(await text('#where')).toContain('the most deprived fifth of districts');
    expect(await pane.page.locator('#where svg').count()).toBe(2);
    expect(await text('#leaks')).toContain('Somewhere Else');
    expect(await status()).toBe('Added up for the new area.');
  });

  it('takes a circle round a postcode, and says what is wrong with one', async () => {
    await openFile('payments.csv', placed);
    await pane.page.getByLabel('Or round a postcode').fill('QQ9 9QQ');
    await pane.page.getByLabel('Kilometres').fill('40');
    await pane.page.getByRole('button', { name: 'Use this area' }).click();
    await pane.page.locator('#area .told table').waitFor();
    expect(await text('#area .told')).toContain('QQ9 9QQ');
    await pane.page.getByLabel('Or round a postcode').fill('HX1 1UJ');
    await pane.page.getByRole('button', { name: 'Use this area' }).click();
    await pane.page.locator('#where').waitFor();
    expect(await text('#where .tile')).toContain('£1,700.00');
  });

  it('lets a person say what a column holds, and remembers it for files with the same headings', async () => {
    const odd = placed.replace('Paid to,Post code,Sum in pounds,Service', 'Text 1,Text 2,Figure,Text 3');
    await openFile('odd.csv', odd);
    await pane.page.locator('#columns').waitFor();
    if (
      (await pane.page.getByLabel('E Text 3').count()) === 0 ||
      !(await pane.page.getByLabel('E Text 3').isVisible())
    )
      await pane.page.locator('#columns-title').click();
    await pane.page.getByLabel('B Text 1').selectOption('category');
    await pane.page.getByLabel('E Text 3').selectOption('supplier');
    await pane.page.getByRole('button', { name: 'Read it like this' }).click();
    await expect.poll(status).toBe('The file was read again.');
    expect(await text('.headline')).toContain('to 2 suppliers');
    await openFile('odd again.csv', odd);
    expect(await text('.headline')).toContain('to 2 suppliers');
  });

  it('does not read a file without an amount, and keeps what was there', async () => {
    await openFile('payments.csv', placed);
    await pane.page.locator('#columns').waitFor();
    if (!(await pane.page.getByLabel('D Sum in pounds').isVisible()))
      await pane.page.locator('#columns-title').click();
    await pane.page.getByLabel('D Sum in pounds').selectOption('supplier');
    await pane.page.getByRole('button', { name: 'Read it like this' }).click();
    await pane.page.locator('#columns .field-error, #columns .told table').first().waitFor();
    expect(await text('#columns .told')).toContain('Supplier is chosen for two columns');
    expect(await text('.headline')).toContain('£2,000.00');
  });

  it('keeps a spelling apart where a person wants it so', async () => {
    await openFile('payments.csv', placed);
    expect(await text('.headline')).toContain('to 3 suppliers');
    await pane.page.locator('#merges-title').click();
    await pane.page.getByRole('checkbox').first().check();
    await pane.page.getByRole('button', { name: 'Add up again' }).click();
    await expect.poll(() => text('.headline')).toContain('to 4 suppliers');
  });

  it('takes a list of suppliers with postcodes, and one of who is local', async () => {
    await openFile('calderdale-2022-08.csv', calderdale);
    await choose(
      'Choose a list of suppliers',
      'where.csv',
      'Supplier,Postcode\nLocala Community Partnerships CIC,HX1 1UJ\nHumankind,LS1 4DY\n',
    );
    await expect.poll(() => text('#lists')).toContain('2 suppliers on your list of postcodes');
    await useCalderdale();
    const tiles = await pane.page.locator('#where .tile').allTextContents();
    expect(tiles[0]).toContain('£620,739.34');
    expect(tiles[1]).toContain('£543,773.66');
    await pane.page.locator('#lists-title').click();
    await choose('Choose a list of suppliers', 'wrong.csv', 'Supplier,Local\nHumankind,perhaps\n');
    await pane.page.locator('#lists .field-error').waitFor();
    expect(await text('#lists')).toContain('Yes or No');
    await choose('Choose a list of suppliers', 'local.csv', 'Supplier,Local\nHumankind,Yes\n');
    await expect.poll(() => text('#where')).toContain('£1,164,513.00');
  });

  it('makes a workbook that LM3 reads, and shows a first LM3', async () => {
    await openFile('payments.csv', placed);
    await useCalderdale();
    const saved = pane.page.waitForEvent('download');
    await pane.page.getByRole('button', { name: 'Download a workbook ready for LM3' }).click();
    const download = await saved;
    expect(download.suggestedFilename()).toBe('payments - for LM3.xlsx');
    const workbook = readWorkbook(await readFile(await download.path()));
    if (!workbook.ok) throw new Error(JSON.stringify(workbook.issues));
    const project = readLm3Workbook(workbook.value.sheets);
    if (!project.ok) throw new Error(JSON.stringify(project.issues));
    const spendOf = (local: boolean) =>
      project.value.suppliers
        .filter((supplier) => supplier.local === local)
        .reduce((sum, { spend }) => sum + spend, 0);
    expect([spendOf(true), spendOf(false)]).toEqual([1500, 500]);
    await pane.page.getByRole('button', { name: 'See a first LM3' }).click();
    await pane.page.locator('#rounds').waitFor();
    expect(await text('.headline')).toContain('1.75');
  });

  it('says what is wrong with a file that holds no payments', async () => {
    await openFile('letter.csv', 'Dear all,\nplease find enclosed\n');
    expect(await text('.error-summary')).not.toBe('');
  });
});
