import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InstallationStore, StoredInstallation } from '../../../bot/workspaces/installation-store.ts';
import { Installations } from '../../../bot/workspaces/installations.ts';
import { Seal } from '../../../bot/workspaces/seal.ts';
import { FakeSlack } from '../../fakes/fake-slack/fake-slack.ts';
import { ranWith } from '../bot-stand.ts';

const key = (id: string) => ({ id, bytes: randomBytes(32) });

describe('a seal', () => {
  it('opens what it sealed, and nothing that was changed, moved to another workspace or sealed by others', () => {
    const [first, second] = [key('a'), key('b')];
    const seal = new Seal([first]);
    const sealed = seal.seal('T1', 'xoxb-1');
    expect(seal.open('T1', sealed)).toBe('xoxb-1');
    expect(sealed).not.toContain(Buffer.from('xoxb-1').toString('base64url'));
    expect(seal.seal('T1', 'xoxb-1')).not.toBe(sealed);
    expect(() => seal.open('T2', sealed)).toThrow();
    expect(() => seal.open('T1', `${sealed.slice(0, -2)}AA`)).toThrow();
    expect(() => new Seal([second]).open('T1', sealed)).toThrow('"a"');
    expect(() => new Seal([{ ...second, id: 'a' }]).open('T1', sealed)).toThrow();
    expect(() => seal.open('T1', '')).toThrow();
  });

  it('goes on opening what an older key sealed, and seals with the first', () => {
    const [old, young] = [key('old'), key('young')];
    const sealed = new Seal([old]).seal('T1', 'secret');
    const both = new Seal([young, old]);
    expect(both.open('T1', sealed)).toBe('secret');
    expect([both.isCurrent(sealed), both.isCurrent(both.seal('T1', 'secret'))]).toEqual([false, true]);
  });

  it('takes keys of 32 bytes only', () => {
    expect(() => new Seal([])).toThrow(RangeError);
    expect(() => new Seal([{ id: 'a', bytes: randomBytes(16) }])).toThrow(RangeError);
  });
});

describe('tokens that end', () => {
  let slack: FakeSlack;
  beforeAll(async () => {
    slack = await FakeSlack.start({ tokenRotation: true });
  });
  afterAll(() => slack.close());

  /** As one process sees them; several share the store and the clock. */
  function process(
    store: InstallationStore,
    clock: { now: number },
    seal: Seal,
    log: string[] = [],
  ): Installations {
    const { clientId, clientSecret } = slack.server.installs;
    const note = (_: object, words: string): void => void log.push(words);
    return new Installations({
      store,
      seal,
      clientId,
      clientSecret,
      clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
      logger: { info: note, warn: note, error: note },
      now: () => clock.now,
    });
  }

  async function installed() {
    const [clock, kept, seal] = [{ now: Date.now() }, keptInMemory(), new Seal([key('a')])];
    const page = `https://slack.com/?client_id=${slack.server.installs.clientId}&redirect_uri=https://x.example/`;
    const code = new URL(slack.server.installs.consent(page, { team: 'T1' })).searchParams.get('code') ?? '';
    const log: string[] = [];
    const one = process(kept.store, clock, seal, log);
    await one.install(code, 'https://x.example/', () => undefined);
    return { clock, one, seal, log, two: process(kept.store, clock, seal), ...kept };
  }

  it('are renewed once shortly before, however many deliveries and processes want them', async (context) => {
    context.task.meta.ranWith = ranWith;
    const { clock, one, two } = await installed();
    const first = await one.find('T1');
    clock.now += 11 * 3_600_000;
    expect((await one.find('T1')).botToken).toBe(first.botToken);
    clock.now += 40 * 60_000;
    const asked = slack.server.calls.length;
    const found = await Promise.all([one.find('T1'), one.find('T1'), two.find('T1')]);
    const renewals = slack.server.calls.slice(asked).filter(({ method }) => method === 'oauth.v2.access');
    expect(renewals.map(({ ok }) => ok)).toEqual([true]);
    expect(found[0]?.botToken).not.toBe(first.botToken);
    expect(found[1]).toEqual(found[0]);
    expect((await two.find('T1')).botToken).toBe(found[0]?.botToken);
  });

  it('are used to their own end when Slack does not renew them, and then said to be ended', async () => {
    const { clock, one, log } = await installed();
    const { botToken } = await one.find('T1');
    slack.server.failNext('oauth.v2.access', { error: 'invalid_refresh_token' }, 2);
    clock.now += 11.7 * 3_600_000;
    expect((await one.find('T1')).botToken).toBe(botToken);
    expect(log).toContain('the token of a workspace could not be renewed');
    clock.now += 3_600_000;
    await expect(one.find('T1')).rejects.toThrow('invalid_refresh_token');
  });

  it('are sealed anew with a new key, so that the old one can be taken away', async () => {
    const { clock, one, seal, store, rows } = await installed();
    const { botToken } = await one.find('T1');
    const young = key('young');
    const opened = seal.open('T1', rows.get('T1')?.sealed ?? '');
    expect(opened).toContain(botToken);
    const old = key('old');
    rows.set('T1', { workspace: 'T1', sealed: new Seal([old]).seal('T1', opened), installedAt: new Date(0) });
    expect(await process(store, clock, new Seal([young, old])).sealAnew()).toBe(1);
    expect((await process(store, clock, new Seal([young])).find('T1')).botToken).toBe(botToken);
  });
});

/** A store that keeps nothing on disk; the real ones are tried in `test/server/store/`. */
function keptInMemory(): { store: InstallationStore; rows: Map<string, StoredInstallation> } {
  const rows = new Map<string, StoredInstallation>();
  let renewalUntil = 0;
  const store: InstallationStore = {
    saveInstallation: async (row) => void rows.set(row.workspace, row),
    findInstallation: async (workspace) => rows.get(workspace),
    listInstallations: async () => [...rows.values()],
    replaceSealed: async (workspace, from, to) => {
      const row = rows.get(workspace);
      if (row?.sealed !== from) return false;
      rows.set(workspace, { ...row, sealed: to });
      renewalUntil = 0;
      return true;
    },
    claimRenewal: async (_, now, until) => {
      if (renewalUntil > now.getTime()) return false;
      renewalUntil = until.getTime();
      return true;
    },
    eraseInstallation: async (workspace) => rows.delete(workspace),
  };
  return { store, rows };
}
