import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { errorCode, failure, SlackStand } from './slack-stand.ts';

const ranWith = ['Slack: our fake over real HTTP and a real WebSocket, with @slack/bolt 5.1.0'];
const stand = new SlackStand();

beforeEach((ctx) => {
  ctx.task.meta.ranWith = ranWith;
});
afterEach(() => stand.close());

describe('an app that takes requests from the fake', () => {
  it('accepts its signatures, answers in the thread, and the buttons it shows can be pressed', async () => {
    const slack = await stand.start();
    await stand.overHttp();
    const { acked, ts } = await slack.event({ type: 'app_mention', text: 'hi' });
    expect(acked).toBe(true);
    const [answer] = await slack.waitUntilSaid(1);
    expect(answer).toMatchObject({ thread: ts, text: 'heard hi' });
    await slack.blockAction({ actionId: 'more', user: 'U2' });
    await slack.waitUntilSaid(2);
    await slack.event({ type: 'message', text: 'hello' });
    await slack.waitUntilSaid(3);
    await expect(slack.blockAction({ actionId: 'not-shown' })).rejects.toThrow('no message shows U1');
    expect(slack.transcriptText()).toBe(
      [
        'U1 (message):\n  hi',
        '    Local Pound (message in the thread):\n      heard hi\n      [button: More]',
        'U2 (pressed):\n  [button: More]',
        'Local Pound (to that person only):\n  more of v1',
        'U1 (message):\n  hello',
        'Local Pound (message):\n  direct: hello',
      ].join('\n\n'),
    );
  });

  it('answers a command at once and again at its address, five times and within half an hour', async () => {
    const slack = await stand.start();
    await stand.overHttp();
    const { text, responseUrl } = await slack.slashCommand({ command: '/tiny', text: 'it' });
    expect(text).toBe('working on it');
    await slack.waitUntilSaid(2);
    const respond = async () => {
      const body = JSON.stringify({ text: 'more' });
      const headers = { 'content-type': 'application/json' };
      return (await fetch(responseUrl, { method: 'POST', body, headers })).status;
    };
    const used = [await respond(), await respond(), await respond(), await respond(), await respond()];
    expect(used).toEqual([200, 200, 200, 200, 404]);
    expect(slack.said()).toMatchObject([
      { method: 'answer', user: 'U1', text: 'working on it' },
      { method: 'response_url', how: 'message', text: 'done' },
      ...Array.from({ length: 4 }, () => ({ how: 'to that person only', text: 'more' })),
    ]);
    const later = await slack.slashCommand({ command: '/tiny', text: 'again' });
    await slack.waitUntilSaid(8);
    slack.advance(31 * 60_000);
    const answer = await fetch(later.responseUrl, { method: 'POST', body: '{}' });
    expect(await answer.json()).toEqual({ ok: false, error: 'expired_url' });
  });

  it('opens a form once for each thing a person does, and only in time', async () => {
    const slack = await stand.start();
    await stand.overHttp();
    const { triggerId } = await slack.shortcut({ callbackId: 'look', message: { text: 'this' } });
    await slack.waitUntilSaid(1);
    expect(slack.transcriptText()).toContain('Local Pound (opened a form):\n  hello');
    const view = { type: 'modal' as const, title: { type: 'plain_text' as const, text: 'A' }, blocks: [] };
    const open = async (trigger_id: string) =>
      errorCode(await failure(stand.client().views.open({ trigger_id, view })));
    expect(await open(triggerId)).toBe('exchanged_trigger_id');
    const { triggerId: old } = await slack.slashCommand({ command: '/tiny' });
    slack.advance(60_001);
    expect(await open(old)).toBe('expired_trigger_id');
    expect(await open('1.2.x')).toBe('invalid_trigger_id');
  });

  it('gets an event again, with a number and a reason, until it acknowledges', async () => {
    const slack = await stand.start({ ackMs: 1000 });
    const seen: unknown[][] = [];
    await stand.serve(
      createServer((request, response) => {
        seen.push([request.headers['x-slack-retry-num'], request.headers['x-slack-retry-reason']]);
        // The first try finds silence, the second an error, the third an ear.
        if (seen.length === 2) response.writeHead(500).end();
        if (seen.length === 3) response.writeHead(200).end();
      }),
    );
    const { acked, attempts } = await slack.event({ type: 'app_mention', text: 'hi' });
    expect(acked).toBe(true);
    expect(attempts.map(({ failure: why }) => why)).toEqual(['http_timeout', 'http_error', undefined]);
    expect(seen).toEqual([
      [undefined, undefined],
      ['1', 'http_timeout'],
      ['2', 'http_error'],
    ]);
  });

  it('gets no more tries when it asks for none, and a command once only', async () => {
    const slack = await stand.start();
    let count = 0;
    await stand.serve(
      createServer((_, response) => {
        count += 1;
        response.writeHead(500, { 'x-slack-no-retry': '1' }).end();
      }),
    );
    expect((await slack.event({ type: 'app_mention' })).attempts).toHaveLength(1);
    expect((await slack.slashCommand({ command: '/tiny' })).acked).toBe(false);
    expect(count).toBe(2);
    expect(slack.transcriptText()).toContain(
      'Slack (to that person only):\n  /tiny failed with the error “dispatch_failed”',
    );
  });

  it('meets old, future, forged, unsigned and repeated requests', async () => {
    const slack = await stand.start();
    await stand.overHttp();
    const { requests } = slack;
    expect((await requests.stale()).status).toBe(401);
    expect((await requests.forged()).status).toBe(401);
    expect((await requests.unsigned()).status).toBe(401);
    // The library lets these two pass: guarding against them is left to the app.
    expect((await requests.future()).status).toBe(200);
    expect((await requests.replayed()).status).toBe(200);
    expect((await requests.sslCheck()).status).toBe(200);
    const { status, text, challenge } = await requests.urlVerification();
    expect([status, JSON.parse(text)]).toEqual([200, { challenge }]);
    const { envelope } = await slack.event({ type: 'app_mention', text: 'twice' });
    expect((await slack.redeliver(envelope, { num: 1, reason: 'http_timeout' })).acked).toBe(true);
    const said = await slack.waitUntilSaid(4);
    expect(said.filter(({ text: words }) => words === 'heard twice')).toHaveLength(2);
  });
});

