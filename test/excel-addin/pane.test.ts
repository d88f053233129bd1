import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import {
  computeLm3,
  formatGbp,
  formatRatio,
  formatShare,
  type Lm3Result,
  lm3Summary,
  readLm3Workbook,
} from '../../core/index.ts';
import { computeLm3File } from '../../spreadsheet/lm3-file.ts';
import { readWorkbook } from '../../spreadsheet/read-workbook.ts';
import { sampleWorkbook, setCells } from '../fakes/lm3-workbooks.ts';
import { paneForEachTest } from '../fakes/pane-stand.ts';

const pane = paneForEachTest();

const trySample = async (): Promise<void> => {
  await pane.page.getByRole('button', { name: 'Try the sample' }).click();
  await pane.page.locator('.headline').waitFor();
};

async function openFile(name: string, buffer: Buffer, buttonName = 'Choose a workbook'): Promise<void> {
  const chooser = pane.page.waitForEvent('filechooser');
  await pane.page.getByRole('button', { name: buttonName }).click();
  await (await chooser).setFiles({ name, mimeType: '', buffer });
  await pane.page.locator('.headline, .error-summary').waitFor();
}

const text = async (selector: string): Promise<string> =>
  (await pane.page.locator(selector).first().textContent()) ?? '';

function coreResult(bytes: Uint8Array): Lm3Result {
  const workbook = readWorkbook(bytes);
  const project = workbook.ok ? readLm3Workbook(workbook.value.sheets) : workbook;
  const computed = project.ok ? computeLm3(project.value) : project;
  if (!computed.ok) throw new Error('The workbook has no LM3.');
  return computed.value;
}

describe('the sample, one click away', () => {
  it('shows the figures of core to the last printed digit', async () => {
    await trySample();
    const expected = coreResult(await sampleWorkbook());
    expect(await text('.headline-figure')).toBe(formatRatio(expected.lm3));
    expect(await pane.page.title()).toBe(`${lm3Summary(expected).headline} - Local Pound`);
    expect(await text('.second-figure')).toBe(formatRatio(expected.lm2));
    const certainty = await text('#certainty');
    expect(certainty).toContain(formatShare(expected.responseRate));
    expect(certainty).toContain(
      `${formatRatio(expected.bounds.low)} to ${formatRatio(expected.bounds.high)}`,
    );
    expect(certainty).toContain(
      `${formatRatio(expected.interval?.low ?? 0)} to ${formatRatio(expected.interval?.high ?? 0)}`,
    );
    const rounds = await text('#rounds');
    for (const amount of [expected.round1, expected.round2, expected.round3, expected.total]) {
      expect(rounds).toContain(formatGbp(amount));
    }
  });

  it('says the same words as every other face', async () => {
    await trySample();
    const { headline, sentences } = lm3Summary(coreResult(await sampleWorkbook()));
    expect(await pane.page.locator('.words p').allTextContents()).toEqual([`${headline}.`, ...sentences]);
  });

  it('says that it is invented', async () => {
    await trySample();
    expect(await text('.notice')).toContain('invented');
  });

  it('draws the chart, and gives its figures as a table to those who do not see it', async () => {
    await trySample();
    const { page } = pane;
    expect(await page.getByRole('img', { name: /^Where each £1.00 goes/ }).isVisible()).toBe(true);
    const table = page.getByRole('table', { name: 'What becomes of each £1.00 of round 1' });
    expect(await table.getByRole('row').count()).toBeGreaterThan(8);
  });

  it('leads from each figure to its workings, down to rows of the workbook', async () => {
    await trySample();
    const { page } = pane;
    await page.getByRole('link', { name: 'the lower bound' }).click();
    expect(await page.locator('#workings-boundsLow').getAttribute('open')).toBe('');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Lower bound of LM3');
    // Steps are made when they are opened, not before.
    expect(await page.locator('#workings-lm3 li').count()).toBe(0);
    await page.getByRole('button', { name: 'Open every step' }).click();
    expect(await text('#workings-lm3')).toMatch(/Fictional Builders of Exampleton\s+£29,884\.00/);
    expect(await text('#workings-lm3')).toContain('Suppliers row 5');
    await page.getByRole('button', { name: 'Close every step' }).click();
    expect(await page.locator('#workings details[open]').count()).toBe(0);
  });

  it('copies its words, or marks them where the browser forbids copying', async () => {
    await trySample();
    const { page } = pane;
    await page.getByRole('button', { name: 'Copy these words' }).click();
    await page
      .getByText(/^(Copied\.|The browser did not allow copying\.)/)
      .first()
      .waitFor();
  });
});

