import { afterEach, describe, expect, it } from 'vitest';
import { hostileFiles } from '../fakes/hostile-files.ts';
import { type BotStand, sampleBytes, startBot } from './bot-stand.ts';

let bot: BotStand;
afterEach(() => bot.close());

describe('hostile and odd files sent to the bot', () => {
  it('each get one plain answer, none is a failure of the bot, and the next file is read', async (context) => {
    bot = await startBot(context);
    for (const [index, { what, make }] of hostileFiles.entries()) {
      const file = bot.slack.addFile('spend.xlsx', make());
      await bot.slack.say('<@UBOT>', { files: [file], user: `U${100 + index}` });
      const replies = await bot.slack.repliesCount(index + 1);
      const { text = '', blocks } = replies.at(-1) ?? {};
      expect(text.length, what).toBeGreaterThan(20);
      expect(text, what).not.toMatch(/something went wrong|undefined|NaN|\[object/);
      expect(JSON.stringify(blocks), what).not.toMatch(/root:x:|"mrkdwn"/);
    }
    await bot.slack.say('<@UBOT>', { files: [bot.slack.addFile('a.xlsx', await sampleBytes())] });
    const replies = await bot.slack.repliesCount(hostileFiles.length + 1);
    expect(replies.at(-1)?.text).toContain('LM3 is 2.10');
    expect(replies).toHaveLength(hostileFiles.length + 1);
    const log = bot.log.join('');
    expect(log).not.toMatch(/answering Slack failed|spend\.xlsx|xoxb-/);
  }, 60_000);

  it('are answered once when the socket breaks while one is worked on, and nothing is lost', async (context) => {
    bot = await startBot(context, { mode: 'socket' });
    const release = bot.slack.server.holdFiles();
    const file = bot.slack.addFile('a.xlsx', await sampleBytes());
    const { ts } = await bot.slack.say('<@UBOT>', { files: [file] });
    bot.slack.server.socket.drop();
    await bot.slack.server.socket.waitUntilOpen();
    release();
    await bot.slack.say('<@UBOT> what is LM3?');
    const replies = await bot.slack.repliesCount(2);
    expect(replies.find(({ thread }) => thread === ts)?.text).toContain('LM3 is 2.10');
    await bot.close();
    expect(bot.slack.replies).toHaveLength(2);
  });
});
