import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../bot/manifest.json' with { type: 'json' };
import { type BotStand, ranWith, startBot } from './bot-stand.ts';
import { saidAfter, words } from './said-after.ts';

let bot: BotStand;
beforeAll(async () => {
  bot = await startBot(undefined, { triggerMs: 60_000 });
});
afterAll(() => bot.close());

const open = (tab: 'home' | 'messages') =>
  bot.slack.server.event({ type: 'app_home_opened', user: 'U1', channel: 'D1', tab });
const home = (): string => JSON.stringify(bot.slack.server.forms.home('U1').blocks);

describe('the App Home', () => {
  it('says what the bot can do and what it keeps', async (context) => {
    context.task.meta.ranWith = ranWith;
    await saidAfter(bot, () => open('home'));
    for (const part of [
      'Work out LM3',
      '/indicator',
      '/route',
      '/framework',
      'None yet',
      'Privacy',
      'Forget me',
    ])
      expect(home()).toContain(part);
  });

  it('looks up an indicator in a form and collects it into the plan that it shows', async () => {
    const { forms } = bot.slack.server;
    await saidAfter(bot, () => forms.press({ actionId: 'home_look_up', home: true }));
    const { options } = await forms.suggest({ actionId: 'indicator_pick', text: 'lonel' });
    const card = await saidAfter(bot, () =>
      forms.press({ actionId: 'indicator_pick', value: options[0]?.value }),
    );
    expect(words(card)).toContain('Levels of loneliness');
    expect(words(card)).not.toContain('indicator_share');
    const added = await saidAfter(bot, () => forms.press({ actionId: 'indicator_add' }));
    expect(words(added)).toContain('My plan (1)');
    await saidAfter(bot, () => open('home'));
    expect(home()).toContain('1 indicator collected');
  });

  it('lists what a person had worked out, and forgets it at a press', async () => {
    const { forms } = bot.slack.server;
    await saidAfter(bot, () => forms.press({ actionId: 'route_begin', home: true }));
    await saidAfter(bot, () => forms.submit({ values: { route_typed: 'england' } }));
    await saidAfter(bot, () => forms.press({ actionId: 'route_finish' }), 2);
    await expect
      .poll(
        async () => {
          await open('home');
          return home();
        },
        { timeout: 20_000, interval: 200 },
      )
      .toContain('Routes for a purchase: ');
    await forms.press({ actionId: 'home_forget', home: true });
    await expect.poll(home).toContain('None yet');
    expect(home()).toContain('No indicators yet');
  });
});

describe('the agent view', () => {
  it('suggests what to ask, for the whole conversation, and each can be answered', async () => {
    await open('messages');
    const suggested = () =>
      bot.slack.said.findLast(({ method }) => method === 'assistant.threads.setSuggestedPrompts');
    await expect.poll(suggested).toMatchObject({ how: 'suggested', channel: 'D1' });
    const { prompts } = suggested()?.payload ?? {};
    expect(prompts).toEqual(manifest.features.agent_view.suggested_prompts);
    for (const { message } of manifest.features.agent_view.suggested_prompts) {
      const answer = await saidAfter(bot, () => bot.slack.say(message, { direct: true }));
      expect(answer.text).not.toContain('not covered');
    }
  });

  it('says in a direct message that it is at work, before the answer and in its thread', async () => {
    const { ts } = await bot.slack.say('what is LM3?', { direct: true });
    await expect.poll(() => bot.slack.replies.at(-1)?.thread).toBe(ts);
    const [status, answer] = bot.slack.said.slice(-2);
    expect(status).toMatchObject({ method: 'assistant.threads.setStatus', channel: 'D1', thread: ts });
    expect(answer).toMatchObject({ method: 'chat.postMessage', thread: ts });
  });

  it('answers all the same when Slack does not take the sign', async () => {
    bot.slack.force('assistant.threads.setStatus', { error: 'internal_error' });
    const answer = await saidAfter(bot, () => bot.slack.say('what is LM3?', { direct: true }));
    expect(answer.text).toContain('LM3 (Local Multiplier 3)');
  });
});
