import { afterEach, describe, expect, it } from 'vitest';
import { chaseList, workingsLines } from '../../core/index.ts';
import { computeLm3File } from '../../spreadsheet/lm3-file.ts';
import { type BotStand, sampleBytes, startBot } from './bot-stand.ts';

let bot: BotStand;
afterEach(() => bot.close());

async function withResult(context: Parameters<typeof startBot>[0]) {
  bot = await startBot(context);
  const file = bot.slack.addFile('sample.xlsx', await sampleBytes());
  const { ts } = await bot.slack.say('<@UBOT>', { files: [file] });
  await bot.slack.repliesCount(1);
  const computed = computeLm3File(await sampleBytes());
  if (!computed.ok) throw new Error('the sample does not compute');
  return { file, ts, ...computed.value };
}

describe('the button that shows the workings', () => {
  it('shows page after page of them, all of them, to the person who asked only', async (context) => {
    const { ts, result } = await withResult(context);
    await bot.slack.press('lm3_show_workings');
    const first = (await bot.slack.repliesCount(2)).at(-1);
    expect(first).toMatchObject({ how: 'to that person only', user: 'U1', thread: ts });
    const pages = Number(/page 1 of (\d+)/.exec(first?.text ?? '')?.[1]);
    expect(pages).toBeGreaterThan(1);
    for (let page = 2; page <= pages; page += 1) {
      await bot.slack.press('lm3_workings_next');
      const turned = (await bot.slack.repliesCount(1 + page)).at(-1);
      expect(turned).toMatchObject({ how: 'to that person only', payload: { replace_original: true } });
      expect(turned?.text).toContain(`page ${page} of ${pages}`);
    }
    const shown = bot.slack.transcript();
    for (const { label, value, formula } of workingsLines(result.workings)) {
      expect(shown).toContain(`*${label}: ${value}* = ${formula}`);
    }
    for (const { text, because, effect } of result.assumptions) {
      for (const words of [text, because, effect]) expect(shown).toContain(words);
    }
    expect(shown).toContain('Source: Powerful Communities, Strong Economies: the Keep it Local report');
    await bot.slack.press('lm3_workings_previous');
    const back = (await bot.slack.repliesCount(2 + pages)).at(-1);
    expect(back?.text).toContain(`page ${pages - 1} of ${pages}`);
  });

  it('shows nobody else anything, because the workings name single suppliers', async (context) => {
    await withResult(context);
    for (const button of ['lm3_show_workings', 'lm3_show_chase_list']) await bot.slack.press(button, 'U2');
    const replies = await bot.slack.repliesCount(3);
    for (const refusal of replies.slice(1)) {
      expect(refusal.text).toContain('Only the person who asked');
      expect(refusal).toMatchObject({ how: 'to that person only', user: 'U2' });
    }
  });

  it('still works when the bot has been started anew, since it keeps nothing', async (context) => {
    const { file } = await withResult(context);
    expect(bot.slack.fileRequests).toHaveLength(1);
    await bot.slack.press('lm3_show_workings');
    await bot.slack.repliesCount(2);
    expect(bot.slack.fileRequests.map(({ path }) => path)).toEqual(
      Array(2).fill(expect.stringContaining(`/files/${file.id}/`)),
    );
  });

  it('says so when the workbook has been deleted since', async (context) => {
    const { file } = await withResult(context);
    bot.slack.server.removeFile(file);
    await bot.slack.press('lm3_show_workings');
    const [, gone] = await bot.slack.repliesCount(2);
    expect(gone?.text).toContain('may have been deleted');
  });
});

describe('the button that shows whom to ask first', () => {
  it('lists the silent suppliers, the largest first', async (context) => {
    const { project } = await withResult(context);
    await bot.slack.press('lm3_show_chase_list');
    const [, chase] = await bot.slack.repliesCount(2);
    const { suppliers, silent } = chaseList(project);
    expect(chase?.text).toContain(`${silent} suppliers have not answered`);
    const places = suppliers.map(({ name }) => chase?.text.indexOf(name) ?? -1);
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });
});

describe('the message shortcut', () => {
  it('answers in the thread of the message it was chosen on', async (context) => {
    bot = await startBot(context);
    await bot.slack.shortcut('compute_lm3_from_file', [bot.slack.addFile('a.xlsx', await sampleBytes())]);
    const [reply] = await bot.slack.repliesCount(1);
    expect(reply).toMatchObject({ how: 'message', thread: expect.any(String) });
    expect(reply?.text).toContain('LM3 is 2.10');
    expect(JSON.stringify(reply?.blocks)).not.toContain('lm3_share_result');
  });

  it('says to the person who chose it that there is no workbook', async (context) => {
    bot = await startBot(context);
    await bot.slack.shortcut('compute_lm3_from_file', []);
    await bot.slack.shortcut('compute_lm3_from_file', [bot.slack.addFile('plan.pdf', new Uint8Array([1]))]);
    const [none, other] = await bot.slack.repliesCount(2);
    expect(none).toMatchObject({ how: 'to that person only' });
    expect(none?.text).toContain('This message has no file');
    expect(other?.text).toContain('I found only: plan.pdf');
  });

  it('answers that person alone where the bot may not post, who can then share it', async (context) => {
    bot = await startBot(context, { channelsWithoutApp: ['C1'] });
    await bot.slack.shortcut('compute_lm3_from_file', [bot.slack.addFile('a.xlsx', await sampleBytes())]);
    const [seen] = await bot.slack.repliesCount(1);
    expect(seen?.how).toBe('to that person only');
    expect(seen?.text).toContain('LM3 is 2.10');
    await bot.slack.press('lm3_show_workings');
    const workings = (await bot.slack.repliesCount(2)).at(-1);
    expect(workings?.how).toBe('to that person only');
    await bot.slack.press('lm3_share_result');
    const [, , shared, told] = await bot.slack.repliesCount(4);
    expect(shared).toMatchObject({ how: 'message' });
    expect(shared?.text).toBe(seen?.text);
    expect(told).toMatchObject({ how: 'to that person only', payload: { replace_original: true } });
  });

  it('falls back to plain paragraphs there as well', async (context) => {
    bot = await startBot(context, { channelsWithoutApp: ['C1'] });
    bot.slack.force('response_url', { error: 'invalid_blocks' });
    await bot.slack.shortcut('compute_lm3_from_file', [bot.slack.addFile('a.xlsx', await sampleBytes())]);
    const [seen] = await bot.slack.repliesCount(1);
    expect(JSON.stringify(seen?.blocks)).not.toContain('data_table');
    expect(JSON.stringify(seen?.blocks)).toContain('Round 1: spent');
  });
});
