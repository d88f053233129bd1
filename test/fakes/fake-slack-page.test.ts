import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver } from '@slack/bolt';
import { afterAll, beforeAll, expect, it } from 'vitest';
import manifestJson from '../../bot/manifest.json' with { type: 'json' };
import { quietLogger } from '../../bot/quiet-logger.ts';
import { openBrowser, type TestBrowser } from './browser.ts';
import { readAppManifest } from './fake-slack/page/app-manifest.ts';
import { pageServer } from './fake-slack/page/page-server.ts';
import { type FakeSlackServer, startFakeSlack } from './fake-slack/start-fake-slack.ts';
import { everyBlock, registerFormApp } from './form-app.ts';

let slack: FakeSlackServer;
let browser: TestBrowser;
const servers: Server[] = [];

async function listening(server: Server): Promise<string> {
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  browser = await openBrowser();
  slack = await startFakeSlack({ triggerMs: 60_000 });
  const silent = quietLogger({ info: () => {}, warn: () => {}, error: () => {} });
  const receiver = new HTTPReceiver({
    signingSecret: slack.signingSecret,
    endpoints: '/slack/events',
    logger: silent,
  });
  const clientOptions = { slackApiUrl: slack.apiUrl };
  registerFormApp(new App({ token: slack.botToken, receiver, logger: silent, clientOptions }));
  const bot = createServer((request, response) => receiver.requestListener(request, response));
  slack.sendTo(`${await listening(bot)}/slack/events`);
});

afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  await slack.close();
  await browser.close();
});

it('lets a person mention the app, fill in its form with a menu that asks it, and read its Home', async (context) => {
  context.task.meta.ranWith = [browser.ranWith];
  const manifest = readAppManifest(manifestJson);
  const known = { ...manifest, events: new Set(['app_mention', 'app_home_opened']) };
  const page = await browser.browser.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(await listening(pageServer(slack, known)));
  await page.fill('#text', `@${manifest.name} hello <b>`);
  await page.click('#send');
  await page.click('text=Open the form');
  await page.fill('.typeahead input', 'local');
  await page.click('[role=option] >> text=Local jobs');
  await page.check('text=Wales');
  await page.fill('[data-action=value]', 'many');
  await page.setInputFiles('[data-action=file]', {
    name: 'a.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('a,b'),
  });
  await page.click('text=Send >> nth=-1');
  await page.waitForSelector('text=Give a whole number');
  expect(await page.inputValue('.typeahead input')).toBe('Local jobs');
  await page.fill('[data-action=value]', '12');
  await page.setInputFiles('[data-action=file]', {
    name: 'a.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('a,b'),
  });
  await page.click('.modal [data-submit]');
  await page.waitForSelector('text=Local jobs; wales; 12; a.csv');
  expect(await page.locator('.modal').count()).toBe(0);
  expect(slack.transcript[0]?.text).toBe('<@UBOT> hello &lt;b&gt;');
  await page.click('[data-place=home]');
  await page.waitForSelector('text=Home of U1');

  const channel = { channel: 'C2', text: 'all' };
  slack.show({ ...channel, blocks: everyBlock });
  await page.click('[data-place=C2]');
  await page.waitForSelector('.of_tomorrow');
  const seen = await page.locator('#conversation').textContent();
  for (const shown of [
    'A heading',
    '<b>',
    '@U2',
    'Second heading',
    '<script>1</script>',
    '£2.00',
    'Stays: 3 (75%)',
    'not known yet',
  ])
    expect(seen).toContain(shown);
  expect(await page.locator('figure.chart svg[role=img]').count()).toBe(4);
});
