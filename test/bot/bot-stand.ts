import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import type { TestContext } from 'vitest';
import { createSlackApp, type SlackFace } from '../../bot/app.ts';
import { FileThread } from '../../bot/files/file-thread.ts';
import manifest from '../../bot/manifest.json' with { type: 'json' };
import type { BotStore } from '../../bot/services.ts';
import { lm3Template } from '../../core/index.ts';
import { openStore } from '../../server/store/open-store.ts';
import type { Store } from '../../server/store/store.ts';
import { writeWorkbook } from '../../spreadsheet/write-workbook.ts';
import { FakeSlack } from '../fakes/fake-slack/fake-slack.ts';
import type { FakeSlackOptions } from '../fakes/fake-slack/workspace.ts';

/** Said at the end of the run by every test that uses the stand. */
export const ranWith = ['Slack: our fake over real HTTP and a real WebSocket, with @slack/bolt 5.1.0'];

/** The bot at work with a fake Slack, and what it wrote to its log. */
export interface BotStand {
  readonly slack: FakeSlack;
  readonly face: SlackFace;
  readonly log: readonly string[];
  /** Where Slack sends its deliveries; empty in Socket Mode. */
  readonly url: string;
  readonly store: Store;
  /** All that is on disk, as one text: whatever was kept can be found in it. */
  onDisk(): Promise<string>;
  close(): Promise<void>;
}

export interface StandOptions extends FakeSlackOptions {
  readonly mode?: 'http' | 'socket';
  /** Stands in for parts of the store on disk. */
  readonly store?: Partial<BotStore>;
  /** How soon long work is told of; never unless given, since a busy machine makes any work long. */
  readonly progressAfterMs?: number;
}

/** It takes seconds to start, so the bots of a test file share one. It ends with the process. */
const sharedThread = new FileThread();

/** Starts a fake Slack and the bot, with a store on disk, and behind a real server when Slack calls it. */
export async function startBot(
  context: Pick<TestContext, 'task'> | undefined,
  options: StandOptions = {},
): Promise<BotStand> {
  if (context !== undefined) context.task.meta.ranWith = ranWith;
  const { mode = 'http' } = options;
  const slack = await FakeSlack.start({
    // The app has what its manifest asks for, and Slack's waits are made short.
    scopes: manifest.oauth_config.scopes.bot,
    retryAfterMs: [0, 100, 200],
    ...options,
  });
  const folder = await mkdtemp(join(tmpdir(), 'localpound-bot-'));
  const opened = await openStore({ engine: 'sqlite', file: join(folder, 'store.db') }, () => undefined);
  const log: string[] = [];
  const face = await createSlackApp({
    botToken: slack.botToken,
    ...(mode === 'http' ? { signingSecret: slack.signingSecret } : { appToken: slack.appToken }),
    store: { ...opened, ...options.store },
    logger: pino({ level: 'debug' }, keeping(log)),
    slackApiUrl: slack.apiUrl,
    fileHosts: slack.fileHosts,
    progressAfterMs: options.progressAfterMs ?? 600_000,
    thread: sharedThread,
  });
  const server = createServer((request, response) => face.requestListener?.(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  await face.start();
  const url =
    mode === 'http' ? `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events` : '';
  if (url !== '') slack.sendTo(url);
  let closed = false;
  const close = async (): Promise<void> => {
    if (closed) return;
    closed = true;
    await face.stop();
    server.closeAllConnections();
    server.close();
    await slack.close();
    await opened.close();
    await rm(folder, { recursive: true, force: true });
  };
  const onDisk = async (): Promise<string> => {
    const files = await readdir(folder);
    return (await Promise.all(files.map((file) => readFile(join(folder, file), 'latin1')))).join('\n');
  };
  return { slack, face, log, url, store: opened, onDisk, close };
}

function keeping(lines: string[]): Writable {
  return new Writable({
    write(line, _, done) {
      lines.push(String(line));
      done();
    },
  });
}

let sample: Promise<Uint8Array> | undefined;

/** The sample workbook, as `localpound template lm3 --sample` writes it. */
export function sampleBytes(): Promise<Uint8Array> {
  sample ??= writeWorkbook(lm3Template({ sample: true }));
  return sample;
}
