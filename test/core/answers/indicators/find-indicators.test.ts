import { readFileSync } from 'node:fs';
import MiniSearch from 'minisearch';
import { describe, expect, it } from 'vitest';
import {
  characteristics,
  dataAtHand,
  findIndicators,
  type IndicatorQuery,
  indicatorName,
  indicators,
} from '../../../../core/index.ts';

interface Topic {
  readonly topic: string;
  readonly expected: readonly string[];
}

function topicsOf(file: string): Topic[] {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  return text
    .split('\n')
    .filter((line) => line.includes('|') && !line.startsWith('#'))
    .map((line) => {
      const [topic = '', expected = ''] = line.split('|').map((part) => part.trim());
      return { topic, expected: expected === '' ? [] : expected.split(' ') };
    });
}

const topics = topicsOf('./topics.txt');
const later = topicsOf('./topics-later.txt');
const last = topicsOf('./topics-last.txt');
const officers = topicsOf('./topics-of-officers.txt');
const blind = topicsOf('./topics-blind.txt');
const search = (query: IndicatorQuery) => {
  const outcome = findIndicators(query);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
};
const ids = (query: IndicatorQuery): string[] => search(query).found.map(({ id }) => id);

type Find = (topic: string) => readonly string[];
interface Score {
  readonly first: number;
  readonly three: number;
  readonly refused: number;
}

/** Shares of topics with a good first hit, with one among three, and of foreign topics refused. */
function score(list: readonly Topic[], find: Find): Score {
  const ours = list.filter(({ expected }) => expected.length > 0);
  const foreign = list.filter(({ expected }) => expected.length === 0);
  const within = (count: number) =>
    ours.filter(({ topic, expected }) =>
      find(topic)
        .slice(0, count)
        .some((id) => expected.includes(id)),
    ).length / ours.length;
  return {
    first: within(1),
    three: within(3),
    refused: foreign.filter(({ topic }) => find(topic).length === 0).length / foreign.length,
  };
}

const ourFind: Find = (topic) => ids({ topic });
const plain = new MiniSearch({ fields: ['name', 'collect'] });
plain.addAll(indicators().map((each) => ({ id: each.id, name: indicatorName(each), collect: each.collect })));
const plainFind: Find = (topic) =>
  plain.search(topic, { prefix: true, fuzzy: 0.2 }).map(({ id }) => String(id));

describe('finding indicators by topic', () => {
  const known = new Set(indicators().map(({ id }) => id));
  it('is tried on topics whose expected indicators are in the bank', () => {
    for (const { topic, expected } of [...topics, ...later, ...last, ...blind, ...officers]) {
      for (const id of expected) expect(known.has(id), `${topic}: ${id}`).toBe(true);
    }
  });

  const parts = [
    ['tuned on', topics.filter((_, index) => index % 2 === 0), 0.95],
    ['written with those and not tuned on', topics.filter((_, index) => index % 2 === 1), 0.9],
    ['written later', later, 0.85],
    ['written last', last, 0.8],
    ['written after the words were done', blind, 0.75],
    ['as officers type them', officers, 0.85],
  ] as const;
  it.each(parts)('answers the topics %s far better than plain MiniSearch', (name, list, least) => {
    const ours = score(list, ourFind);
    const theirs = score(list, plainFind);
    const line = ({ first, three, refused }: Score) =>
      `first ${(100 * first).toFixed(1)}%, in three ${(100 * three).toFixed(1)}%, refused ${(100 * refused).toFixed(0)}%`;
    process.stdout.write(`${list.length} topics ${name}: ${line(ours)}; plain MiniSearch ${line(theirs)}\n`);
    expect(ours.first).toBeGreaterThanOrEqual(least);
    expect(ours.first).toBeGreaterThan(theirs.first + 0.2);
    expect(ours.three).toBeGreaterThanOrEqual(least);
    expect(ours.refused).toBeGreaterThanOrEqual(0.5);
  });

  it('finds every indicator by each of its own plain words among the first five', () => {
    const missed = indicators().flatMap(({ id, words }) =>
      words.filter((word) => !ids({ topic: word }).slice(0, 5).includes(id)).map((word) => `${id}: ${word}`),
    );
    expect(missed.length / indicators().flatMap(({ words }) => words).length).toBeLessThan(0.03);
  });

  it('finds every indicator by its own name at the first place or beside one that is nearly the same', () => {
    const missed = indicators()
      .filter((each) => !ids({ topic: each.name }).slice(0, 2).includes(each.id))
      .map(({ id }) => id);
    expect(missed).toEqual([]);
  });

  it('puts the key one first where two fit about as well', () => {
    const { found } = search({ topic: 'social isolation' });
    expect(found[0]?.standing).toBe('key');
    expect(found.map(({ id }) => id)).toContain('loneliness');
  });

  it('says of each hit where it belongs, what it needs, how it is counted, why it was found and its place', () => {
    const [first] = search({ topic: 'sleeping rough' }).found;
    expect(first).toMatchObject({
      id: 'homelessness',
      characteristic: { number: 7, name: 'Good quality services' },
      standing: 'other',
      counted: ['a count'],
    });
    expect(first?.why).toContain('"sleeping rough"');
    expect(first?.sources[0]?.title).toContain('Powerful Communities, Strong Economies');
    expect(first?.sources[0]?.place).toContain('Characteristic 7');
    expect(first?.data.map(({ id }) => id)).toEqual(['public-statistics', 'council-data']);
  });

  it('says plainly that nothing fits', () => {
    const { found, notes } = search({ topic: 'premier league' });
    expect(found).toEqual([]);
    expect(notes[0]).toBe('Nothing in the bank of 100 indicators fits "premier league".');
  });

  it('warns of two that measure nearly the same', () => {
    const { notes } = search({ topic: 'five a day' });
    expect(notes.join()).toMatch(/do not add them up/);
  });

  it.each(['', '   ', '?!', '=1+1', '<b>', 'x'.repeat(100_000), '日本語', '\u0000'])(
    'takes any text without falling over: %#',
    (topic) => {
      expect(findIndicators({ topic }).ok).toBe(true);
    },
  );
});

