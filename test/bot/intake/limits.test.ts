import { afterEach, describe, expect, it } from 'vitest';
import { Buckets, personSize } from '../../../bot/intake/limits.ts';
import { type BotStand, startBot } from '../bot-stand.ts';

describe('a bucket of tokens', () => {
  it('gives what it holds, then what drips in, to each name by itself', () => {
    let now = 0;
    const buckets = new Buckets({ most: 3, perSecond: 0.5 }, () => now);
    const taken = (name: string, times: number) =>
      Array.from({ length: times }, () => buckets.take(name, 1)).filter(Boolean).length;
    expect([taken('one', 5), taken('two', 1)]).toEqual([3, 1]);
    now = 2000;
    expect(taken('one', 5)).toBe(1);
    now = 60_000;
    expect(taken('one', 5)).toBe(3);
    now = 0;
    expect(taken('one', 5)).toBe(0);
  });

  it('does not grow with the names that were ever seen', () => {
    let now = 0;
    const buckets = new Buckets({ most: 1, perSecond: 1 }, () => now);
    for (let name = 0; name < 50_000; name += 1) {
      now += 1;
      buckets.take(String(name), 1);
    }
    // The earliest were full again after a second.
    expect(buckets.take('0', 1)).toBe(true);
    expect(buckets.take('49999', 1)).toBe(false);
  });
});

describe('a person who asks faster than anybody does by hand', () => {
  let bot: BotStand;
  afterEach(() => bot.close());

  it('is told so, and everyone else is answered', async (context) => {
    bot = await startBot(context);
    const answers: string[] = [];
    for (let count = 0; count <= personSize.most + 20 && !answers.at(-1)?.includes('faster'); count += 1)
      answers.push((await bot.slack.command('/lm3', 'help')).text);
    expect(answers.length).toBeGreaterThanOrEqual(personSize.most);
    expect(answers.at(-1)).toContain('Wait a minute');
    expect((await bot.slack.command('/lm3', 'help', 'U2')).text).toContain('How to use Local Pound');
  });
});
