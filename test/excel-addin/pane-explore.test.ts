import { describe, expect, it } from 'vitest';
import {
  computeLm3,
  formatGbp,
  formatRatio,
  formatShare,
  type Lm3Project,
  type Lm3Result,
  leaveOutWords,
  readLm3Workbook,
  tippingPoint,
} from '../../core/index.ts';
import { readWorkbook } from '../../spreadsheet/read-workbook.ts';
import { sampleWorkbook, setCells } from '../fakes/lm3-workbooks.ts';
import { paneForEachTest } from '../fakes/pane-stand.ts';

const pane = paneForEachTest();

const text = async (selector: string): Promise<string> =>
  (await pane.page.locator(selector).first().textContent()) ?? '';

async function openFile(buffer: Buffer): Promise<void> {
  const chooser = pane.page.waitForEvent('filechooser');
  await pane.page.getByRole('button', { name: 'Choose a workbook' }).click();
  await (await chooser).setFiles({ name: 'ours.xlsx', mimeType: '', buffer });
  await pane.page.locator('.headline').waitFor();
}

function projectOf(bytes: Uint8Array): Lm3Project {
  const workbook = readWorkbook(bytes);
  const project = workbook.ok ? readLm3Workbook(workbook.value.sheets) : workbook;
  if (!project.ok) throw new Error('The workbook holds no project.');
  return project.value;
}

function resultOf(project: Lm3Project): Lm3Result {
  const computed = computeLm3(project);
  if (!computed.ok) throw new Error('The project has no LM3.');
  return computed.value;
}

/** The sample with settings of its own, an internal recharge and a net credit. */
const unusual = (): Promise<Buffer> =>
  sampleWorkbook((workbook) => {
    workbook.removeWorksheet('Settings');
    workbook.addWorksheet('Settings').addRows([
      ['Item', 'Answer'],
      ['Tax and National Insurance', 'In pay, as money that leaves'],
      ['VAT', 'Included in the amounts'],
    ]);
    const sheet = workbook.getWorksheet('Suppliers');
    const headings = sheet?.getRow(4);
    const kind = [5, 6, 7, 8].find((column) =>
      [null, 'Kind of payment'].includes(headings?.getCell(column).value as string | null),
    );
    if (!sheet || !headings || !kind) throw new Error('The sample has no room for kinds of payment.');
    headings.getCell(kind).value = 'Kind of payment';
    sheet.getRow(5).getCell(kind).value = 'Internal recharge';
    setCells(workbook, 'Suppliers', { B11: -500 });
  });

describe('what is said of a pound', () => {
  it('is told in three wordings, and what is not an LM3 says so', async () => {
    const bytes = await sampleWorkbook();
    await openFile(bytes);
    const { lm3, additional, worth } = resultOf(projectOf(bytes));
    const tiles = await pane.page.locator('#wordings .tile').allTextContents();
    expect(tiles).toHaveLength(4);
    expect(tiles[0]).toContain(`£1.00 becomes${formatGbp(lm3)}`);
    expect(tiles[1]).toContain(`An extra${formatGbp(additional)}`);
    expect(tiles[2]).toContain(`a local supplier${formatGbp(worth.localSupplier ?? 0)}Not an LM3`);
    expect(tiles[3]).toContain(`a non-local supplier${formatGbp(worth.nonLocalSupplier ?? 0)}Not an LM3`);
    await pane.page.getByRole('link', { name: 'a pound to a local supplier' }).click();
    expect(await pane.page.locator('#workings-worthLocal').getAttribute('open')).toBe('');
  });
});

describe('a result that departs from the standard settings', () => {
  it('says so at the figure, with what the standard is', async () => {
    const bytes = await unusual();
    await openFile(bytes);
    const { departures } = resultOf(projectOf(bytes));
    expect(departures.map(({ setting }) => setting)).toEqual(['Tax and National Insurance', 'VAT']);
    const told = await pane.page.locator('.hero .departures li').allTextContents();
    expect(told).toEqual(
      departures.map(({ setting, used, standard }) => `${setting}: ${used} (standard: ${standard})`),
    );
  });

  it('and one that does not says that its settings are standard', async () => {
    await openFile(await sampleWorkbook());
    expect(await text('.facts')).toContain('Settings' + 'standard');
    expect(await pane.page.locator('.departures').count()).toBe(0);
  });

  it('lists what was left out by kind with its sum, and what the figure does not say with sources', async () => {
    const bytes = await unusual();
    await openFile(bytes);
    const { leftOut, caveats } = resultOf(projectOf(bytes));
    const rows = await pane.page.locator('#left-out tbody tr').allTextContents();
    expect(rows).toEqual(
      leftOut.map(({ kind, suppliers, total }) =>
        [
          kind === 'credit' ? 'Suppliers with a net credit' : leaveOutWords[kind],
          suppliers,
          formatGbp(total),
        ].join(''),
      ),
    );
    expect(leftOut.map(({ kind }) => kind).sort()).toEqual(['credit', 'internalRecharge']);
    const said = await text('#caveats');
    for (const caveat of caveats) {
      expect(said).toContain(caveat.text);
      expect(said).toContain(caveat.source.title);
      expect(await text('#sources')).toContain(caveat.source.title);
    }
  });
});