describe('an app that holds a socket open to the fake', () => {
  it('gets events, commands and presses, and acknowledges them', async () => {
    const slack = await stand.start();
    await stand.overSocket();
    expect((await slack.event({ type: 'app_mention', text: 'hi' })).acked).toBe(true);
    await slack.waitUntilSaid(1);
    const { text } = await slack.slashCommand({ command: '/tiny', text: 'it' });
    expect(JSON.parse(text)).toEqual({ text: 'working on it' });
    await slack.waitUntilSaid(3);
    await slack.blockAction({ actionId: 'more' });
    const said = await slack.waitUntilSaid(4);
    expect(said.map(({ text: words }) => words)).toEqual(['heard hi', 'working on it', 'done', 'more of v1']);
  });

  it('renews its socket when asked, and comes back when it breaks off', async () => {
    const slack = await stand.start();
    await stand.overSocket();
    slack.socket.refresh();
    expect((await slack.slashCommand({ command: '/tiny' })).attempts).toMatchObject([
      { failure: 'no_socket' },
    ]);
    expect((await slack.event({ type: 'app_mention', text: 'after renewal' })).acked).toBe(true);
    slack.socket.drop();
    expect((await slack.event({ type: 'app_mention', text: 'after a break' })).acked).toBe(true);
    await slack.waitUntilSaid(2);
    expect([slack.socket.opened, slack.socket.open]).toEqual([3, 1]);
  });

  it('must have a ticket, which is good once', async () => {
    const slack = await stand.start();
    const { url } = await stand.client(slack.appToken).apps.connections.open();
    const opens = (address: string) =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(address);
        socket.on('message', (data) => {
          socket.close();
          resolve((JSON.parse(String(data)) as { type: string }).type);
        });
        socket.on('error', ({ message }) => resolve(message));
      });
    expect([await opens(url ?? ''), await opens(url ?? '')]).toEqual([
      'hello',
      'Unexpected server response: 401',
    ]);
  });
});

describe('the conversation as text', () => {
  it('is the same for the same conversation, and names threads and channels that are not plain', async () => {
    const hold = async () => {
      const slack = await stand.start();
      await stand.overHttp();
      const first = await slack.event({ type: 'app_mention', text: 'first' });
      await slack.waitUntilSaid(1);
      await slack.event({ type: 'app_mention', text: 'elsewhere', channel: 'C2', user: 'U2' });
      await slack.waitUntilSaid(2);
      await stand
        .client()
        .chat.postEphemeral({ channel: 'C1', user: 'U1', text: 'late', thread_ts: first.ts });
      return slack.transcriptText();
    };
    const text = await hold();
    expect(text).toContain('U2 (message in C2):\n  elsewhere');
    expect(text).toContain('    Local Pound (to U1 only in the thread of “first”):\n      late');
    expect(await hold()).toBe(text);
  });
});
