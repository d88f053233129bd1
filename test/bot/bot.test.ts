import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSlackApp, type SlackFace } from '../../bot/app.ts';
import { formatRatio, type Lm3Result, lm3Summary, lm3Template, type WorkbookSpec } from '../../core/index.ts';
import { openStore } from '../../server/store/open-store.ts';
import type { Store } from '../../server/store/store.ts';
import { computeLm3File } from '../../spreadsheet/lm3-file.ts';
import { writeWorkbook } from '../../spreadsheet/write-workbook.ts';
import { FakeSlack } from '../fakes/fake-slack/fake-slack.ts';
import { csvNamedXlsx, zipBomb } from '../fakes/hostile-files.ts';

const ranWith = ['Slack: our fake over real HTTP and a real WebSocket, with @slack/bolt 5.1.0'];
const logger = pino({ level: 'silent' });

let folder: string;
let store: Store;
let sample: Uint8Array;
let expected: Lm3Result;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'localpound-bot-'));
  store = await openStore({ engine: 'sqlite', file: join(folder, 'store.db') }, () => undefined);
  sample = await writeWorkbook(lm3Template({ sample: true }));
  const outcome = computeLm3File(sample);
  if (!outcome.ok) throw new Error('the sample does not compute');
  expected = outcome.value.result;
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