describe('a workbook from disk', () => {
  it('is computed from its own figures', async () => {
    const bytes = await sampleWorkbook((workbook) => {
      setCells(workbook, 'Payroll', { B5: 300_000 });
      setCells(workbook, 'Suppliers', { D5: null, D6: null });
    });
    await openFile('our year.xlsx', bytes);
    const expected = coreResult(bytes);
    expect(await text('.headline-figure')).toBe(formatRatio(expected.lm3));
    expect(await text('.facts')).toContain('our year.xlsx');
    expect(expected.answers.count).toBe(9);
    expect(await text('#certainty')).toContain('9 of 15 suppliers');
    expect(await text('#chase')).toContain('Fictional Builders of Exampleton');
  });

  it('may be dropped on the page', async () => {
    const bytes = await sampleWorkbook();
    const transfer = await pane.page.evaluateHandle((base64) => {
      const content = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const made = new DataTransfer();
      made.items.add(new File([content], 'dropped.xlsx'));
      return made;
    }, bytes.toString('base64'));
    await pane.page.dispatchEvent('main', 'dragover', { dataTransfer: transfer });
    await pane.page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
    await pane.page.locator('.headline').waitFor();
    expect(await text('.facts')).toContain('dropped.xlsx');
  });

  it('without a single answer gets bounds, the reason for no interval, and whom to ask', async () => {
    const silent = Object.fromEntries(Array.from({ length: 15 }, (_, index) => [`D${5 + index}`, null]));
    const bytes = await sampleWorkbook((workbook) => setCells(workbook, 'Suppliers', silent));
    await openFile('silent.xlsx', bytes);
    const expected = coreResult(bytes);
    expect(await text('h1')).toContain('at least');
    const certainty = await text('#certainty');
    expect(certainty).toContain(expected.intervalReason);
    expect(certainty).toMatch(/Confidence:\s+Red/);
    expect(await text('#chase')).toMatch(/Once the first \d+ answer, half of supplier value will have\./);
  });

  it('with things to check still gets its result, with the things named', async () => {
    const bytes = await sampleWorkbook((workbook) => setCells(workbook, 'Suppliers', { B8: -500 }));
    await openFile('credit.xlsx', bytes);
    expect(await text('#to-check')).toMatch(/net credit/);
  });

  it('shows whatever stands in names as plain text', async () => {
    const markup = '<img src=x onerror=alert(1)>';
    const bytes = await sampleWorkbook((workbook) => {
      setCells(workbook, 'Project', { B5: `${markup} Trust`, B6: `<script>alert(2)</script>` });
      setCells(workbook, 'Suppliers', { A5: markup, A11: `"><svg onload=alert(3)>` });
    });
    let alerts = 0;
    pane.page.on('dialog', async (dialog) => {
      alerts += 1;
      await dialog.dismiss();
    });
    await openFile('<b>names</b>.xlsx', bytes);
    await pane.page.getByRole('button', { name: 'Open every step' }).click();
    expect(await text('.facts')).toContain(`${markup} Trust`);
    expect(await text('h1')).toContain('<script>alert(2)</script>');
    expect(await text('#workings')).toContain(markup);
    expect(await text('#chase')).toContain('"><svg onload=alert(3)>');
    expect(await pane.page.locator('main :is(img, script, svg[onload])').count()).toBe(0);
    expect(alerts).toBe(0);
  });
});

describe('the report workbook', () => {
  it('is downloaded, opens, and gives the same LM3 again', async () => {
    await trySample();
    const downloading = pane.page.waitForEvent('download');
    await pane.page.getByRole('button', { name: 'Download the report workbook' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('local-pound-lm3-sample - LM3 report.xlsx');
    const bytes = await readFile(await download.path());
    const workbook = readWorkbook(bytes);
    expect(workbook.ok && workbook.value.sheets.map(({ name }) => name)).toContain('LM3 report');
    const again = computeLm3File(bytes);
    const shown = await text('.headline-figure');
    expect(again.ok && formatRatio(again.value.result.lm3)).toBe(shown);
    expect(await text('.told')).toContain(download.suggestedFilename());
  });

  it('can be made again', async () => {
    await trySample();
    for (const _ of [1, 2]) {
      const downloading = pane.page.waitForEvent('download');
      await pane.page.getByRole('button', { name: 'Download the report workbook' }).click();
      expect((await readFile(await (await downloading).path())).length).toBeGreaterThan(10_000);
    }
  });
});

describe('starting again', () => {
  it('keeps the last result until there is another', async () => {
    await trySample();
    await pane.page.getByRole('button', { name: 'Start again' }).click();
    await pane.page.getByRole('button', { name: /^Back to the result for Example Community Trust/ }).click();
    await pane.page.getByRole('button', { name: 'Download the report workbook' }).waitFor();
    await pane.page.getByRole('button', { name: 'Start again' }).click();
    const bytes = await sampleWorkbook((workbook) => setCells(workbook, 'Project', { B5: 'Another one' }));
    await openFile('another.xlsx', bytes);
    expect(await text('.facts')).toContain('Another one');
  });

  it('opens another workbook straight from the result', async () => {
    await trySample();
    const bytes = await sampleWorkbook((workbook) => setCells(workbook, 'Project', { B5: 'Next in line' }));
    await openFile('next.xlsx', bytes, 'Open another file');
    await pane.page.getByText('next.xlsx').waitFor();
    expect(await text('.facts')).toContain('Next in line');
  });

  it('offers an empty workbook and the sample to take away, both of which open', async () => {
    for (const name of ['Download an empty workbook', 'the sample workbook']) {
      const downloading = pane.page.waitForEvent('download');
      await pane.page.getByRole('link', { name }).click();
      const workbook = readWorkbook(await readFile(await (await downloading).path()));
      expect(workbook.ok && workbook.value.sheets.map((sheet) => sheet.name)).toContain('Suppliers');
    }
  });
});
