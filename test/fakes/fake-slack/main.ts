import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createSlackApp } from '../../../bot/app.ts';
import manifestJson from '../../../bot/manifest.json' with { type: 'json' };
import { openStore } from '../../../server/store/open-store.ts';
import { readAppManifest } from './page/app-manifest.ts';
import { channels } from './page/draw-screen.ts';
import { pageServer } from './page/page-server.ts';
import { startFakeSlack } from './start-fake-slack.ts';

/**
 * `npm run slack:fake`: the bot at work against the fake Slack, and a page on which a person acts as
 * people in Slack do. PORT chooses the page's port. Everything is forgotten at the end.
 */
const port = Number(process.env.PORT ?? 3100);
const manifest = readAppManifest(manifestJson);
const logger = pino(
  { level: process.env.LOG_LEVEL ?? 'warn', base: null },
  pino.destination({ fd: 2, sync: true }),
);
const folder = await mkdtemp(join(tmpdir(), 'localpound-fake-slack-'));
const store = await openStore({ engine: 'sqlite', file: join(folder, 'store.db') }, (error) =>
  logger.error({ err: error }, 'store'),
);
const slack = await startFakeSlack({
  scopes: manifest.scopes,
  appName: manifest.name,
  // A person who reads a form before sending it takes longer than Slack's three seconds on a slow machine.
  triggerMs: 10_000,
  channelsWithoutApp: channels.filter(({ withApp }) => !withApp).map(({ id }) => id),
});
const face = await createSlackApp({
  botToken: slack.botToken,
  signingSecret: slack.signingSecret,
  store,
  logger,
  slackApiUrl: slack.apiUrl,
  fileHosts: [slack.origin],
});
const bot = createServer((request, response) => face.requestListener?.(request, response));
bot.listen(0, '127.0.0.1');
await once(bot, 'listening');
await face.start();
slack.sendTo(`http://127.0.0.1:${(bot.address() as AddressInfo).port}/slack/events`);

const page = pageServer(slack, manifest);
page.listen(port, '127.0.0.1');
await once(page, 'listening');
process.stdout.write(
  `The fake Slack with ${manifest.name}: http://localhost:${(page.address() as AddressInfo).port}\nPress Ctrl+C to stop it.\n`,
);

await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
page.closeAllConnections();
page.close();
await face.stop();
bot.closeAllConnections();
bot.close();
await slack.close();
await store.close();
await rm(folder, { recursive: true, force: true });
