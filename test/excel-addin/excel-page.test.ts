import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { excelPagePolicy } from '../../excel-addin/build/excel-page.ts';
import { breaches as accessibilityBreaches } from '../fakes/axe-breaches.ts';
import { putInFakeExcel } from '../fakes/office/in-browser.ts';
import { hostInfo, officeFolder } from '../fakes/office/in-node.ts';
import { OfficeHost } from '../fakes/office/office-host.ts';
import { WorkbookModel } from '../fakes/office/workbook-model.ts';
import { type PaneStand, setUpPane } from '../fakes/pane-stand.ts';

const microsoft = 'https://appsforoffice.microsoft.com/lib/1/hosted/';
const screenshots = process.env.SCREENSHOTS;

let stand: PaneStand;

beforeAll(async () => {
  stand = await setUpPane();
});
afterAll(() => stand.close());

interface ExcelPage {
  readonly page: Page;
  /** Breaches of the policy that the page itself carries, and of the server's. */
  readonly breaches: () => Promise<readonly string[]>;
  /** Requests to other places than the page's own server. */
  readonly elsewhere: readonly string[];
}

/** The page for Excel; Microsoft's server is there and serves what its package holds, or is not. */
async function open(
  inside: OfficeHost | undefined,
  network: 'Microsoft is reachable' | 'no way out' = 'Microsoft is reachable',
): Promise<ExcelPage> {
  const elsewhere: string[] = [];
  const { page } = await stand.open({ viewport: { width: 380, height: 900 } }, async (fresh) => {
    fresh.context().on('request', (request) => {
      if (!request.url().startsWith(new URL(stand.server.url).origin)) elsewhere.push(request.url());
    });
    await fresh.addInitScript(() => {
      const seen: string[] = [];
      Object.assign(globalThis, { breaches: seen });
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
        seen.push(`${violatedDirective} ${blockedURI} ${sample}`);
      });
    });
    await fresh.route(`${microsoft}**`, (route) => {
      const file = join(
        officeFolder,
        normalize(new URL(route.request().url()).pathname.slice('/lib/1/hosted/'.length)),
      );
      if (network === 'no way out') return route.abort();
      if (!file.startsWith(officeFolder) || !existsSync(file)) return route.fulfill({ status: 404 });
      return route.fulfill({ contentType: 'text/javascript', body: readFileSync(file) });
    });
    if (inside) await putInFakeExcel(fresh, inside);
    return `excel.html${inside ? `?${hostInfo}` : ''}`;
  });
  return {
    page,
    elsewhere,
    breaches: async () => [
      ...stand.server.breaches,
      ...(await page.evaluate(() => (globalThis as unknown as { breaches: string[] }).breaches)),
    ],
  };
}

function workbook(): WorkbookModel {
  const book = new WorkbookModel('Spend.xlsx');
  const sheet = book.addSheet('Spend');
  sheet.putFormula(0, 0, '=LOCALPOUND.MULTIPLIER(B:B,C:C)', 1.75);
  sheet.putFormula(1, 0, '=LOCALPOUND.MULTIPLIER(B:B,C:C)', '#BUSY!');
  return book;
}

async function shoot(page: Page, name: string): Promise<void> {
  if (!screenshots) return;
  mkdirSync(screenshots, { recursive: true });
  await page.screenshot({ path: join(screenshots, `${name}.png`) });
}

describe('the page that Excel opens', () => {
  it('runs Microsoft’s office.js unmodified under a policy that lets it talk to nobody else', async (ctx) => {
    ctx.task.meta.ranWith = [stand.ranWith, 'office.js 1.1.110'];
    const host = new OfficeHost(workbook());
    const { page, breaches, elsewhere } = await open(host);
    await page.getByRole('heading', { name: 'How much of each pound stays in your area?' }).waitFor();
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    expect(policy).toBe(excelPagePolicy({ selfHosted: false }));
    expect(policy).toContain("connect-src 'self';");
    expect(policy).not.toMatch(/unsafe-(inline|eval)/);

    await host.ready;
    const [, ok, lm3] = await host.callFunction('MULTIPLIER', [
      [[100], [100]],
      [['Yes'], ['No']],
      [[1], [0]],
    ]);
    expect([ok, lm3]).toEqual([true, 2]);
    const [, placed, district] = await host.callFunction('DISTRICT', [[['HX1 1UJ']]]);
    expect([placed, district]).toEqual([true, [['Calderdale']]]);

    // Whatever wants to send something elsewhere is stopped by the browser itself.
    const sent = await page.evaluate(async () =>
      fetch('https://example.com/').then(
        () => 'sent',
        () => 'stopped',
      ),
    );
    expect(sent).toBe('stopped');
    expect(await breaches()).toEqual([expect.stringContaining('connect-src https://example.com/')]);
    expect(elsewhere.length).toBeGreaterThan(1);
    expect(elsewhere.filter((url) => !url.startsWith(microsoft))).toEqual([]);
    await shoot(page, 'excel-first-run');
    await page.context().close();
  });

  it('helps on the first run, shows the functions, and keeps results as values after saying how many', async (ctx) => {
    ctx.task.meta.ranWith = [stand.ranWith, 'office.js 1.1.110'];
    const host = new OfficeHost(workbook());
    const { page, breaches } = await open(host);
    await page.getByRole('heading', { name: 'New here? Three ways to begin' }).waitFor();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await accessibilityBreaches(page)).toEqual([]);
    await page.getByRole('button', { name: 'Got it' }).click();
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    const tools = page.getByRole('navigation', { name: 'In cells' });
    await tools.getByRole('button', { name: 'Functions' }).click();
    const functions = page.getByRole('dialog', { name: 'Functions for cells' });
    await functions.getByText('MULTIPLIER', { exact: true }).click();
    await functions.getByText('What each supplier was paid, in pounds: one column.').first().waitFor();
    await shoot(page, 'excel-functions');
    expect(await accessibilityBreaches(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => functions.count()).toBe(0);

    await tools.getByRole('button', { name: 'Keep as values' }).click();
    const keep = page.getByRole('dialog', { name: 'Keep results as values' });
    await keep.getByText('1 formula with results in 1 cell. Sheets: Spend (1).').waitFor();
    await keep.getByText('Left as they are, because they have no result yet: Spend!A2.').waitFor();
    await shoot(page, 'excel-keep-values');
    expect(await accessibilityBreaches(page)).toEqual([]);
    expect(host.book.sheet('Spend').formulas.size).toBe(2);
    await keep.getByRole('button', { name: 'Turn 1 formula into values' }).click();
    await keep.getByText('1 formula became values').waitFor();
    expect(host.book.sheet('Spend').valueAt(0, 0)).toBe(1.75);
    expect(host.book.sheet('Spend').formulas.size).toBe(1);
    expect(await breaches()).toEqual([]);
    await page.context().close();
  });

  it.each(['Microsoft is reachable', 'no way out'] as const)(
    'is the page for files when it is opened in a browser, and %s',
    async (network) => {
      const { page } = await open(undefined, network);
      await page.getByRole('button', { name: 'Choose a workbook' }).waitFor();
      await page.getByRole('button', { name: 'Try the sample' }).first().click();
      await page.locator('.headline-figure').waitFor();
      expect(await page.getByRole('navigation', { name: 'In cells' }).count()).toBe(0);
      await page.context().close();
    },
  );
});
