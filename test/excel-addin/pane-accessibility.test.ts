import { readFileSync } from 'node:fs';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { breaches } from '../fakes/axe-breaches.ts';
import { largeWorkbook, sampleWorkbook, setCells } from '../fakes/lm3-workbooks.ts';
import { type PaneStand, setUpPane } from '../fakes/pane-stand.ts';

let stand: PaneStand;

beforeAll(async () => {
  stand = await setUpPane();
});
afterAll(() => stand.close());
beforeEach(({ task }) => {
  task.meta.ranWith = [stand.ranWith];
});

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a workbook' }).click();
  await (await chooser).setFiles({ name, mimeType: '', buffer });
}

/** Opens the parts that show only their title and a line at first. */
const openEveryPart = (page: Page): Promise<void> =>
  page.locator('button.opener').evaluateAll((openers) => {
    for (const opener of openers) (opener as HTMLElement).click();
  });

/** The views of the pane, each with what brings it up. */
const views: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  start: async (page) => {
    await page.getByLabel('What does the tenant do?').fill('hairdresser');
    await page.keyboard.press('Enter');
    await page.locator('.codes').first().waitFor();
  },
  result: async (page) => {
    await page.getByRole('button', { name: 'Try the sample' }).click();
    await page.locator('#workings-lm3 > summary').click();
    await page.locator('#workings-lm3 details > summary').first().click();
    await openEveryPart(page);
    await page.getByLabel('Share of this pay').fill('25');
    await page.getByLabel('Share of this pay').press('Enter');
    await page.locator('.change').waitFor();
    await page.locator('#leaks table').first().waitFor();
    await page.locator('#plan table').first().waitFor();
  },
  tenants: async (page) => {
    await page.getByRole('button', { name: 'Try the tenants sample' }).click();
    await page
      .getByRole('button', { name: /^Show the workings of/ })
      .first()
      .click();
    await page.locator('.tenant-workings summary').first().click();
    await openEveryPart(page);
    await page.locator('#as-published table').waitFor();
  },
  payments: async (page) => {
    await choose(page, 'payments.csv', readFileSync('docs/examples/calderdale-2022-08.csv'));
    await page.getByLabel('Council area, county or region').fill('calderd');
    await page.getByRole('button', { name: 'Add Calderdale' }).click();
    await page.getByRole('button', { name: 'Use this area' }).click();
    await page.locator('#where').waitFor();
    await openEveryPart(page);
  },
  'result with things to check': async (page) => {
    const credit = await sampleWorkbook((workbook) =>
      setCells(workbook, 'Suppliers', { A8: 'A'.repeat(150), B8: -500, D5: null }),
    );
    await choose(page, `${'long'.repeat(20)}.xlsx`, credit);
    await page.locator('#to-check').waitFor();
  },
  problems: async (page) => {
    const broken = await sampleWorkbook((workbook) =>
      setCells(workbook, 'Suppliers', { B6: 'x'.repeat(200), D7: 140, C8: 'Maybe' }),
    );
    await choose(page, 'mistakes.xlsx', broken);
    await page.getByRole('alert').waitFor();
  },
};
const viewNames = Object.keys(views);

async function openView(name: string, options: BrowserContextOptions): Promise<Page> {
  const { page } = await stand.open(options);
  await views[name]?.(page);
  return page;
}

const wide: BrowserContextOptions = { viewport: { width: 1200, height: 900 } };
const narrow: BrowserContextOptions = { viewport: { width: 320, height: 640 } };

