import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatRatio } from '../../core/index.ts';
import { computeLm3File } from '../../spreadsheet/lm3-file.ts';
import { openBrowser, type TestBrowser } from '../fakes/browser.ts';
import { lookAt } from '../fakes/look-at.ts';
import { readable, startMailServer, type TestMailServer } from '../fakes/mail-server.ts';
import { openSurveyStand, type SurveyStand } from '../fakes/survey-stand.ts';
import { surveyWorkbook } from '../fakes/survey-workbook.ts';

let folder: string;
let stand: SurveyStand;
let mailServer: TestMailServer;
let chromium: TestBrowser;
let address: string;
let phone: BrowserContext;
let page: Page;

/** Suppliers from elsewhere have answered in the workbook; rows 5 to 12 are the local ones. */
const fromElsewhere = (row: number): boolean => row > 12;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'localpound-owner-'));
  mailServer = await startMailServer();
  const mail = { SMTP_URL: mailServer.url, MAIL_FROM: 'survey@example.org' };
  [stand, chromium] = await Promise.all([
    openSurveyStand({ ...mail, PUBLIC_URL: 'http://pound.example.org' }),
    openBrowser(),
  ]);
  address = await stand.listen();
  writeFileSync(join(folder, 'project.xlsx'), await surveyWorkbook(undefined, fromElsewhere));
  phone = await chromium.browser.newContext({
    viewport: { width: 360, height: 740 },
    // The pages must do without script; axe runs through its own door.
    bypassCSP: true,
    acceptDownloads: true,
  });
  page = await phone.newPage();
});
afterAll(async () => {
  await chromium.close();
  await stand.close();
  await mailServer.close();
  rmSync(folder, { recursive: true, force: true });
});

const seen = (name: string): Promise<void> => lookAt(page, name);
const button = (name: string) => page.getByRole('button', { name, exact: true }).click();
const link = (name: string) => page.getByRole('link', { name, exact: true }).click();
const shown = async (): Promise<string> => (await page.locator('main').textContent()) ?? '';

/** The link in the newest mail to somebody, on this computer. */
function linkFor(to: string, pattern: RegExp): string {
  const mail = mailServer.received.findLast((one) => one.to.includes(to));
  const [found] = readable(mail?.raw ?? '').match(pattern) ?? [];
  if (found === undefined) throw new Error(`no link in a mail to ${to}`);
  return found.replace('http://pound.example.org', address);
}
const answerLink = (row: number): string =>
  linkFor(`contact${row}@example.org`, /http:\/\/pound\.example\.org\/survey\/a\/[\w-]+\/[\w-]{32}/);

const lm3Shown = async (): Promise<{ lm3: string; rating: string }> => ({
  lm3: /\d\.\d\d/.exec((await page.locator('.figures .figure').textContent()) ?? '')?.[0] ?? '',
  rating: (await page.locator('.rating').textContent()) ?? '',
});

