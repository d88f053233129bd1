import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routeActions } from '../../bot/blocks/route-form.ts';
import { adviseRoutes, britishDate, parseRouteCase } from '../../core/index.ts';
import { listOf, objectOf } from '../fakes/fake-slack/json.ts';
import { type BotStand, ranWith, startBot } from './bot-stand.ts';
import { saidAfter, sheetTexts, words } from './said-after.ts';

let bot: BotStand;
beforeAll(async () => {
  // A form opens within three seconds of the command in Slack; a busy machine may need longer.
  bot = await startBot(undefined, { channelsWithoutApp: ['C9'], triggerMs: 60_000 });
});
afterAll(() => bot.close());

const forms = () => bot.slack.server.forms;
const answer = (typed: unknown, more: object = {}, count = 1) =>
  saidAfter(bot, () => forms().submit({ values: { [routeActions.answer]: typed, ...more } }), count);
/** The block that holds the question asked now. */
const asked = (): string =>
  String(
    listOf(forms().open('U1').blocks).find(
      ({ type, element }) => type === 'input' && objectOf(element).action_id === routeActions.answer,
    )?.block_id,
  );
const begin = (name = '', channel = 'C1') =>
  saidAfter(bot, () => bot.slack.server.slashCommand({ command: '/route', text: name, channel, user: 'U1' }));
const finish = (count: number) =>
  saidAfter(bot, () => forms().press({ actionId: routeActions.finish }), count);