describe('finding indicators by characteristic', () => {
  it('lists all of it, the key ones first, by number, name and short name', () => {
    for (const { number, name } of characteristics()) {
      const whole = indicators().filter(({ characteristic }) => characteristic === number);
      for (const characteristic of [String(number), `c${number}`, `characteristic ${number}`, name]) {
        expect(ids({ characteristic }), characteristic).toEqual(whole.map(({ id }) => id));
      }
    }
  });

  it.each([
    ['environment', 6],
    ['assets', 4],
    ['finance', 3],
    ['citizens', 5],
    ['services', 7],
    ['business', 2],
    ['money', 1],
    ['enviroment', 6],
    ['seven', 7],
  ])('knows %s', (name, number) => {
    const { found } = search({ characteristic: name === 'seven' ? 'characteristic seven' : name });
    expect(found[0]?.characteristic.number).toBe(number);
  });

  it('reads a topic that is nothing but a characteristic as one', () => {
    expect(ids({ topic: 'characteristic 3' })).toEqual(ids({ characteristic: '3' }));
  });

  it('narrows a topic, and says when the topic lies elsewhere', () => {
    const { found } = search({ topic: 'volunteers', characteristic: '4' });
    expect(found.map(({ id }) => id)).toContain('sweat-equity');
    expect(found.every(({ characteristic }) => characteristic.number === 4)).toBe(true);
    const elsewhere = search({ topic: 'smoking', characteristic: '2' });
    expect(elsewhere.found).toEqual([]);
    expect(elsewhere.nearest[0]?.id).toBe('smoking');
    expect(elsewhere.notes[0]).toContain('characteristic 2');
  });

  it('lists the seven when it knows none of that name', () => {
    const outcome = findIndicators({ characteristic: '9' });
    expect(outcome.ok).toBe(false);
    expect(outcome.issues[0]?.expected).toContain('6 (Clean and sustainable environment)');
  });
});

describe('finding indicators by the data at hand', () => {
  it.each([
    ['we only have payroll', 'payroll', 'local-employees'],
    ['only a survey', 'residents-survey', 'trust'],
    ['council tax records', 'council-data', 'repeat-gp'],
    ['pay slips and that is it, just payslips', 'payroll', 'living-wage-jobs'],
    ['volunteer rota', 'volunteers', 'volunteering-hours'],
    ['energy bills', 'meters', 'community-energy'],
    ['xero', 'accounts', 'leverage'],
    ['board minutes', 'governance', 'contested-places'],
    ['facebook', 'social-media', 'social-media'],
    ['census', 'public-statistics', 'life-expectancy'],
    ['room bookings', 'bookings', 'forums'],
    ['asset regster', 'assets', 'floor-area'],
  ])('reads "%s"', (data, kind, expected) => {
    const { found } = search({ data });
    expect(found.map(({ id }) => id)).toContain(expected);
    for (const each of found) expect(each.data.some(({ id, atHand }) => id === kind || atHand)).toBe(true);
  });

  it('puts what can be made of it alone first, the key ones leading', () => {
    const { found } = search({ data: 'payroll' });
    expect(found[0]?.id).toBe('living-wage-jobs');
    expect(found[1]?.id).toBe('local-employees');
    const alone = found.map(({ data }) => data.every(({ atHand }) => atHand));
    expect(alone).toEqual([...alone].sort((a, b) => Number(b) - Number(a)));
  });

  it('puts what is collected from just what was said first, and says that one kind has several holders', () => {
    const { found, notes } = search({ data: 'council tax records' });
    expect(found[0]?.id).toBe('empty-homes');
    expect(notes[0]).toContain('check which of them you have');
  });

  it('reads a topic that only says what is at hand', () => {
    expect(ids({ topic: 'we only have payroll' })).toEqual(ids({ data: 'payroll' }));
  });

  it('does not take what is lacking for what is at hand', () => {
    expect(ids({ data: 'payroll, but no survey' })).toEqual(ids({ data: 'payroll' }));
  });

  it('knows every kind of data by its own name and words', () => {
    for (const { id, name, words } of dataAtHand()) {
      for (const data of [name, ...words]) {
        const kinds = search({ data }).found.flatMap((each) => each.data.filter(({ atHand }) => atHand));
        expect(
          kinds.map((kind) => kind.id),
          data,
        ).toContain(id);
      }
    }
  });

  it('lists the kinds when it recognises none', () => {
    const outcome = findIndicators({ data: 'zebra herd' });
    expect(outcome.ok).toBe(false);
    expect(outcome.issues[0]?.expected).toContain('the payroll, with home postcodes of staff');
  });
});