describe('the owner of a survey on a phone', () => {
  it('goes the whole way: sign in, workbook, mails, answers, rating, report', {
    timeout: 120_000,
  }, async ({ task }) => {
    task.meta.ranWith = [chromium.ranWith, mailServer.ranWith];
    await stand.store.survey.addMember({
      projectId: 'all',
      email: 'olu@example.org',
      role: 'owner',
      addedAt: Date.now(),
    });
    await page.goto(`${address}/survey/desk`);
    await seen('owner-sign-in');
    await page.getByLabel('Your e-mail address').fill('olu@example.org');
    await button('Send me a link');
    await expect.poll(() => mailServer.received.length).toBe(1);
    await page.goto(linkFor('olu@example.org', /http:\/\/pound\.example\.org\/survey\/e\/desk\/[\w-]{32}/));
    await seen('owner-enter');
    await button('Sign in');
    await seen('owner-surveys');

    await link('Make a new survey');
    await seen('owner-workbook');
    await button('Upload and continue');
    await seen('owner-workbook-wrong');
    await page.getByLabel('Excel workbook').setInputFiles(join(folder, 'project.xlsx'));
    await button('Upload and continue');
    await seen('owner-name');
    await button('Continue');
    await seen('owner-budget');
    await page.getByLabel('Income or budget').fill('lots');
    await button('Continue');
    await seen('owner-budget-wrong');
    await page.getByLabel('Income or budget').fill('');
    await button('Continue');
    await seen('owner-suppliers');
    await link('Continue');
    await page.getByLabel('Whom suppliers can ask').fill('Sam Sample, sam@example.org');
    await page.getByLabel('Last day for answers').fill('2099-12-31');
    await seen('owner-dates');
    await button('Make the survey');
    await seen('owner-status-before');
    const before = await lm3Shown();
    expect(before.rating).toBe('Red');

    const home = page.url();
    await link('Letter for a personal word first');
    await seen('owner-letter');
    await page.goto(`${home}/preview`);
    await seen('owner-preview');
    await link('Start');
    await seen('owner-preview-start');
    await page.goto(`${home}/send`);
    await seen('owner-send');
    await button('Send them');
    await expect.poll(() => mailServer.received.length, { timeout: 20_000 }).toBe(10);
    await page.goto(`${home}/mails`);
    await seen('owner-mails');

    // One by the short form, two in detail; what they answer may be shown.
    const supplier = await chromium.browser.newPage();
    const on = () => supplier.getByRole('button', { name: 'Save and continue' }).click();
    await supplier.goto(`${answerLink(5)}/one`);
    await supplier.getByLabel('£60', { exact: true }).check();
    await supplier.getByLabel('The buyer').check();
    await on();
    await supplier.getByRole('button', { name: 'Send answers' }).click();
    for (const row of [6, 11]) {
      await supplier.goto(`${answerLink(row)}/money`);
      for (const [part, pounds] of [
        ['Pay', '60'],
        ['Goods', '30'],
        ['Taxes', '10'],
      ] as const) {
        await supplier.getByLabel(part).fill(pounds);
      }
      await on();
      await supplier.getByLabel('Of pay').fill('80');
      await supplier.getByLabel('Of goods').fill('50');
      await on();
      await supplier.getByLabel('Anyone').check();
      await on();
      await supplier.getByRole('button', { name: 'Send answers' }).click();
      expect(await supplier.locator('h1').textContent()).toBe('Thank you');
    }
    const [result] = await Promise.all([
      supplier.waitForEvent('download'),
      supplier.getByRole('link', { name: 'Download your result' }).click(),
    ]);
    await result.saveAs(join(folder, 'result.html'));
    // (60 x 80 + 30 x 50) / 100 = 63 out of 100
    expect(readFileSync(join(folder, 'result.html'), 'utf8')).toContain('Exampleshire (fictional): 63%');
    await supplier.close();

    await page.goto(home);
    await seen('owner-status-after');
    const after = await lm3Shown();
    expect(after.rating).toBe('Amber');
    expect(after.lm3).not.toBe(before.lm3);
    const [report] = await Promise.all([page.waitForEvent('download'), link('Download the report workbook')]);
    await report.saveAs(join(folder, 'report.xlsx'));
    const file = computeLm3File(new Uint8Array(readFileSync(join(folder, 'report.xlsx'))));
    if (!file.ok) throw new Error(JSON.stringify(file.issues));
    expect(formatRatio(file.value.result.lm3)).toBe(after.lm3);
    expect(file.value.result.rating).toBe('amber');

    await page.goto(`${home}/remind`);
    await page.getByLabel('Only so many of the largest').fill('2');
    await seen('owner-remind');
    await button('Remind them');
    await expect.poll(() => mailServer.received.length, { timeout: 20_000 }).toBe(12);
    expect(mailServer.received.slice(10).map(({ to }) => to[0])).toEqual([
      'contact18@example.org',
      'contact10@example.org',
    ]);
    await page.goto(`${home}/suppliers?show=answered`);
    await seen('owner-suppliers-answered');
    await link('Made-up Market Garden');
    expect(await shown()).toContain('63%');
    await button('Make a link');
    await seen('owner-supplier');
    for (const name of ['dates', 'people', 'audit', 'close', 'erase']) {
      await page.goto(`${home}/${name}`);
      await seen(`owner-${name}`);
    }
    await page.goto(`${home}/close`);
    await button('Close it now');
    expect(await shown()).toContain('Closed on');
    await button('Sign out');
    expect(await page.locator('h1').textContent()).toBe('Sign in');
  });
});
