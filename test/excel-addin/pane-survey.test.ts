import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeKey } from '../../survey/owner/keys.ts';
import { openBrowser, type TestBrowser } from '../fakes/browser.ts';
import { type PaneServer, servePane } from '../fakes/pane-server.ts';
import { openSurveyStand, type SurveyStand } from '../fakes/survey-stand.ts';
import { surveyWorkbook } from '../fakes/survey-workbook.ts';

let folder: string;
let built: PaneServer;
let stand: SurveyStand;
let chromium: TestBrowser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'localpound-pane-survey-'));
  [built, chromium] = await Promise.all([servePane(), openBrowser()]);
  stand = await openSurveyStand({ MAIL_FOLDER: join(folder, 'mail') }, { paneFolder: built.folder });
}, 120_000);
afterAll(async () => {
  await chromium.close();
  await stand.close();
  await built.close();
  rmSync(folder, { recursive: true, force: true });
});

it('the pane makes a survey from its workbook, sends it, and brings the answers back', {
  timeout: 60_000,
}, async ({ task }) => {
  task.meta.ranWith = [chromium.ranWith];
  const address = await stand.listen();
  const { survey: store } = stand.store;
  const { key } = await makeKey(store, { projectId: 'all', label: 'pane', role: 'editor', now: 1 });
  writeFileSync(join(folder, 'project.xlsx'), await surveyWorkbook());
  const page = await chromium.browser.newPage({ viewport: { width: 360, height: 740 } });
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && !request.url().startsWith('blob:')) faults.push(request.url());
  });
  await page.goto(`${address}/pane/`);
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page
      .getByRole('button', { name: /workbook/i })
      .first()
      .click(),
  ]);
  await chooser.setFiles(join(folder, 'project.xlsx'));
  await page.getByRole('button', { name: 'Supplier survey' }).click();
  const panel = page.locator('#survey-content');
  await panel.getByLabel('Key').fill('lp_all_wrong');
  await panel.getByRole('button', { name: 'Show my surveys' }).click();
  await expect.poll(() => panel.textContent()).toContain('no key that works');
  await panel.getByLabel('Key').fill(key);
  await panel.getByLabel('Whom suppliers can ask').fill('Sam Sample');
  await panel.getByLabel('Last day for answers').fill('2099-12-31');
  await panel.getByRole('button', { name: 'Make the survey' }).click();
  await panel.getByRole('button', { name: 'Send survey' }).click();
  await expect.poll(() => panel.textContent()).toContain('14 mails are in the queue. They are NOT sent');
  const [survey] = await store.surveys();
  const projectId = survey?.projectId ?? '';
  for (const place of [1, 7]) {
    await store.saveAnswer(projectId, `s${place}`, { estimate: 60, showTo: 'buyer' }, Date.now());
  }
  await panel.getByRole('button', { name: 'Status' }).click();
  await expect.poll(() => panel.textContent()).toContain('Answered: 2 of 15');
  if (process.env.SURVEY_PICTURES) {
    await panel.screenshot({ path: join(process.env.SURVEY_PICTURES, 'pane-survey.png') });
  }
  await panel.getByRole('button', { name: 'Refresh answers' }).click();
  await expect
    .poll(() => page.locator('main').textContent(), { timeout: 20_000 })
    .toContain(`survey ${projectId}`);
  expect(faults).toEqual([]);
  await page.close();
});
