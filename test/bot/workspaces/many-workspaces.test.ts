import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../../server/config.ts';
import { type RunningServer, startServer } from '../../../server/start.ts';
import { openStore } from '../../../server/store/open-store.ts';
import type { Store } from '../../../server/store/store.ts';
import { FakeSlack } from '../../fakes/fake-slack/fake-slack.ts';
import type { Place } from '../../fakes/fake-slack/installs.ts';
import { ranWith } from '../bot-stand.ts';

let slack: FakeSlack;
let server: RunningServer;
let store: Store;
let folder: string;
const log: string[] = [];
const key = Buffer.alloc(32, 7).toString('base64');

beforeAll(async () => {
  slack = await FakeSlack.start();
  folder = await mkdtemp(join(tmpdir(), 'localpound-workspaces-'));
  const { installs } = slack.server;
  const config = readConfig({
    PORT: '0',
    METRICS_PORT: '0',
    LOCALPOUND_STORE: `sqlite:${join(folder, 'store.db')}`,
    PUBLIC_URL: 'https://pound.example',
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_CLIENT_ID: installs.clientId,
    SLACK_CLIENT_SECRET: installs.clientSecret,
    SLACK_TOKEN_KEYS: `2026a:${key}`,
  });
  if (!config.ok) throw new Error(JSON.stringify(config.issues));
  const sink = new Writable({
    write(line, _, done) {
      log.push(String(line));
      done();
    },
  });
  server = await startServer(config.value, {
    logger: pino({ level: 'debug' }, sink),
    slackApiUrl: slack.apiUrl,
  });
  slack.sendTo(`${server.url}/slack/events`);
  store = await openStore({ engine: 'sqlite', file: join(folder, 'store.db') }, () => undefined);
});

beforeEach((context) => {
  context.task.meta.ranWith = ranWith;
});

afterAll(async () => {
  await store.close();
  await server.close();
  await slack.close();
  await rm(folder, { recursive: true, force: true });
});

/** A person goes from the installation page to Slack, agrees, and comes back. */
async function install(place: Place): Promise<{ status: number; text: string; back: string }> {
  const begun = await fetch(`${server.url}/slack/install`, { redirect: 'manual' });
  const agreed = new URL(slack.server.installs.consent(begun.headers.get('location') ?? '', place));
  const back = `${server.url}${agreed.pathname}${agreed.search}`;
  const end = await fetch(back);
  return { status: end.status, text: await end.text(), back };
}

const tokenOfLast = (): string | undefined => slack.server.calls.findLast(({ ok }) => ok)?.token;

async function ask(place: Place): Promise<string> {
  slack.server.actIn(place);
  const before = slack.replies.length;
  await slack.say('<@UBOT> what is LM3?');
  return (await slack.repliesCount(before + 1)).at(-1)?.text ?? '';
}

