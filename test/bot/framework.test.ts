import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../bot/listeners/commands/commands.ts';
import { answerQuestion, britishDate } from '../../core/index.ts';
import { type BotStand, ranWith, startBot } from './bot-stand.ts';
import { saidAfter, words } from './said-after.ts';

let bot: BotStand;
beforeAll(async () => {
  bot = await startBot(undefined);
});
afterAll(() => bot.close());

const type = (command: string, text: string, more: { user?: string; channel?: string } = {}) =>
  saidAfter(bot, () => bot.slack.server.slashCommand({ command, text, ...more }));
const today = britishDate(new Date());

describe('every command', () => {
  it.each(Object.keys(commands))(
    'says at once how to use %s, to the person who typed it only',
    async (command) => {
      for (const typed of ['help', ' HELP ', '?']) {
        const { text } = await bot.slack.command(command, typed);
        const answer = JSON.parse(text) as { response_type: string; text: string };
        expect(answer.response_type).toBe('ephemeral');
        expect(answer.text).toContain(command);
      }
    },
  );
});

describe('/framework', () => {
  it('answers a question to the person who asked, word for word as everywhere else, and shares it on request', async (context) => {
    context.task.meta.ranWith = ranWith;
    const answer = await type('/framework', 'what is the leaky bucket?');
    expect(answer).toMatchObject({ how: 'to that person only', user: 'U1' });
    expect(answer.text).toBe(answerQuestion('what is the leaky bucket?', today).text);
    await saidAfter(bot, () => bot.slack.press('answer_share'), 2);
    const [shared, told] = bot.slack.replies.slice(-2);
    expect(shared).toMatchObject({ how: 'message', channel: 'C1' });
    expect(shared?.text).toBe(`Question: what is the leaky bucket?\n\n${answer.text}`);
    expect(words(told ?? {})).not.toContain('answer_share');
  });

  it('has nobody to share with in a direct message', async () => {
    const answer = await type('/framework', 'what is the leaky bucket?', { channel: 'D1' });
    expect(words(answer)).not.toContain('answer_share');
    const card = await type('/indicator', 'loneliness', { channel: 'D1' });
    expect(words(card)).not.toContain('indicator_share');
  });

  it('goes on from the last question of the same person in the same conversation, and of nobody else', async () => {
    await type('/framework', 'population of bradford');
    expect((await type('/framework', 'and hackney?')).text).toContain('269,000');
    const alone = answerQuestion('and hackney?', today).text;
    expect((await type('/framework', 'and hackney?', { user: 'U2' })).text).toBe(alone);
    expect((await type('/framework', 'and hackney?', { channel: 'C2' })).text).toBe(alone);
  });

  it('says what it keeps, and what it is for where nothing is typed', async () => {
    const privacy = await type('/framework', 'privacy');
    for (const part of ['half a year', 'an hour', 'forget me', 'log']) expect(privacy.text).toContain(part);
    expect((await type('/framework', '')).text).toContain('/framework privacy');
  });

  it('forgets a person: their plan, their results and what they asked last, and no one else’s', async () => {
    for (const user of ['U1', 'U2']) {
      await type('/indicator', 'loneliness', { user });
      await saidAfter(bot, () => bot.slack.press('indicator_add', user));
    }
    await type('/framework', 'population of bradford');
    expect((await type('/framework', 'forget me')).text).toContain('Deleted: your plan');
    expect((await type('/framework', 'Forget me.')).text).toContain('I kept nothing of you');
    expect((await type('/framework', 'and hackney?')).text).toBe(answerQuestion('and hackney?', today).text);
    expect((await type('/indicator', 'plan')).text).toContain('no indicators yet');
    expect((await type('/indicator', 'plan', { user: 'U2' })).text).toContain('1 indicator');
  });
});
