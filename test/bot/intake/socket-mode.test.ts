import { afterEach, describe, expect, it } from 'vitest';
import { type BotStand, sampleBytes, startBot } from '../bot-stand.ts';

let bot: BotStand;
afterEach(() => bot.close());

async function opened(sockets: number): Promise<void> {
  const until = Date.now() + 20_000;
  while (bot.slack.server.socket.opened < sockets) {
    if (Date.now() > until)
      throw new Error(`waited for ${sockets} sockets, saw ${bot.slack.server.socket.opened}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('the bot over a socket', () => {
  it('answers commands, questions, files, shortcuts and buttons', async (context) => {
    bot = await startBot(context, { mode: 'socket' });
    expect(bot.face.requestListener).toBeUndefined();
    const { text } = await bot.slack.command('/lm3', 'help');
    expect(text).toContain('How to use Local Pound');
    await bot.slack.say('<@UBOT> what is LM3?');
    await bot.slack.shortcut('compute_lm3_from_file', [bot.slack.addFile('a.xlsx', await sampleBytes())]);
    await bot.slack.repliesCount(3);
    await bot.slack.press('lm3_show_workings');
    const replies = await bot.slack.repliesCount(4);
    expect(replies.map(({ text: said }) => said.slice(0, 16))).toEqual([
      'How to use Local',
      'LM3 (Local Multi',
      'LM3 is 2.10 for ',
      'Workings of LM3,',
    ]);
  });

  it('goes on over a new socket when Slack renews it, and when it breaks', async (context) => {
    bot = await startBot(context, { mode: 'socket' });
    bot.slack.server.socket.refresh();
    await opened(2);
    await bot.slack.say('<@UBOT> what is LM3?');
    await bot.slack.repliesCount(1);
    bot.slack.server.socket.drop();
    await opened(3);
    await bot.slack.say('<@UBOT> what is LM3?');
    await bot.slack.repliesCount(2);
  });

  it('lives through a refusal at that moment, and tries again', async (context) => {
    bot = await startBot(context, { mode: 'socket' });
    bot.slack.force('apps.connections.open', { error: 'invalid_auth' });
    bot.slack.force('apps.connections.open', { status: 500 });
    bot.slack.server.socket.drop();
    await opened(2);
    await bot.slack.say('<@UBOT> what is LM3?');
    await bot.slack.repliesCount(1);
    expect(bot.log.join('')).toContain('could not be opened; trying again');
  });

  it('answers an event once though it is delivered again', async (context) => {
    bot = await startBot(context, { mode: 'socket' });
    await bot.slack.say('<@UBOT> what is LM3?', { copies: 2 });
    await bot.close();
    expect(bot.slack.replies).toHaveLength(1);
  });

  it('does not acknowledge an event that it could not claim, so that Slack delivers it again', async (context) => {
    let failures = 1;
    const store = {
      claimEvent: async () => {
        failures -= 1;
        if (failures >= 0) throw new Error('the store is away');
        return true;
      },
    };
    bot = await startBot(context, { mode: 'socket', store, ackMs: 1000 });
    const { acked, attempts } = await bot.slack.server.event({ type: 'app_mention', text: 'what is LM3?' });
    expect([acked, attempts.length]).toEqual([true, 2]);
    await bot.slack.repliesCount(1);
  });

  it('says at the start that Slack refuses the app token', async (context) => {
    bot = await startBot(context, { mode: 'socket' });
    await bot.face.stop();
    bot.slack.force('apps.connections.open', { error: 'invalid_auth' });
    await expect(bot.face.start()).rejects.toThrow('invalid_auth');
  });
});
