import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser, type TestBrowser } from '../fakes/browser.ts';
import { lookAt } from '../fakes/look-at.ts';
import { aSupplier } from '../fakes/survey-rows.ts';
import { openSurveyStand, type SurveyStand } from '../fakes/survey-stand.ts';

let stand: SurveyStand;
let chromium: TestBrowser;
let address: string;
let phone: BrowserContext;
let page: Page;

beforeAll(async () => {
  [stand, chromium] = await Promise.all([openSurveyStand(), openBrowser()]);
  address = await stand.listen();
});
afterAll(async () => {
  await chromium.close();
  await stand.close();
});
beforeEach(async ({ task }) => {
  task.meta.ranWith = [chromium.ranWith];
  // The pages must do without script; axe runs through its own door.
  phone = await chromium.browser.newContext({ viewport: { width: 360, height: 740 }, bypassCSP: true });
  page = await phone.newPage();
});
afterEach(() => phone.close());

const lookedAt = (name: string): Promise<void> => lookAt(page, name);

describe('a supplier on a phone', () => {
  it('answers in detail, mends what is wrong, and sees its own figure with its workings', async () => {
    const { survey, links } = await stand.survey([
      aSupplier('s1', { name: 'Made-up Market Garden', spend: 21_340.75 }),
    ]);
    await page.goto(address + links[0]);
    await lookedAt('start');
    await page.getByRole('link', { name: 'Answer in detail' }).click();
    await lookedAt('money');
    await page.getByLabel('For what you paid us').check();
    await page.getByLabel('Pay and employer costs').fill('£40');
    await page.getByLabel('Goods, services and subcontractors').fill('lots');
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await lookedAt('money-wrong');
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.getByLabel('Goods, services').inputValue()).toBe('lots');
    await page.getByRole('link', { name: 'enter a number' }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('bought');
    await page.getByLabel('Goods, services').fill('30');
    await page.getByLabel('Rent, energy').fill('10');
    await page.getByLabel('Taxes').fill('5');
    await page.getByLabel('Profit').fill('15');
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await lookedAt('places');
    await page.getByLabel('Of pay').fill('75%');
    await page.getByLabel('Of goods').fill('50');
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await lookedAt('about');
    await page.getByLabel('From which postcode').fill('hx1 1uj');
    await page.getByLabel('A careful estimate').check();
    await page.getByLabel('The buyer').check();
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await lookedAt('check');
    // (40 x 75 + 30 x 50) / 100 = 45 out of 100
    await expect.poll(() => page.locator('main').textContent()).toContain('45% of what we paid you');
    await page.getByRole('button', { name: 'Send answers' }).click();
    await lookedAt('sent');
    const text = await page.locator('main').textContent();
    expect(text).toContain('Your local re-spend in Exampleshire: 45%');
    expect(text).toContain('£9,603.34');
    expect(text).toContain('question 6 was not answered');
    expect(await stand.store.survey.supplier(survey.projectId, 's1')).toMatchObject({
      answer: { payLocal: 75, boughtLocal: 50, postcode: 'HX1 1UJ', quality: 'estimate', showTo: 'buyer' },
    });
    expect(await phone.cookies()).toEqual([]);
  });

  it('answers one question without script, and changes its answer later', async () => {
    const { survey, links } = await stand.survey([aSupplier('s1')]);
    const plain = await chromium.browser.newContext({
      viewport: { width: 360, height: 740 },
      javaScriptEnabled: false,
    });
    const without = await plain.newPage();
    for (const pounds of ['£30', '£70']) {
      await without.goto(address + links[0]);
      await without.getByRole('link', { name: 'Answer one question' }).click();
      await without.getByLabel(pounds, { exact: true }).check();
      await without.getByRole('button', { name: 'Save and continue' }).click();
      await without.getByRole('button', { name: 'Send answers' }).click();
      expect(await without.locator('h1').textContent()).toBe('Thank you');
    }
    await plain.close();
    const history = await stand.store.survey.answerHistory(survey.projectId, 's1');
    expect(history.map(({ answer }) => answer)).toEqual([{ estimate: 30 }, { estimate: 70 }]);
  });

  it('saves, comes back on another device, and finds what it typed', async () => {
    const { links } = await stand.survey([aSupplier('s1')]);
    await page.goto(`${address}${links[0]}/money`);
    await page.getByLabel('Taxes').fill('about 5');
    await page.getByRole('button', { name: 'come back later' }).click();
    await lookedAt('saved');
    expect(await page.locator('h1').textContent()).toBe('Saved');
    const other = await chromium.browser.newPage();
    await other.goto(`${address}${links[0]}/money`);
    expect(await other.getByLabel('Taxes').inputValue()).toBe('about 5');
    await other.close();
  });

  it('is asked once more about an answer that is hard to believe, and may send it', async () => {
    const { survey, links } = await stand.survey([aSupplier('s1', { local: true })]);
    await page.goto(`${address}${links[0]}/one`);
    await lookedAt('one');
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await lookedAt('one-wrong');
    await page.getByLabel('£0', { exact: true }).check();
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await lookedAt('check-query');
    expect(await page.locator('main').textContent()).toContain('nothing of the money was spent there');
    await page.getByRole('button', { name: 'Send answers' }).click();
    expect((await stand.store.survey.supplier(survey.projectId, 's1'))?.answer).toEqual({ estimate: 0 });
  });

  it('declines, and stops e-mails', async () => {
    const { survey, links } = await stand.survey([aSupplier('s1', {}, { email: 'jo@example.org' })]);
    await page.goto(address + links[0]);
    await page.getByRole('link', { name: 'I do not want to answer' }).click();
    await lookedAt('decline');
    await page.getByRole('button', { name: 'I do not want to answer' }).click();
    await page.goto(`${address}${links[0]}/stop`);
    await lookedAt('stop');
    await page.getByRole('button', { name: 'Stop e-mails' }).click();
    await lookedAt('stopped');
    const { declinedAt, optedOutAt } = (await stand.store.survey.supplier(survey.projectId, 's1')) ?? {};
    expect([typeof declinedAt, typeof optedOutAt]).toEqual(['number', 'number']);
    await page.goto(`${address}${links[0]}/privacy`);
    await lookedAt('privacy');
  });

  it('finds out when its link does not work or the survey is closed', async () => {
    const { survey, links } = await stand.survey([aSupplier('s1')]);
    await page.goto(`${address}/survey/a/${survey.projectId}/${'x'.repeat(32)}`);
    await lookedAt('gone');
    await stand.store.survey.closeSurvey(survey.projectId, Date.now());
    await page.goto(address + links[0]);
    await lookedAt('closed');
    expect(await page.locator('h1').textContent()).toBe('This survey is closed');
  });
});
