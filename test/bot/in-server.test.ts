import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { startServer } from '../../server/start.ts';
import { FakeSlack } from '../fakes/fake-slack/fake-slack.ts';
import { ranWith } from './bot-stand.ts';

it.each(['over HTTP', 'over a socket'])(
  'answers from the server that serves the pages, %s',
  async (way) => {
    const slack = await FakeSlack.start();
    const folder = await mkdtemp(join(tmpdir(), 'localpound-bot-server-'));
    const config = readConfig({
      PORT: '0',
      LOCALPOUND_STORE: `sqlite:${join(folder, 'store.db')}`,
      SLACK_BOT_TOKEN: slack.botToken,
      ...(way === 'over HTTP'
        ? { SLACK_SIGNING_SECRET: slack.signingSecret }
        : { SLACK_APP_TOKEN: slack.appToken }),
    });
    if (!config.ok) throw new Error('the configuration is wrong');
    const options = { logger: pino({ level: 'silent' }), slackApiUrl: slack.apiUrl };
    const server = await startServer(config.value, options);
    if (way === 'over HTTP') slack.sendTo(`${server.url}/slack/events`);
    await slack.say('<@UBOT> what is LM3?', { copies: 2 });
    expect((await fetch(`${server.url}/health`)).status).toBe(200);
    await server.close();
    expect(slack.replies).toHaveLength(1);
    await slack.close();
    await rm(folder, { recursive: true, force: true });
  },
  60_000,
);

it('says why it cannot start when Slack does not know the token', async (context) => {
  context.task.meta.ranWith = ranWith;
  const slack = await FakeSlack.start();
  const folder = await mkdtemp(join(tmpdir(), 'localpound-bot-server-'));
  const config = readConfig({
    PORT: '0',
    LOCALPOUND_STORE: `sqlite:${join(folder, 'store.db')}`,
    SLACK_BOT_TOKEN: 'xoxb-of-another-workspace',
    SLACK_SIGNING_SECRET: slack.signingSecret,
  });
  if (!config.ok) throw new Error('the configuration is wrong');
  const options = { logger: pino({ level: 'silent' }), slackApiUrl: slack.apiUrl };
  await expect(startServer(config.value, options)).rejects.toThrow(/Slack cannot be started: .*invalid_auth/);
  await slack.close();
  await rm(folder, { recursive: true, force: true });
});
