import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createSlackApp } from '../../../bot/app.ts';
import { openStore } from '../../../server/store/open-store.ts';
import { bareHandler } from './bare-handler.ts';

/** What a process under load is told, and what it answers. */
export interface Task {
  readonly kind: 'bot' | 'bare';
  readonly botToken: string;
  readonly signingSecret: string;
  readonly slackApiUrl: string;
  readonly fileHosts: readonly string[];
}

export interface Usage {
  readonly cpuMicros: number;
  readonly rssBytes: number;
}

/** A process of its own: it is given a task, says where it listens, and tells its use when asked. */
process.on('message', (message: Task | 'usage') => {
  if (message === 'usage') {
    const { user, system } = process.cpuUsage();
    global.gc?.();
    process.send?.({ cpuMicros: user + system, rssBytes: process.memoryUsage.rss() } satisfies Usage);
    return;
  }
  void start(message);
});

async function start(task: Task): Promise<void> {
  const listener = task.kind === 'bare' ? bareHandler(task.signingSecret) : await bot(task);
  const server = createServer(listener);
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1', () =>
    process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events` }),
  );
}

async function bot({ botToken, signingSecret, slackApiUrl, fileHosts }: Task): Promise<RequestListener> {
  const folder = await mkdtemp(join(tmpdir(), 'localpound-bench-slack-'));
  const store = await openStore({ engine: 'sqlite', file: join(folder, 'store.db') }, () => undefined);
  // Whatever is logged is not what is measured; errors are shown.
  const logger = pino({ level: 'error' }, pino.destination({ fd: 2, sync: true }));
  const face = await createSlackApp({ botToken, signingSecret, store, logger, slackApiUrl, fileHosts });
  await face.start();
  process.on('disconnect', async () => {
    await face.stop();
    await store.close();
    await rm(folder, { recursive: true, force: true });
    process.exit();
  });
  return (request, response) => face.requestListener?.(request, response);
}