/** The bot behind a real server, as `server/` runs it. */
async function overHttp(slack: FakeSlack): Promise<{ stop(): Promise<void>; url: string }> {
  const face = await createSlackApp({
    botToken: slack.botToken,
    signingSecret: slack.signingSecret,
    store,
    logger,
    slackApiUrl: slack.apiUrl,
    fileHosts: slack.fileHosts,
  });
  const server: Server = createServer((request, response) => face.requestListener?.(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  await face.start();
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
  slack.sendTo(url);
  const stop = async () => {
    await face.stop();
    server.closeAllConnections();
    server.close();
  };
  return { stop, url };
}

/** The sample with another set of suppliers. */
async function withSupplier(name: string, spend: number): Promise<Uint8Array> {
  const spec = lm3Template({ sample: true });
  const sheets = spec.sheets.map((sheet) =>
    sheet.name === 'Suppliers'
      ? {
          ...sheet,
          tables: sheet.tables.map((table) => ({
            ...table,
            rows: [...table.rows, [{ value: name }, { value: spend }, { value: 'Yes' }, { value: 0.5 }]],
          })),
        }
      : sheet,
  );
  return writeWorkbook({ ...spec, sheets } satisfies WorkbookSpec);
}

describe('the bot over HTTP', () => {
  let slack: FakeSlack;
  let bot: { stop(): Promise<void>; url: string };

  beforeEach(async (ctx) => {
    ctx.task.meta.ranWith = ranWith;
    slack = await FakeSlack.start();
    bot = await overHttp(slack);
  });
  afterEach(async () => {
    await bot.stop();
    await slack.close();
  });

  it('says how to use it, to the person who typed /lm3 only', async () => {
    const { status, text } = await slack.command('/lm3', 'help');
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({ response_type: 'ephemeral' });
    expect(slack.transcript()).toContain('Compute LM3 from this file');
    await slack.command('/lm3', 'make *it* <!channel>');
    expect(slack.transcript()).toContain('I did not understand');
    expect(slack.transcript()).not.toContain('<!channel> ');
  });

  it('computes an attached workbook in the thread, to the last printed digit', async () => {
    const { ts } = await slack.say('<@UBOT> please', { files: [slack.addFile('sample.xlsx', sample)] });
    const [reply] = await slack.repliesCount(1);
    const { headline, sentences } = lm3Summary(expected);
    expect(reply?.thread).toBe(ts);
    expect(reply?.text).toBe([headline, ...sentences].join('\n'));
    expect(reply?.text).toContain(formatRatio(expected.lm3));
    expect(slack.transcript()).toContain('| Round 1 | £654,406.31 |');
    expect(slack.fileRequests).toEqual([{ path: expect.stringContaining('/files/'), withToken: true }]);
  });

  it('keeps single suppliers out of the channel, and shows workings to the person who asked only', async () => {
    await slack.say('<@UBOT>', { files: [slack.addFile('sample.xlsx', sample)] });
    const [reply] = await slack.repliesCount(1);
    expect(JSON.stringify(reply)).not.toContain('Invented Interiors');
    expect(JSON.stringify(reply)).not.toContain('Made-up Market Garden');
    await slack.press('lm3_show_workings', 'U2');
    await slack.press('lm3_show_workings');
    await slack.press('lm3_show_chase_list');
    const [, refused, workings, chase] = await slack.repliesCount(4);
    expect(refused?.text).toContain('Only the person who sent the file');
    expect(JSON.stringify(workings?.blocks)).toContain('Made-up Market Garden');
    expect(JSON.stringify(chase?.blocks)).toContain('Invented Interiors');
    expect([refused, workings, chase].every((said) => said?.how === 'to that person only')).toBe(true);
  });

  it('lists what is wrong with a workbook, cell by cell', async () => {
    const spec = lm3Template({ sample: false });
    await slack.say('<@UBOT>', { files: [slack.addFile('empty.xlsx', await writeWorkbook(spec))] });
    const [reply] = await slack.repliesCount(1);
    expect(reply?.text).toContain('I could not compute LM3 from empty.xlsx: 1 thing needs mending');
    expect(reply?.text).toContain('sheet Project, cell B5: found an empty cell');
  });

  it('refuses a CSV named .xlsx and a zip bomb in words, and goes on answering', async () => {
    await slack.say('<@UBOT>', {
      files: [slack.addFile('list.xlsx', csvNamedXlsx()), slack.addFile('bomb.xlsx', zipBomb())],
    });
    const replies = await slack.repliesCount(2);
    expect(replies.map(({ text }) => text).join('\n')).toMatch(
      /could not compute LM3 from list\.xlsx[\s\S]*could not compute LM3 from bomb\.xlsx/,
    );
    await slack.say('<@UBOT> what is LM3?');
    await slack.repliesCount(3);
  });

  it('answers a question with its sources in the thread, and says so when nothing fits', async () => {
    const { ts } = await slack.say('<@UBOT> what is the leaky bucket?');
    await slack.say('best curry house in bradford?', { direct: true });
    const [answer, refusal] = await slack.repliesCount(2);
    expect(answer?.thread).toBe(ts);
    expect(answer?.text).toMatch(/bucket[\s\S]*Source: Powerful Communities, Strong Economies/);
    expect(refusal?.text).toContain('not covered');
  });

  it('answers a mention with neither file nor question with help, and passes over other bots and edits', async () => {
    await slack.say('<@UBOT>');
    await slack.repliesCount(1);
    await slack.say('what is LM3?', { direct: true, more: { bot_id: 'B9' } });
    await slack.say('what is LM3?', { direct: true, more: { subtype: 'message_changed' } });
    await slack.say('what is LM3?', { direct: true });
    const replies = await slack.repliesCount(2);
    expect(replies).toHaveLength(2);
  });

  it('answers once however often Slack delivers', async () => {
    await slack.say('<@UBOT> what is LM3?', { copies: 3 });
    await slack.say('<@UBOT> who developed LM3?');
    const replies = await slack.repliesCount(2);
    expect(replies[0]?.text).not.toBe(replies[1]?.text);
  });

  it('takes the message shortcut, and says when the message has no file', async () => {
    await slack.shortcut('compute_lm3_from_file', []);
    await slack.shortcut('compute_lm3_from_file', [slack.addFile('sample.xlsx', sample)]);
    const [none, result] = await slack.repliesCount(2);
    expect(none?.text).toContain('no file in this message');
    expect(result?.text).toContain('LM3 is 2.10');
  });

  it('falls back to plain paragraphs where Slack refuses the table', async () => {
    slack.force('chat.postMessage', { error: 'invalid_blocks' });
    await slack.say('<@UBOT>', { files: [slack.addFile('sample.xlsx', sample)] });
    const [reply] = await slack.repliesCount(1);
    expect(JSON.stringify(reply?.blocks)).not.toContain('data_table');
    expect(slack.transcript()).toContain('Round 1: £654,406.31');
  });

  it('waits as Slack asks when there is too much traffic', async () => {
    slack.force('chat.postMessage', { status: 429, retryAfter: 1 });
    await slack.say('<@UBOT> what is LM3?');
    await slack.repliesCount(1);
  });

  it('never sends its token to another host', async () => {
    const files = [
      slack.addForeignFile('a.xlsx', 'address'),
      slack.addForeignFile('b.xlsx', 'redirect'),
      slack.addFile('c.xlsx', sample, { isExternal: true, mode: 'external' }),
    ];
    await slack.say('<@UBOT>', { files });
    const replies = await slack.repliesCount(3);
    expect(slack.foreignRequests).toEqual([]);
    expect(replies[0]?.text).toContain('not stored in Slack');
    expect(replies[1]?.text).toContain('could not be fetched');
    expect(replies[2]?.text).toContain('not stored in Slack');
  });

  it('shows a supplier named like markup as text', async () => {
    const bytes = await withSupplier('<!channel> & *x* _y_', 9_999_999);
    await slack.say('<@UBOT>', { files: [slack.addFile('odd.xlsx', bytes)] });
    await slack.repliesCount(1);
    await slack.press('lm3_show_workings');
    const [, workings] = await slack.repliesCount(2);
    const blocks = (workings?.blocks ?? []) as { text: { type: string; text: string } }[];
    const texts = blocks.map((block) => block.text);
    expect(texts.some(({ text }) => text.includes('<!channel> & *x* _y_'))).toBe(true);
    expect(texts.every(({ type }) => type === 'plain_text')).toBe(true);
  });

  it('refuses forged, stale, future and replayed requests', async () => {
    const body = JSON.stringify({
      type: 'event_callback',
      event_id: `Ev-raw-${Date.now()}`,
      event: { type: 'app_mention', user: 'U1', text: 'what is LM3?', ts: '1.1', channel: 'C1' },
    });
    expect((await slack.raw(body, { secret: 'wrong' })).status).toBe(401);
    expect((await slack.raw(body, { clockOffset: -301 })).status).toBe(401);
    expect((await slack.raw(body, { clockOffset: 86_400 })).status).toBe(401);
    const first = await slack.raw(`${body} `);
    expect(first.status).toBe(200);
    expect((await slack.raw(`${body} `)).status).toBe(401);
    await slack.repliesCount(1);
  });

  it('tells the person with a number to quote when something fails, and goes on', async () => {
    slack.force('chat.postMessage', { error: 'internal_error' });
    await slack.say('<@UBOT> what is LM3?');
    const [told] = await slack.repliesCount(1);
    expect(told?.how).toBe('to that person only');
    expect(told?.text).toMatch(/noted as [0-9a-f]{8}/);
    await slack.say('<@UBOT> what is LM3?');
    await slack.repliesCount(2);
  });

  it('asks to be invited where it is no member of the channel', async () => {
    slack.force('chat.postMessage', { error: 'not_in_channel' });
    await slack.shortcut('compute_lm3_from_file', [slack.addFile('sample.xlsx', sample)]);
    const [told] = await slack.repliesCount(1);
    expect(told?.text).toContain('Invite me with /invite');
  });

  it('finishes what it has begun before it stops', async () => {
    await slack.say('<@UBOT>', { files: [slack.addFile('sample.xlsx', sample)] });
    await bot.stop();
    expect(slack.replies).toHaveLength(1);
  });

  it('holds a conversation that reads well', async () => {
    await slack.command('/lm3', '');
    await slack.say('<@UBOT> what does a bigger LM3 number tell you');
    await slack.repliesCount(2);
    await slack.say('<@UBOT>', { files: [slack.addFile('sample.xlsx', sample)] });
    await slack.repliesCount(3);
    await slack.press('lm3_show_chase_list');
    await slack.repliesCount(4);
    await slack.say('best curry house in bradford?', { direct: true });
    await slack.repliesCount(5);
    await expect(slack.transcript()).toMatchFileSnapshot('../golden/slack-conversation.txt');
  });
});

describe('the bot in Socket Mode', () => {
  let slack: FakeSlack;
  let face: SlackFace;

  beforeEach(async (ctx) => {
    ctx.task.meta.ranWith = ranWith;
    slack = await FakeSlack.start();
    face = await createSlackApp({
      botToken: slack.botToken,
      appToken: slack.appToken,
      store,
      logger,
      slackApiUrl: slack.apiUrl,
      fileHosts: slack.fileHosts,
    });
    await face.start();
  });
  afterEach(async () => {
    await face.stop();
    await slack.close();
  });

  it('answers commands, questions and files, also after its socket was renewed', async () => {
    expect(face.requestListener).toBeUndefined();
    await slack.command('/lm3', 'help');
    await slack.say('<@UBOT> what is LM3?');
    await slack.repliesCount(2);
    slack.refreshSocket();
    await slack.say('<@UBOT>', { files: [slack.addFile('sample.xlsx', sample)] });
    const replies = await slack.repliesCount(3);
    expect(replies[2]?.text).toContain('LM3 is 2.10');
    expect(slack.socketCounts().opened).toBe(2);
  });
});
