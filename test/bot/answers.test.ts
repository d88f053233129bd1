import { afterEach, describe, expect, it, vi } from 'vitest';
import manifest from '../../bot/manifest.json' with { type: 'json' };
import { answerQuestion } from '../../core/index.ts';
import { type BotStand, startBot } from './bot-stand.ts';

let bot: BotStand;
afterEach(() => bot.close());

describe('help', () => {
  it('is given to the person who typed /lm3 or /lm3 help, and to nobody else', async (context) => {
    bot = await startBot(context);
    for (const typed of ['', 'help', 'HELP', ' help ']) {
      const { status, text } = await bot.slack.command('/lm3', typed);
      expect(status).toBe(200);
      const answer = JSON.parse(text) as { response_type: string; text: string };
      expect(answer.response_type).toBe('ephemeral');
      expect(answer.text).not.toContain('did not understand');
      const shortcuts = manifest.features.shortcuts.map(({ name }) => name);
      for (const word of ['.xlsx', ...shortcuts, 'question', 'Privacy']) expect(answer.text).toContain(word);
    }
  });

  it('says what it did not understand, and lets it call nobody', async (context) => {
    bot = await startBot(context);
    const { text } = await bot.slack.command('/lm3', 'make *it* <!channel|channel> &lt;!here&gt;');
    const answer = JSON.parse(text) as { text: string; blocks: { text: { type: string } }[] };
    expect(answer.text).toContain('I did not understand “make *it* channel &lt;!here&gt;”');
    expect(answer.text).not.toMatch(/<[!@#]/);
    expect(answer.blocks[0]?.text.type).toBe('plain_text');
  });

  it('answers a mention that says nothing else', async (context) => {
    bot = await startBot(context);
    await bot.slack.say('<@UBOT>');
    await bot.slack.say('<@UBOT> help');
    const replies = await bot.slack.repliesCount(2);
    expect(replies.map(({ text }) => text.split('\n')[0])).toEqual(Array(2).fill('How to use Local Pound'));
  });
});

describe('a question', () => {
  it('is answered in the thread with its sources, word for word as everywhere else', async (context) => {
    bot = await startBot(context);
    const { ts } = await bot.slack.say('<@UBOT> what is the leaky bucket?');
    const [reply] = await bot.slack.repliesCount(1);
    expect(reply).toMatchObject({ channel: 'C1', thread: ts, how: 'message' });
    expect(reply?.text).toBe(answerQuestion('what is the leaky bucket?').text);
    expect(reply?.text).toContain('Source: Powerful Communities, Strong Economies');
  });

  it('asked in a thread is answered in that thread', async (context) => {
    bot = await startBot(context);
    await bot.slack.say('<@UBOT> what is LM3?', { more: { thread_ts: '1767225600.000001' } });
    const [reply] = await bot.slack.repliesCount(1);
    expect(reply?.thread).toBe('1767225600.000001');
  });

  it('is answered in a direct message without a mention', async (context) => {
    bot = await startBot(context);
    await bot.slack.say('what is LM3 &amp; who made it?', { direct: true });
    const [reply] = await bot.slack.repliesCount(1);
    expect(reply).toMatchObject({ channel: 'D1' });
    expect(reply?.text).toContain('LM3 (Local Multiplier 3)');
  });

  it('leans on the one before of the same person in the same thread', async (context) => {
    bot = await startBot(context);
    const thread = { more: { thread_ts: '1767225600.000001' } };
    await bot.slack.say('<@UBOT> population of bradford', thread);
    await bot.slack.repliesCount(1);
    await bot.slack.say('<@UBOT> and hackney?', thread);
    const [, second] = await bot.slack.repliesCount(2);
    expect(second?.text).toContain('269,000');
    await bot.slack.say('<@UBOT> and calderdale?', thread);
    const [, , third] = await bot.slack.repliesCount(3);
    expect(third?.text).toContain('208,400');
  });

  it('does not lean on what was asked in another thread', async (context) => {
    bot = await startBot(context);
    await bot.slack.say('<@UBOT> population of bradford', { more: { thread_ts: '1767225600.000001' } });
    await bot.slack.repliesCount(1);
    await bot.slack.say('<@UBOT> and hackney?', { more: { thread_ts: '1767225600.000002' } });
    const [, second] = await bot.slack.repliesCount(2);
    expect(second?.text).toBe(answerQuestion('and hackney?').text);
  });

  it('leans on the one before in a direct message, each message of which starts a thread', async (context) => {
    bot = await startBot(context);
    await bot.slack.say('population of bradford', { direct: true });
    await bot.slack.repliesCount(1);
    await bot.slack.say('and hackney?', { direct: true });
    const [, second] = await bot.slack.repliesCount(2);
    expect(second?.text).toContain('269,000');
  });

  it('that is not covered is refused with what can be asked', async (context) => {
    bot = await startBot(context);
    await bot.slack.say('<@UBOT> best curry house in bradford?');
    const [reply] = await bot.slack.repliesCount(1);
    expect(reply?.text).toMatch(/not covered[\s\S]*You can ask about/);
  });

  it('is left alone when another bot asks it, when it is an edit, and in a channel without a mention', async (context) => {
    bot = await startBot(context);
    const edited = { user: 'U1', ts: '1767225601.000000' };
    for (const more of [
      { bot_id: 'B9' },
      { subtype: 'message_changed' },
      { subtype: 'message_deleted' },
      { edited },
      { channel: 'C1', channel_type: 'channel' },
    ]) {
      await bot.slack.say('what is LM3?', { direct: true, more });
    }
    await bot.slack.say('<@UBOT> what is LM3?', { more: { bot_id: 'B9' } });
    await bot.slack.say('<@UBOT> what is LM3?', { more: { edited } });
    await bot.slack.say('<@UBOT> what is the leaky bucket?');
    await bot.close();
    expect(bot.slack.replies.map(({ text }) => text)).toEqual([
      answerQuestion('what is the leaky bucket?').text,
    ]);
  });

  it('stays out of the log, and so do tokens', async (context) => {
    bot = await startBot(context);
    bot.slack.force('chat.postMessage', { error: 'fatal_error' });
    await bot.slack.say('<@UBOT> what about xyzzy-secret-plan?');
    await bot.slack.command('/lm3', 'xyzzy-secret-plan');
    await bot.slack.repliesCount(2);
    const log = bot.log.join('');
    expect(log).toContain('fatal_error');
    expect(log).not.toContain('xyzzy');
    expect(log).not.toContain(bot.slack.botToken);
  });
});

describe('what goes wrong at Slack', () => {
  it('is waited for when there is too much traffic', async (context) => {
    bot = await startBot(context);
    bot.slack.force('chat.postMessage', { status: 429, retryAfter: 1 });
    await bot.slack.say('<@UBOT> what is LM3?');
    await bot.slack.repliesCount(1);
  });

  it('is tried again when its server has a fault', async (context) => {
    bot = await startBot(context);
    bot.slack.force('chat.postMessage', { status: 500 });
    await bot.slack.say('<@UBOT> what is LM3?');
    await bot.slack.repliesCount(1);
  });

  it('is told to the person who asked, with a reference that is in the log, and the next question is answered', async (context) => {
    bot = await startBot(context);
    bot.slack.force('chat.postMessage', { error: 'fatal_error' });
    const { ts } = await bot.slack.say('<@UBOT> what is LM3?');
    const [told] = await bot.slack.repliesCount(1);
    expect(told).toMatchObject({ how: 'to that person only', thread: ts });
    const reference = /reference: ([0-9a-f]{8})/.exec(told?.text ?? '')?.[1];
    expect(reference).toBeDefined();
    expect(bot.log.some((line) => line.includes(String(reference)) && line.includes('fatal_error'))).toBe(
      true,
    );
    await bot.slack.say('<@UBOT> what is LM3?');
    await bot.slack.repliesCount(2);
  });

  it('does not stop the bot when not even that can be told', async (context) => {
    bot = await startBot(context, { channelsWithoutApp: ['C1'] });
    await bot.slack.say('<@UBOT> what is LM3?');
    await bot.slack.say('what is LM3?', { direct: true });
    await bot.slack.repliesCount(1);
    // The answer to the direct message may come before the other has failed for good.
    await vi.waitFor(() => expect(bot.log.join('')).toContain('could not be told'), 10_000);
  });
});
