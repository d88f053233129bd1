import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { FakeSlack } from '../../fakes/fake-slack/fake-slack.ts';
import { largeWorkbook } from '../../fakes/lm3-workbooks.ts';
import type { Task, Usage } from './bot-process.ts';
import { PacedClient } from './paced-client.ts';

const perSecond = 200;
/** As many suppliers as a workbook may have before the bot's limits refuse it, more or less. */
const mostSuppliers = 50_000;

/** A busy machine shows in `bareP99`: the bare handler's, at the same time. */
export interface AckFigures {
  readonly p50: number;
  readonly p99: number;
  readonly bareP99: number;
}

export interface LoadFigures {
  readonly ackMs: AckFigures;
  readonly ackWhileComputingMs: AckFigures & { readonly seconds: number };
  readonly lookUpMs: { readonly p50: number; readonly p95: number };
  readonly cpuMicros: { readonly bot: number; readonly bare: number };
  readonly rssMb: readonly number[];
}

/** The bot under load, in a process of its own, beside a bare signed handler in another. */
export async function measureLoad(seconds: number, note: (text: string) => void): Promise<LoadFigures> {
  const slack = await FakeSlack.start();
  const bot = await Child.start('bot', slack);
  const bare = await Child.start('bare', slack);
  try {
    slack.sendTo(bot.url);
    await Promise.all([bot.client.burst(800), bare.client.burst(800)]);
    note('acknowledging');
    const acks = await beside(bot, bare, Math.min(seconds, 20));
    note('processor time');
    const cpuMicros = { bot: await bot.cpuOf(2000), bare: await bare.cpuOf(2000) };
    note('looking up');
    const lookUps = await timesOfLookUps(slack, 60);
    note('acknowledging while a workbook is computed');
    const { took, ...whileBusy } = await whileComputing(slack, bot, bare);
    note(`${seconds} s of load`);
    const rssMb = await memoryUnderLoad(bot, seconds);
    return {
      ackMs: ackFigures(acks),
      ackWhileComputingMs: { ...ackFigures(whileBusy), seconds: took },
      lookUpMs: { p50: quantile(lookUps, 0.5), p95: quantile(lookUps, 0.95) },
      cpuMicros,
      rssMb,
    };
  } finally {
    await Promise.all([bot.stop(), bare.stop()]);
    await slack.close();
  }
}

interface Acks {
  readonly times: number[];
  readonly bareTimes: number[];
}

/** The bot at the full pace, and the bare handler at a slow one at the same time. */
async function beside(bot: Child, bare: Child, during: number | Promise<unknown>): Promise<Acks> {
  const [times, bareTimes] = await Promise.all([
    bot.client.send(perSecond, during),
    bare.client.send(perSecond / 8, during),
  ]);
  return { times, bareTimes };
}

function ackFigures({ times, bareTimes }: Acks): AckFigures {
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99), bareP99: quantile(bareTimes, 0.99) };
}

async function timesOfLookUps(slack: FakeSlack, count: number): Promise<number[]> {
  const questions = ['what is LM3?', 'what is the leaky bucket?', 'population of bradford', 'who made LM3?'];
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const replies = slack.replies.length;
    const started = performance.now();
    await slack.say(`<@UBOT> ${questions[index % questions.length]}`, { user: `U${index}` });
    await slack.repliesCount(replies + 1);
    times.push(performance.now() - started);
  }
  return times;
}

/** The whole while from the file in a message to its answer. */
async function whileComputing(slack: FakeSlack, bot: Child, bare: Child) {
  const before = slack.replies.length;
  const file = slack.addFile('large.xlsx', largeWorkbook(mostSuppliers));
  await slack.say('<@UBOT>', { files: [file], user: 'ULARGE' });
  const started = performance.now();
  const acks = await beside(bot, bare, lm3After(slack, before));
  return { ...acks, took: (performance.now() - started) / 1000 };
}

/** Long work is told of first; the answer is what has the figure. */
async function lm3After(slack: FakeSlack, before: number): Promise<void> {
  for (let tenths = 0; tenths < 1200; tenths += 1) {
    const said = slack.replies.slice(before).map(({ text }) => text);
    if (said.some((text) => text.startsWith('LM3 is'))) return;
    if (said.some((text) => !text.startsWith('Reading'))) throw new Error(`no LM3 came: ${said.join()}`);
    await wait(100);
  }
  throw new Error('no LM3 came within two minutes');
}

/** Resident memory after a warm-up, and then ten times during the load. */
async function memoryUnderLoad(bot: Child, seconds: number): Promise<number[]> {
  const readings: number[] = [];
  for (let part = 0; part <= 10; part += 1) {
    await bot.client.send(perSecond, seconds / 10);
    readings.push((await bot.usage()).rssBytes / 1024 / 1024);
  }
  return readings.slice(1);
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

class Child {
  private constructor(
    private readonly process: ChildProcess,
    readonly url: string,
    readonly client: PacedClient,
  ) {}

  static async start(kind: Task['kind'], slack: FakeSlack): Promise<Child> {
    const script = fileURLToPath(new URL('bot-process.ts', import.meta.url));
    const child = fork(script, { execArgv: ['--import', 'tsx', '--expose-gc'] });
    const { botToken, signingSecret, apiUrl: slackApiUrl, fileHosts } = slack;
    child.send({ kind, botToken, signingSecret, slackApiUrl, fileHosts } satisfies Task);
    const [{ url }] = (await once(child, 'message')) as [{ url: string }];
    return new Child(child, url, new PacedClient(url, signingSecret));
  }

  async usage(): Promise<Usage> {
    this.process.send('usage');
    const [usage] = (await once(this.process, 'message')) as [Usage];
    return usage;
  }

  /** Microseconds of processor time that one command takes. */
  async cpuOf(commands: number): Promise<number> {
    const before = await this.usage();
    await this.client.burst(commands);
    return ((await this.usage()).cpuMicros - before.cpuMicros) / commands;
  }

  async stop(): Promise<void> {
    this.client.close();
    this.process.disconnect();
    const forced = setTimeout(() => this.process.kill(), 3000);
    await once(this.process, 'exit');
    clearTimeout(forced);
  }
}
