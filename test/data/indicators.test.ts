import { describe, expect, it } from 'vitest';
import { characteristics, dataAtHand, indicatorName, indicators } from '../../core/index.ts';

const bank = indicators();
const of = (number: number) => bank.filter(({ characteristic }) => characteristic === number);

describe('the indicator bank', () => {
  it('holds 100 indicators: 14, 15, 10, 14, 14, 12 and 21 for characteristics 1 to 7', () => {
    expect(characteristics().map(({ number }) => of(number).length)).toEqual([14, 15, 10, 14, 14, 12, 21]);
  });

  it('has the three key ones of each characteristic first', () => {
    for (const { number } of characteristics()) {
      expect(of(number).map(({ standing }) => standing)).toEqual([
        'key',
        'key',
        'key',
        ...of(number)
          .slice(3)
          .map(() => 'other'),
      ]);
    }
  });

  it('has the names apart that are glued together in the text of the source', () => {
    const names = bank.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).not.toMatch(/[a-z][A-Z£]|Other measures|<u>|\s{2}/);
    expect(names).toEqual(
      expect.arrayContaining([
        '£ Profit reinvested in the area',
        'Proportion of employees who are local residents',
        '£ Health savings from cleaner air and warmer homes',
        'Resources recycled / saved from landfill',
        '£ CBA savings due to health activities',
        'Young people in education, training, volunteering or employment',
        'Levels of obesity',
        'Levels of smoking',
      ]),
    );
    expect(Math.max(...names.map((name) => name.length))).toBeLessThan(140);
  });

  it('says of the two that the source breaks off that it does', () => {
    const broken = bank.filter(({ breaksOff }) => breaksOff !== undefined);
    expect(broken.map(indicatorName)).toEqual([
      "Local residents' satisfaction with local facilities and [services; cut off in the source]",
      "Footfall in local businesses related to an organisation's [activity; cut off in the source]",
    ]);
  });

  it('marks what starts with a pound sign as money', () => {
    for (const { name, measures } of bank.filter(({ name }) => name.startsWith('£'))) {
      expect(measures, name).toContain('money');
    }
  });

  it('cites the report for the name and its own page for the advice', () => {
    for (const { characteristic, sources } of bank) {
      expect(sources[0].place).toMatch(new RegExp(`Characteristic ${characteristic}$`));
      expect(sources[1].title).toBe('Local Pound: indicators');
    }
  });

  it('uses every kind of data that it lists', () => {
    const used = new Set(bank.flatMap(({ needs }) => needs.map(({ id }) => id)));
    expect([...used].sort()).toEqual(
      dataAtHand()
        .map(({ id }) => id)
        .sort(),
    );
  });
});
