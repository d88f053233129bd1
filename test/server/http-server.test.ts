import { once } from 'node:events';
import type { RequestListener, Server } from 'node:http';
import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { closeHttpServer, createHttpServer, listen } from '../../server/http-server.ts';

const open: Server[] = [];

afterEach(async () => {
  for (const server of open.splice(0)) await closeHttpServer(server, 0);
});

describe('the one server', () => {
  it('gives Slack’s requests to Slack’s listener and all others to the pages', async () => {
    const port = await start((incoming, outgoing) => outgoing.end(`slack ${incoming.url}`));
    expect(await body(port, '/slack/events')).toBe('slack /slack/events');
    expect(await body(port, '/slack/events?x=1')).toBe('slack /slack/events?x=1');
    for (const path of ['/', '/slack', '/slack/events/', '/SLACK/EVENTS', '/ask?x=/slack/events']) {
      expect(await body(port, path)).toBe('page');
    }
  });

  it('gives everything to the pages while Slack is off', async () => {
    expect(await body(await start(), '/slack/events')).toBe('page');
  });

  it.each([
    ['no HTTP at all', 'hello\r\n\r\n', 400],
    ['no Host header', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['a Host header that is no host', 'GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n', 400],
    ['a header of 100 kB', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(100_000)}\r\n\r\n`, 431],
    ['an address of 100 kB', `GET /ask?q=${'a'.repeat(100_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, 431],
  ])('answers %s in words, with the headers that keep a page safe', async (_what, request, status) => {
    const answer = await raw(await start(), request);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer.toLowerCase()).toContain("content-security-policy: default-src 'none'");
    expect(answer).toMatch(/This request cannot be read|are too long/);
  });

  it('goes on serving after broken requests', async () => {
    const port = await start();
    await Promise.all(Array.from({ length: 20 }, () => raw(port, '\u0016\u0003\u0001garbage\r\n\r\n')));
    expect(await body(port, '/')).toBe('page');
  });
});

describe('stopping', () => {
  it('lets a request under way finish and takes no new one', async () => {
    const { port, server, release } = await startSlow();
    const slow = fetch(`http://127.0.0.1:${port}/`);
    await once(server, 'request');
    const closed = closeHttpServer(server, 60_000);
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
    release();
    expect(await (await slow).text()).toBe('late');
    await closed;
    expect(server.listening).toBe(false);
  });

  it('cuts off what has not finished at the deadline', async () => {
    const { port, server } = await startSlow();
    const slow = fetch(`http://127.0.0.1:${port}/`).catch((error: unknown) => error);
    await once(server, 'request');
    await closeHttpServer(server, 50);
    expect(await slow).toBeInstanceOf(Error);
  });

  it('does not wait for connections that are kept alive with nothing to do', async () => {
    const port = await start();
    await body(port, '/');
    const [server] = open;
    if (server === undefined) throw new Error('no server');
    const outcome = await Promise.race([
      closeHttpServer(server, 60_000).then(() => 'closed'),
      setTimeout(20_000, 'still open', { ref: false }),
    ]);
    expect(outcome).toBe('closed');
  });
});

async function start(slack?: RequestListener): Promise<number> {
  const server = createHttpServer(() => new Response('page'), slack);
  open.push(server);
  return await listen(server, '127.0.0.1', 0);
}

async function startSlow(): Promise<{ port: number; server: Server; release: () => void }> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const server = createHttpServer(async () => {
    await released;
    return new Response('late');
  }, undefined);
  open.push(server);
  return { port: await listen(server, '127.0.0.1', 0), server, release };
}

async function body(port: number, path: string): Promise<string> {
  return await (await fetch(`http://127.0.0.1:${port}${path}`)).text();
}

/** Sends bytes as they are, and returns all that comes back until the server closes. */
async function raw(port: number, request: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk) => {
    answer += String(chunk);
  });
  // A server that has heard enough may close while we still send.
  socket.on('error', () => undefined);
  socket.write(request);
  await once(socket, 'close');
  return answer;
}
