import { afterEach, describe, expect, it } from 'vitest';
import { signed } from '../../fakes/fake-slack/signing.ts';
import { type BotStand, startBot } from '../bot-stand.ts';

let bot: BotStand;
afterEach(() => bot.close());

const question = (id: string): string =>
  JSON.stringify({
    type: 'event_callback',
    team_id: 'T1',
    event_id: id,
    event: {
      type: 'app_mention',
      user: 'U1',
      text: '<@UBOT> what is LM3?',
      ts: '1767225600.1',
      channel: 'C1',
    },
    authorizations: [{ team_id: 'T1', user_id: 'UBOT', is_bot: true }],
  });

/** Signs a request once; each call sends those same bytes, however much later. */
function sameRequest(body: string, contentType = 'application/json'): () => Promise<{ status: number }> {
  const headers = { ...signed(bot.slack.signingSecret, body), 'content-type': contentType };
  return () => fetch(bot.url, { method: 'POST', headers, body });
}

describe('a delivery over HTTP', () => {
  it('is refused when it is forged, stale, from the future, or not signed at all', async (context) => {
    bot = await startBot(context);
    expect((await bot.slack.raw(question('Ev1'), { secret: 'wrong' })).status).toBe(401);
    expect((await bot.slack.raw(question('Ev1'), { clockOffset: -301 })).status).toBe(401);
    expect((await bot.slack.raw(question('Ev1'), { clockOffset: 303 })).status).toBe(401);
    expect((await bot.slack.raw(question('Ev1'), { clockOffset: 86_400 })).status).toBe(401);
    const unsigned = await fetch(bot.url, { method: 'POST', body: question('Ev1') });
    expect(unsigned.status).toBe(401);
    expect((await bot.slack.raw(question('Ev1'))).status).toBe(200);
    await bot.slack.repliesCount(1);
  });

  it('is refused when it is an exact copy, whatever it is', async (context) => {
    bot = await startBot(context);
    const send = sameRequest(question('Ev2'));
    const copies = await Promise.all([send(), send(), send()]);
    expect(copies.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
    const command = new URLSearchParams({
      command: '/lm3',
      text: '',
      user_id: 'U1',
      channel_id: 'C1',
      team_id: 'T1',
    });
    const type = sameRequest(String(command), 'application/x-www-form-urlencoded');
    const sent = await Promise.all([type(), type()]);
    expect(sent.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  it('cannot push real signatures out of memory with forged ones', async (context) => {
    bot = await startBot(context);
    const send = sameRequest(question('Ev3'));
    expect((await send()).status).toBe(200);
    for (let forged = 0; forged < 50; forged += 1) {
      expect((await bot.slack.raw(`${forged}`, { secret: 'wrong' })).status).toBe(401);
    }
    expect((await send()).status).toBe(401);
  });

  it('that is too large is refused without being read to its end', async (context) => {
    bot = await startBot(context);
    const { status } = await bot.slack.raw(' '.repeat(2 * 1024 * 1024));
    expect(status).toBe(413);
  });

  it('is a POST; anything else is told so', async (context) => {
    bot = await startBot(context);
    expect((await fetch(bot.url)).status).toBe(405);
    expect((await fetch(bot.url, { method: 'PUT', body: 'x' })).status).toBe(405);
    expect((await fetch(`${bot.url}/more`, { method: 'POST', body: 'x' })).status).toBe(404);
  });

  it('proves the address to Slack when it asks', async (context) => {
    bot = await startBot(context);
    const answer = await bot.slack.raw(JSON.stringify({ type: 'url_verification', challenge: 'abc' }));
    expect(answer).toMatchObject({ status: 200, text: '{"challenge":"abc"}' });
  });

  it('of a command or button that nobody answers is acknowledged at once', async (context) => {
    bot = await startBot(context, { ackMs: 2000 });
    const { status, text } = await bot.slack.command('/of-tomorrow', '');
    expect(status).toBe(200);
    expect(text).toContain('I do not know this command');
    const pressed = {
      type: 'block_actions',
      actions: [{ type: 'button', action_id: 'of_yesterday', block_id: 'b', value: 'x' }],
      user: { id: 'U1' },
      team: { id: 'T1' },
      channel: { id: 'C1' },
    };
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const body = String(new URLSearchParams({ payload: JSON.stringify(pressed) }));
    expect((await bot.slack.raw(body, { headers })).status).toBe(200);
    expect(bot.log.join('')).toContain('nothing answers this delivery');
  });
});

describe('an event', () => {
  it('is answered once however often Slack delivers it', async (context) => {
    bot = await startBot(context);
    const { status } = await bot.slack.say('<@UBOT> what is LM3?', { copies: 3 });
    expect(status).toBe(200);
    await bot.close();
    expect(bot.slack.replies).toHaveLength(1);
  });

  it('is answered when its first delivery met a store that failed: Slack delivers it again at once', async (context) => {
    let failures = 1;
    const claimed = new Set<string>();
    const store = {
      claimEvent: async (id: string) => {
        failures -= 1;
        if (failures >= 0) throw new Error('the store is away');
        return claimed.size < claimed.add(id).size;
      },
    };
    bot = await startBot(context, { store });
    const { acked, attempts } = await bot.slack.server.event({ type: 'app_mention', text: 'what is LM3?' });
    expect([acked, attempts.map(({ status }) => status)]).toEqual([true, [500, 200]]);
    await bot.slack.repliesCount(1);
  });

  it('that failed comes again with the same signature within the second, and is taken', async (context) => {
    let failures = 1;
    const store = {
      claimEvent: async () => {
        failures -= 1;
        if (failures >= 0) throw new Error('the store is away');
        return true;
      },
    };
    bot = await startBot(context, { store });
    const send = sameRequest(question('Ev4'));
    const [first, second] = [await send(), await send()];
    expect([first.status, second.status]).toEqual([500, 200]);
    await bot.slack.repliesCount(1);
  });

  it('is not acknowledged while the store fails, so it is not lost', async (context) => {
    const store = { claimEvent: () => Promise.reject(new Error('the store is away')) };
    bot = await startBot(context, { store });
    const { acked, attempts } = await bot.slack.server.event({ type: 'app_mention', text: 'what is LM3?' });
    expect([acked, attempts.map(({ status }) => status)]).toEqual([false, [500, 500, 500, 500]]);
    expect(bot.slack.replies).toEqual([]);
  });
});

describe('a bot that is told to stop', () => {
  it('finishes what it has begun, and takes nothing new', async (context) => {
    bot = await startBot(context);
    const release = bot.slack.server.holdFiles();
    await bot.slack.say('<@UBOT>', { files: [bot.slack.addFile('a.xlsx', new Uint8Array([1]))] });
    const stopped = bot.face.stop();
    const late = await bot.slack.server.event({ type: 'app_mention', text: 'what is LM3?' });
    expect(late).toMatchObject({ acked: false, status: 503 });
    release();
    await stopped;
    expect(bot.slack.replies).toHaveLength(1);
    expect(bot.slack.replies[0]?.text).toContain('a.xlsx');
  });

  it('can be told so twice', async (context) => {
    bot = await startBot(context);
    await bot.face.stop();
    await bot.face.stop();
  });
});