describe('how sure the figure is', () => {
  it('names the half-width and the largest silent supplier', async () => {
    const bytes = await sampleWorkbook();
    await openFile(bytes);
    const { halfWidth, largestSilent } = resultOf(projectOf(bytes));
    const certainty = await text('#certainty');
    expect(certainty).toContain(`± ${formatRatio(halfWidth ?? 0)}`);
    expect(certainty).toContain(`${formatShare(largestSilent?.shareOfRound1 ?? 0)} of round 1`);
    expect(certainty).toContain(largestSilent?.name);
  });
});

describe('if silent suppliers are different', () => {
  it('shows LM3 at any factor, by keys on the slider and as a number', async () => {
    const bytes = await sampleWorkbook();
    await openFile(bytes);
    const { silentFactor, lm3 } = resultOf(projectOf(bytes));
    const { page } = pane;
    await page.getByRole('button', { name: 'If silent suppliers are different' }).press('Enter');
    const slider = page.getByRole('slider', { name: /^How much silent suppliers re-spend/ });
    expect(await text('.silent-told')).toContain(`LM3 is ${formatRatio(lm3)}`);
    await slider.press('Home');
    expect(await text('.silent-told')).toBe(
      `LM3 is ${formatRatio(silentFactor.atNothing)} if silent suppliers re-spend nothing in the area.`,
    );
    expect(await slider.getAttribute('aria-valuetext')).toContain(formatRatio(silentFactor.atNothing));
    const number = page.getByLabel('The same as a number');
    await number.fill('0.5');
    await number.press('Enter');
    expect(await slider.inputValue()).toBe('0.5');
    expect(await text('.silent-told')).toContain(`LM3 is ${formatRatio(silentFactor.atHalf)} if`);
    expect(await page.getByRole('status').textContent()).toBe(await text('.silent-told'));
    await number.fill('1.5');
    await number.press('Enter');
    expect(await number.getAttribute('aria-invalid')).toBe('true');
    expect(await text('#silent-number-error')).toContain('enter a number from 0 to 1');
    expect(await text('.silent-told')).toContain(`LM3 is ${formatRatio(silentFactor.atHalf)} if`);
  });

  it('finds the tipping point of a target, and the words of the result tell it too', async () => {
    const bytes = await sampleWorkbook();
    await openFile(bytes);
    const { silentFactor, lm3 } = resultOf(projectOf(bytes));
    const { page } = pane;
    await page.getByRole('link', { name: 'If silent suppliers are different' }).click();
    const field = page.getByLabel('An LM3 to reach');
    await field.fill('lots');
    await field.press('Enter');
    expect(await text('#target-error')).toContain('enter an LM3 from 1 to 3');
    const aim = Number(((silentFactor.atNothing + lm3) / 2).toFixed(4));
    await field.fill(String(aim));
    await field.press('Enter');
    const { words, verdict } = tippingPoint(silentFactor, aim);
    expect(verdict).toBe('depends');
    await page.locator('#silent .told', { hasText: words }).waitFor();
    expect(await page.locator('.words p').last().textContent()).toBe(words);
    expect(await page.getByRole('status').textContent()).toBe(words);
  });

  it('shows how far the shares for staff move LM3', async () => {
    const bytes = await sampleWorkbook();
    await openFile(bytes);
    await pane.page.getByRole('button', { name: 'If silent suppliers are different' }).click();
    const [local] = resultOf(projectOf(bytes)).proxySensitivity;
    const row = await text('#silent tbody tr');
    expect(row).toContain(`LM3 ${formatRatio(local?.lm3AtLow ?? 0)} at ${formatShare(local?.lowShare ?? 0)}`);
    expect(row).toContain(
      `LM3 ${formatRatio(local?.lm3AtHigh ?? 0)} at ${formatShare(local?.highShare ?? 0)}`,
    );
  });
});

describe('the net figure', () => {
  it('needs all four of the reader’s own shares, is money, and is kept when the result is shown again', async () => {
    const bytes = await sampleWorkbook();
    await openFile(bytes);
    const { page } = pane;
    await page.getByRole('button', { name: 'Net, by your own figures' }).click();
    const shares = { deadweight: 0.3, displacement: 0.1, leakage: 0.05, substitution: 0 };
    for (const name of Object.keys(shares)) expect(await page.locator(`#net-${name}`).inputValue()).toBe('');
    await page.getByRole('button', { name: 'Work out the net figure' }).click();
    expect(await page.locator('#net .field-error:not(:empty)').count()).toBe(4);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('net-deadweight');

    for (const [name, share] of Object.entries(shares)) await page.fill(`#net-${name}`, `${share * 100}`);
    await page.getByLabel('Substitution').press('Enter');
    const found = resultOf({ ...projectOf(bytes), net: shares }).net;
    await page.locator('.gross-and-net').waitFor();
    expect(await text('.gross-and-net')).toContain(formatGbp(found?.net ?? 0));
    expect(await text('.gross-and-net')).toContain(formatGbp(found?.gross ?? 0));
    expect(await text('.net-answer')).toContain('This is not an LM3.');
    expect(await text('.headline-figure')).toBe(formatRatio(resultOf(projectOf(bytes)).lm3));
    expect(await text('#caveats')).toContain('rests on shares that you entered');

    await page.getByRole('button', { name: 'Start again' }).click();
    await page.getByRole('button', { name: /^Back to the result/ }).click();
    await page.getByRole('button', { name: 'Net, by your own figures' }).click();
    expect(await page.locator('#net-deadweight').inputValue()).toBe('30');
    await page.getByRole('button', { name: 'Clear the fields' }).click();
    await page.locator('.gross-and-net').waitFor({ state: 'detached' });
    expect(await page.locator('#net-deadweight').inputValue()).toBe('');
  });
});