describe('the route adviser', () => {
  it('asks one thing at a time, only what can still matter, and ends in ranked routes with the pack as a file', async (context) => {
    context.task.meta.ranWith = ranWith;
    await begin('Youth club in Elland');
    const given: Record<string, unknown> = {};
    const typed: Record<string, unknown> = {
      nation: 'england',
      buyer: 'best_value_authority',
      startDate: undefined,
      instrument: 'contract',
      service: 'light_touch',
      value: '150k',
      market: 'several',
      special: ['none'],
      target: 'vcse',
      design: ['standard'],
      local: 'local_area',
      localCount: '4',
    };
    const fields: string[] = [];
    for (;;) {
      const field = asked().replace('answer_', '');
      fields.push(field);
      if (field in typed && typed[field] !== undefined) given[field] = typed[field];
      const isMoney = field === 'value';
      const before = bot.slack.replies.length;
      await forms().submit({
        values: {
          ...(typed[field] === undefined ? {} : { [routeActions.answer]: typed[field] }),
          ...(isMoney ? { [routeActions.vat]: 'incl' } : {}),
        },
      });
      await bot.slack.repliesCount(before + 1);
      if (forms().open('U1').callback_id === 'route_end') break;
    }
    expect(fields.slice(0, 4)).toEqual(['nation', 'buyer', 'startDate', 'instrument']);
    expect(new Set(fields).size).toBe(fields.length);
    expect(fields).not.toContain('missionBody');

    const end = bot.slack.replies.findLast(({ how }) => how === 'showed the next form');
    expect(words(end ?? {})).toContain('in our direct messages too');

    const day = britishDate(new Date());
    const routeCase = parseRouteCase(
      {
        ...given,
        value: 150_000,
        vatBasis: 'incl',
        ...(given.localCount === undefined ? {} : { localCount: 4 }),
      },
      day,
    );
    if (!routeCase.ok) throw new Error(JSON.stringify(routeCase.issues));
    const standing = adviseRoutes(routeCase.value).routes.filter(({ status }) => status !== 'closed');
    await expect.poll(() => bot.slack.replies.at(-1)?.files?.length, { timeout: 30_000 }).toBe(1);
    const [card, pack] = bot.slack.replies.slice(-2);
    expect(card).toMatchObject({ channel: 'D1', how: 'message' });
    const ranked = standing.slice(0, 2).map(({ name, status }, index) => `${index + 1}. ${name} (${status})`);
    for (const line of ranked) expect(card?.text).toContain(line);
    expect(card?.text).toContain(`Why: ${standing[0]?.reason}`);
    expect(card?.text).toContain('not legal advice');
    expect(pack).toMatchObject({ channel: 'D1', thread: card?.ts });
    expect(pack?.files?.[0]?.name).toBe('decision-record.xlsx');
    expect(sheetTexts(bot, pack, 'Decision record').join(' ')).toContain(standing[0]?.name);
  });

  it('goes back to an earlier answer, shows it, and goes on from the new one', async () => {
    await begin();
    await answer('england');
    const third = await answer('school');
    expect(words(third)).toContain('Your answers so far');
    expect(words(third)).toContain('Who is buying?\\na school');
    const again = await saidAfter(bot, () => forms().press({ actionId: routeActions.edit, value: 'nation' }));
    expect(asked()).toBe('answer_nation');
    expect(words(again)).toContain('"initial_option":{"text":{"type":"plain_text","text":"England"');
    const on = await answer('wales');
    expect(asked()).toBe('answer_startDate');
    expect(words(on)).toContain('Where is the buyer?\\nWales');
    expect(words(on)).toContain('Who is buying?\\na school');
  });

  it('says at the question what is wrong with an answer, and keeps the rest', async () => {
    await begin();
    for (const typed of ['england', 'best_value_authority', '2026-12-01', 'contract', 'other_services'])
      await answer(typed);
    while (asked() !== 'answer_value') await saidAfter(bot, () => forms().submit());
    const refused = await forms().submit({ values: { [routeActions.answer]: 'plenty' } });
    expect(refused.errors).toEqual({
      answer_value: 'Please give an amount in pounds, such as 400000 or 400000 ex VAT.',
    });
    const next = await answer('400000', { [routeActions.vat]: 'excl' });
    expect(words(next)).toContain('£400,000, without VAT');
  });

  it('takes an impossible date back to its question', async () => {
    await begin();
    await answer('england');
    await answer('school');
    const refused = await forms().submit({ values: { [routeActions.answer]: '1999-01-01' } });
    expect(refused.errors.answer_startDate).toContain('expected a date from 26 February 2015');
  });

  it('shows routes before every question is answered, opens again with the answers, and is shared on request', async () => {
    await begin('Grass cutting');
    await answer('england');
    await finish(3);
    const card = bot.slack.replies.findLast(({ channel, files }) => channel === 'D1' && !files?.length);
    expect(card?.text).toContain('Routes: Grass cutting');
    await saidAfter(bot, () => bot.slack.press(routeActions.reopen));
    expect(asked()).toBe('answer_buyer');
    const told = await saidAfter(bot, () => bot.slack.press(routeActions.share), 2);
    expect(told.text).toContain('Shared in the channel where you started');
    const shared = bot.slack.replies.at(-2);
    expect(shared).toMatchObject({ channel: 'C1', how: 'message' });
    expect(words(shared ?? {})).not.toContain('"actions"');
    const again = await saidAfter(bot, () => bot.slack.press(routeActions.record));
    expect(again).toMatchObject({ channel: 'D1', thread: card?.ts });
    expect(sheetTexts(bot, again, 'Decision record').join(' ')).toContain('Grass cutting');
  });

  it('sends the result once where the button is pressed twice', async () => {
    await begin('Tree planting');
    await answer('england');
    const twice = async () => {
      const press = () => forms().press({ actionId: routeActions.finish });
      await Promise.all([press(), press()]);
    };
    await saidAfter(bot, twice, 3);
    await saidAfter(bot, () => bot.slack.command('/lm3', ''));
    const texts = bot.slack.replies.map(({ text }) => text);
    expect(texts.filter((text) => text.startsWith('Routes: Tree planting'))).toHaveLength(1);
    expect(texts.join()).not.toContain('Sorry');
  });

  it('says how to share where the bot is no member', async () => {
    await begin('', 'C9');
    await answer('england');
    await finish(3);
    const told = await saidAfter(bot, () => bot.slack.press(routeActions.share));
    expect(told.text).toContain('/invite @Local Pound');
  });

  it('opens from a shortcut anywhere, with no channel to share to', async () => {
    await saidAfter(bot, () =>
      bot.slack.server.shortcut({ callbackId: 'open_route_adviser', message: null }),
    );
    await answer('england');
    await finish(3);
    const card = bot.slack.replies.findLast(({ channel, files }) => channel === 'D1' && !files?.length);
    expect(words(card ?? {})).not.toContain(routeActions.share);
  });

  it('tells in the direct messages what went wrong in a form, which has no conversation', async () => {
    bot.slack.force('views.open', { error: 'internal_error' });
    const told = await saidAfter(bot, () =>
      bot.slack.server.shortcut({ callbackId: 'open_route_adviser', message: null }),
    );
    expect(told).toMatchObject({ channel: 'D1' });
    expect(told.text).toMatch(/report it with this reference: [0-9a-f]{8}/);
  });
});