describe('the bot in many workspaces', () => {
  it('is installed through Slack’s own page, and speaks in each workspace with the token of that one', async () => {
    const begun = await fetch(`${server.url}/slack/install`, { redirect: 'manual' });
    const page = new URL(begun.headers.get('location') ?? '');
    expect([begun.status, page.origin + page.pathname]).toEqual([
      302,
      'https://slack.com/oauth/v2/authorize',
    ]);
    expect(page.searchParams.get('redirect_uri')).toBe('https://pound.example/slack/oauth_redirect');
    const [one, two] = [await install({ team: 'T1' }), await install({ team: 'T2' })];
    expect([one.status, two.status]).toEqual([200, 200]);
    expect(two.text).toContain('Local Pound is installed in Workspace T2');
    for (const team of ['T1', 'T2', 'T1']) {
      expect(await ask({ team })).toContain('LM3 (Local Multiplier 3)');
      expect(tokenOfLast()).toContain(`xoxb-${team}-`);
    }
  });

  it('keeps tokens sealed: neither the file of the store nor the log holds one', async () => {
    await install({ team: 'T3' });
    const [kept] = (await store.installations.listInstallations()).filter(
      ({ workspace }) => workspace === 'T3',
    );
    expect(kept?.sealed).toMatch(/^2026a\./);
    const bytes = await Promise.all(
      ['store.db', 'store.db-wal'].map((name) => readFile(join(folder, name)).catch(() => Buffer.alloc(0))),
    );
    for (const text of [Buffer.concat(bytes).toString('latin1'), log.join('')]) {
      expect(text).toContain('T3');
      expect(text).not.toContain('xoxb-');
      expect(text).not.toContain(slack.server.installs.clientSecret);
    }
  });

  it('refuses a way back that was not begun here, was used, was changed, or was not agreed to', async () => {
    const { back } = await install({ team: 'T4' });
    const again = await fetch(back);
    const changed = await fetch(back.replace(/state=[^.]/, 'state=x'));
    const refused = await fetch(`${server.url}/slack/oauth_redirect?error=access_denied`);
    const code = new URL(
      slack.server.installs.consent(
        `https://slack.com/?client_id=${slack.server.installs.clientId}&redirect_uri=https://pound.example/slack/oauth_redirect`,
        { team: 'T5' },
      ),
    ).searchParams.get('code');
    const stateless = await fetch(`${server.url}/slack/oauth_redirect?code=${code}`);
    const answers = [again, changed, refused, stateless];
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
    const words = await Promise.all(answers.map((answer) => answer.text()));
    expect(words[0]).toContain('used already');
    expect(words[1]).toContain('not begun on this server');
    expect(words[2]).toContain('Nothing was installed');
    expect(words[3]).toContain('not begun on this server');
    expect(await store.installations.findInstallation('T5')).toBeUndefined();
  });

  it('serves every workspace of an organisation that installed it as a whole, also without a state', async () => {
    const { installs } = slack.server;
    const agreed = new URL(
      installs.consent(
        `https://slack.com/?client_id=${installs.clientId}&redirect_uri=https://pound.example/slack/oauth_redirect`,
        { team: 'T6', enterprise: 'E1', wholeOrganisation: true },
      ),
    );
    const end = await fetch(`${server.url}${agreed.pathname}${agreed.search}`);
    expect(await end.text()).toContain('installed in Organisation E1');
    for (const team of ['T6', 'T7']) {
      expect(await ask({ team, enterprise: 'E1', wholeOrganisation: true })).toContain('LM3 (Local');
      const { body, token } = slack.server.calls.at(-1) ?? {};
      expect([body?.team_id, token?.startsWith('xoxb-T6-')]).toEqual([team, true]);
    }
  });

  it.each([['app_uninstalled', 'tokens_revoked'] as const, ['tokens_revoked', 'app_uninstalled'] as const])(
    'deletes everything of a workspace after %s, then %s',
    async (...order) => {
      const place = { team: `T8${order[0]}` };
      await install(place);
      await install({ team: 'T9' });
      const person = (workspace: string) => ({ workspace, user: 'U1' });
      const thing = { item: 'one', content: 'x', at: new Date() };
      for (const { team } of [place, { team: 'T9' }]) await store.kept.keep(person(team), 'result', thing);
      await slack.server.uninstall(place, order);
      await expect.poll(() => store.installations.findInstallation(place.team)).toBeUndefined();
      expect(await store.kept.listKept(person(place.team), 'result')).toEqual([]);
      expect(await store.kept.listKept(person('T9'), 'result')).toHaveLength(1);
      expect(await store.installations.findInstallation('T9')).toBeDefined();
    },
  );

  it('keeps an installation that is newer than a removal which Slack tells of late', async () => {
    const place = { team: 'T10' };
    await install(place);
    await store.installations.saveInstallation({
      workspace: 'T10',
      sealed: (await store.installations.findInstallation('T10'))?.sealed ?? '',
      installedAt: new Date(Date.now() + 60_000),
    });
    slack.server.actIn(place);
    await slack.server.event({ type: 'app_uninstalled' });
    await ask({ team: 'T10' });
    expect(await store.installations.findInstallation('T10')).toBeDefined();
  });

  it('tells a person where it is not installed that something is wrong, and logs no more than that', async () => {
    slack.server.actIn({ team: 'T-unknown' });
    const before = slack.replies.length;
    await slack.command('/framework', 'xyzzy-secret-plan');
    const [told] = (await slack.repliesCount(before + 1)).slice(before);
    expect(told?.text).toContain('reference');
    expect(log.join('')).toContain('not installed in T-unknown');
    expect(log.join('')).not.toContain('xyzzy');
  });

  it('counts what came and what became of it, on an address of its own', async () => {
    const text = await (await fetch(server.metricsUrl ?? '')).text();
    expect(text).toMatch(/localpound_slack_delivery_seconds_count\{kind="event",outcome="answered"\} [1-9]/);
    expect(text).toMatch(/localpound_slack_calls_total\{method="chat.postMessage",result="ok"\} [1-9]/);
    expect(text).toMatch(/localpound_http_requests_total\{status="4xx"\} [1-9]/);
    expect(text).not.toMatch(/xoxb|T1|U1/);
    expect((await fetch(`${server.url}/metrics`)).status).toBe(404);
  });
});