describe('accessibility by the rules of axe', () => {
  it.each(viewNames)('finds nothing on a wide page and in a pane of 320 pixels: %s', async (name) => {
    const page = await openView(name, wide);
    expect(await breaches(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await breaches(page)).toEqual([]);
    await page.context().close();
  });

  it('finds nothing where people ask for more contrast and less motion', async () => {
    const page = await openView('result', { ...wide, contrast: 'more', reducedMotion: 'reduce' });
    expect(await breaches(page)).toEqual([]);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe('auto');
    await page.context().close();
  });

  it('finds nothing while a workbook is being read', async () => {
    const { page } = await stand.open(wide);
    await choose(page, 'very large.xlsx', largeWorkbook(150_000));
    await page.getByRole('heading', { name: 'Reading very large.xlsx' }).waitFor();
    expect(await breaches(page)).toEqual([]);
    await page.context().close();
  });
});

describe('width', () => {
  it.each(viewNames)('never makes people scroll sideways: %s', async (name) => {
    const page = await openView(name, wide);
    const everyStep = page.getByRole('button', { name: 'Open every step' });
    if ((await everyStep.count()) > 0) await everyStep.click();
    // 640 pixels is what a page 1,280 wide has left at 200% zoom.
    for (const width of [1200, 640, 320]) {
      await page.setViewportSize({ width, height: 700 });
      const sideways = await page.evaluate(() => ({
        page: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        // What sticks out although the page itself does not scroll would be cut off.
        cutOff: [...document.querySelectorAll('main *')]
          .filter((element) => element.checkVisibility())
          .filter((element) => !element.closest('.hidden, .chart-table, thead'))
          .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
          .map((element) => element.outerHTML.slice(0, 80)),
      }));
      expect({ width, ...sideways }).toEqual({ width, page: 0, cutOff: [] });
    }
    await page.context().close();
  });

  it('gives a narrow pane the table in place of the chart, and a wide page the chart', async () => {
    const page = await openView('result', narrow);
    const chart = page.locator('.chart');
    const table = page.locator('.chart-table');
    expect([await chart.isVisible(), (await table.boundingBox())?.width]).toEqual([false, 262]);
    await page.setViewportSize({ width: 1200, height: 900 });
    expect([await chart.isVisible(), (await table.boundingBox())?.width]).toEqual([true, 1]);
    await page.context().close();
  });
});

describe('the keyboard alone', () => {
  const focused = (page: Page): Promise<string> =>
    page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

  /** Presses Tab until something with these words has the focus. */
  async function tabTo(page: Page, words: RegExp): Promise<void> {
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab');
      const onWhat = await page.evaluate(() => {
        const { activeElement } = document;
        const ring = activeElement && getComputedStyle(activeElement).outlineStyle;
        return { words: activeElement?.textContent?.trim().slice(0, 80) ?? '', ring };
      });
      expect(onWhat.ring, `no visible focus on "${onWhat.words}"`).not.toBe('none');
      if (words.test(onWhat.words)) return;
    }
    throw new Error(`Tab never reached ${String(words)}.`);
  }

  it('is enough from the start to the result, through the workings, to the report', async () => {
    const { page } = await stand.open(wide);
    await tabTo(page, /^Skip to main content$/);
    await tabTo(page, /^Try the sample$/);
    await page.keyboard.press('Enter');
    await page.locator('.headline-figure').waitFor();
    // The reader stands at the figure, not somewhere at the end of the page.
    expect(await focused(page)).toMatch(/^LM3 is/);

    const downloading = page.waitForEvent('download');
    await tabTo(page, /^Download the report workbook$/);
    await page.keyboard.press('Enter');
    await downloading;
    expect(await focused(page)).toBe('Download the report workbook');

    await tabTo(page, /^LM3\s+[\d.]+$/);
    await page.keyboard.press('Enter');
    await tabTo(page, /^Total/);
    await page.keyboard.press('Enter');
    await tabTo(page, /^Round 2/);
    await page.keyboard.press(' ');
    expect(await page.locator('#workings-lm3').textContent()).toContain('pay to local staff');
    await page.keyboard.press(' ');
    expect(
      await page
        .locator('#workings-lm3 details', { hasText: /^Round 2/ })
        .first()
        .getAttribute('open'),
    ).toBe(null);
    await page.context().close();
  });

  it('opens the dialogue for files', async () => {
    const { page } = await stand.open(wide);
    // Asked for before the key is pressed: the browser takes a moment to hand its dialogue over.
    const chooser = page.waitForEvent('filechooser');
    await tabTo(page, /^Choose a workbook$/);
    await page.keyboard.press('Enter');
    await (await chooser).setFiles({ name: 'ours.xlsx', mimeType: '', buffer: await sampleWorkbook() });
    await page.locator('.headline-figure').waitFor();
    await page.context().close();
  });
});

describe('what screen readers are told', () => {
  it('is when the report is made and where it is', async () => {
    const page = await openView('result', wide);
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download the report workbook' }).click();
    await downloading;
    await page
      .getByRole('status')
      .filter({ hasText: 'The file is in your downloads' })
      .waitFor({ state: 'attached' });
    await page.context().close();
  });

  it('is a table as a table even where it is laid out as cards', async () => {
    const page = await openView('problems', narrow);
    const table = page.getByRole('table', { name: 'Problems to put right' });
    expect(await table.getByRole('columnheader').allTextContents()).toEqual([
      'Sheet',
      'Cell',
      'Found',
      'Expected',
      'How to put it right',
    ]);
    expect(await table.getByRole('rowheader').allTextContents()).toEqual([
      'Suppliers',
      'Suppliers',
      'Suppliers',
    ]);
    await page.context().close();
  });
});
