import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findIndicators, indicatorById, indicatorName, indicators } from '../../core/index.ts';
import { type BotStand, ranWith, startBot } from './bot-stand.ts';
import { saidAfter, sheetTexts, words } from './said-after.ts';

let bot: BotStand;
beforeAll(async () => {
  bot = await startBot(undefined);
});
afterAll(() => bot.close());

const pick = (id: string, user = 'U1') =>
  saidAfter(bot, () =>
    bot.slack.server.blockAction({
      actionId: 'indicator_pick',
      user,
      more: { selected_option: { value: JSON.stringify({ id }) } },
    }),
  );
const press = (action: string, user = 'U1') => saidAfter(bot, () => bot.slack.press(action, user));

describe('/indicator', () => {
  it('shows the indicator that fits best to the person who typed, with its source, and what else fits', async (context) => {
    context.task.meta.ranWith = ranWith;
    const card = await saidAfter(bot, () => bot.slack.command('/indicator', 'lonely pensioners'));
    const search = findIndicators({ topic: 'lonely pensioners' });
    const best = search.ok ? search.value.found[0] : undefined;
    expect(card).toMatchObject({ how: 'to that person only', user: 'U1' });
    for (const part of [
      best?.name,
      best?.collect,
      best?.often,
      'other measure',
      'What to count: ',
      `7, ${best?.characteristic.name}`,
      best?.sources[0]?.place,
    ]) {
      expect(card.text).toContain(part);
    }
    expect(words(card)).toContain('Also fits (2)');
  });

  it('goes to what else fits and back, and keeps the list', async () => {
    await saidAfter(bot, () => bot.slack.command('/indicator', 'lonely pensioners'));
    const other = await saidAfter(bot, () =>
      bot.slack.server.blockAction({
        actionId: 'indicator_other',
        more: { selected_option: { value: '{"id":"connectedness","topic":"lonely pensioners"}' } },
      }),
    );
    expect(other.text).toContain('Levels of connectedness');
    expect(other.text).toContain('key indicator');
    expect(words(other)).toContain('Also fits (2)');
    expect(words(other)).toContain('"text":"Levels of loneliness"');
  });

  it('says what to try where nothing fits, and what typing alone does', async () => {
    const nothing = await saidAfter(bot, () => bot.slack.command('/indicator', 'qwertyuiop'));
    expect(nothing.text).toContain('Nothing in the bank of 100 indicators fits "qwertyuiop"');
    const start = await saidAfter(bot, () => bot.slack.command('/indicator', ''));
    expect(words(start)).toContain('Type to search');
  });

  it('shows what was typed without letting it call anybody', async () => {
    const said = await saidAfter(bot, () => bot.slack.command('/indicator', '*x* <!channel> &lt;!here&gt;'));
    expect(said.text).not.toMatch(/<[!@#]/);
    expect(words(said)).not.toContain('mrkdwn');
  });
});

describe('the menu over the indicator bank', () => {
  const offered = async (text: string): Promise<unknown[]> => {
    const { options } = await bot.slack.server.forms.suggest({ actionId: 'indicator_pick', text });
    return options.map(({ value }) => JSON.parse(String(value)).id);
  };

  it('offers by the first letters of words, by what people say, and the whole bank before anything is typed', async () => {
    expect((await offered('lon'))[0]).toBe('loneliness');
    expect((await offered('LEV lon'))[0]).toBe('loneliness');
    expect(await offered('isolated')).toContain('loneliness');
    expect(await offered('')).toEqual(indicators().map(({ id }) => id));
    expect(await offered('qwertyuiop')).toEqual([]);
  });

  it('shows the card of what is chosen in the place of the one before', async () => {
    const card = await pick('empty-homes');
    expect(card.text).toContain('Number of empty homes');
    expect(card).toMatchObject({ how: expect.stringContaining('that person only'), user: 'U1' });
  });
});

describe('a plan', () => {
  it('collects indicators, each person their own, and gives them up again', async () => {
    await pick('loneliness');
    expect((await press('indicator_add')).text).toContain('Added to your plan');
    await pick('empty-homes');
    expect(words(await press('indicator_add'))).toContain('My plan (2)');
    await saidAfter(bot, () => bot.slack.command('/indicator', '', 'U2'));
    expect(words(await press('indicator_plan', 'U2'))).toContain('no indicators yet');
    const plan = await saidAfter(bot, () => bot.slack.command('/indicator', 'my plan'));
    expect(plan.text.split('\n').slice(0, 3)).toEqual([
      'Your plan: 2 indicators',
      `${indicatorById('loneliness')?.name}: other, characteristic 7`,
      `${indicatorById('empty-homes')?.name}: other, characteristic ${indicatorById('empty-homes')?.characteristic}`,
    ]);
    const less = await saidAfter(bot, () =>
      bot.slack.server.blockAction({
        actionId: 'plan_take_out',
        more: { selected_option: { value: 'empty-homes' } },
      }),
    );
    expect(less.text).toContain('Your plan: 1 indicator');
    await pick('loneliness');
    expect((await press('indicator_take_out')).text).toContain('Taken out of your plan');
  });

  it('becomes a workbook in the direct messages of that person, with its indicators and no others', async () => {
    for (const id of ['loneliness', 'empty-homes']) {
      await pick(id);
      await press('indicator_add');
    }
    await press('indicator_plan');
    const told = await saidAfter(bot, () => bot.slack.press('plan_build'), 3);
    expect(told.text).toContain('sent the workbook to you');
    const [intro, upload] = bot.slack.replies.slice(-3);
    expect(intro).toMatchObject({ channel: 'D1' });
    expect(upload).toMatchObject({ channel: 'D1', thread: intro?.ts });
    expect(upload?.files?.[0]?.name).toBe('impact-plan.xlsx');
    const listed = sheetTexts(bot, upload, 'Indicators');
    const names = indicators().map(indicatorName);
    expect(listed.filter((text) => names.includes(text))).toEqual([
      'Levels of loneliness',
      'Number of empty homes',
    ]);
  });

  it('is emptied at a press', async () => {
    await press('indicator_plan');
    expect((await press('plan_empty')).text).toContain('no indicators yet');
  });
});

describe('an indicator shared', () => {
  it('is seen by everyone, and has no buttons that would change one person’s plan', async () => {
    await pick('loneliness');
    await saidAfter(bot, () => bot.slack.press('indicator_share'), 2);
    const [shared, told] = bot.slack.replies.slice(-2);
    expect(shared).toMatchObject({ how: 'message', channel: 'C1' });
    expect(shared?.text).toContain('Levels of loneliness');
    expect(words(shared ?? {})).not.toContain('"actions"');
    expect(told?.text).toContain('Everyone in the conversation can see it now');
  });
});
