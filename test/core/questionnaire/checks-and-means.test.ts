import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAnswer, countedAnswers, itemMeans, surveyAnswerSchema } from '../../../core/index.ts';

describe('the checks of an answer', () => {
  const ids = (answer: object, local = true): string[] =>
    checkAnswer(surveyAnswerSchema.parse(answer), { local }).map(({ kind, id }) => `${kind} ${id}`);

  it('ask to mend a split outside 95 to 105', () => {
    expect(ids({ spending: { pay: 50, bought: 44 } })).toEqual(['mend partsDoNotAdd']);
    expect(ids({ spending: { pay: 50, bought: 45 }, payLocal: 1, boughtLocal: 1 })).toEqual([]);
    expect(ids({ spending: { pay: 60, bought: 45 }, payLocal: 1, boughtLocal: 1 })).toEqual([]);
    expect(ids({ spending: { pay: 60, bought: 46 } })).toEqual(['mend partsDoNotAdd']);
  });

  it('ask to mend more local staff than there are', () => {
    expect(ids({ staff: { all: 3, local: 4 } })).toEqual(['mend moreLocalThanAll']);
  });

  it('ask for something about spending', () => {
    expect(ids({ quality: 'guess', postcode: 'HX1' })).toEqual(['mend nothingToSend']);
  });

  it('query, and do not refuse, a local supplier that spends nothing and a distant one that spends all', () => {
    expect(ids({ estimate: 0 }, true)).toEqual(['query localSpendsNothing']);
    expect(ids({ estimate: 0 }, false)).toEqual([]);
    expect(ids({ estimate: 100 }, false)).toEqual(['query distantSpendsEverything']);
    expect(ids({ estimate: 100 }, true)).toEqual([]);
    const parts = { pay: 33, bought: 33, overheads: 16, kept: 15 };
    expect(ids({ spending: parts, payLocal: 100, boughtLocal: 100, otherLocal: 100 }, false)).toEqual([
      'query distantSpendsEverything',
    ]);
  });

  it.each([
    [{ payLocal: 101 }],
    [{ payLocal: -1 }],
    [{ estimate: Number.NaN }],
    [{ spending: { pay: 101 } }],
    [{ spending: { wages: 10 } }],
    [{ staff: { all: 1.5, local: 1 } }],
    [{ staff: { all: 0, local: 0 } }],
    [{ showTo: 'everyone' }],
    [{ postcode: 'a postcode that is far too long' }],
    [{ unknown: 1 }],
  ])('a value that cannot be is refused by the schema: %j', (answer) => {
    expect(surveyAnswerSchema.safeParse(answer).success).toBe(false);
  });
});

describe('means that stand in for what is open', () => {
  const local = (payLocal: number) => ({ answer: { payLocal }, local: true });
  const distant = (payLocal: number) => ({ answer: { payLocal }, local: false });

  it('are of the own kind where three answered, of all where not, and none below three in all', () => {
    expect(itemMeans([local(90), local(60), local(30), distant(0)], true).payLocal).toBeCloseTo(60);
    expect(itemMeans([local(90), local(60), distant(0)], true).payLocal).toBeCloseTo(50);
    expect(itemMeans([local(90), local(60)], true).payLocal).toBeUndefined();
  });

  it('count each split alike, whatever it added up to', () => {
    const splits = [{ pay: 100 }, { pay: 50, bought: 55 }, { bought: 95 }];
    const means = itemMeans(
      splits.map((spending) => ({ answer: { spending }, local: true })),
      true,
    );
    expect(means.spending?.pay).toBeCloseTo((100 + (50 / 105) * 100 + 0) / 3);
    expect(Object.values(means.spending ?? {}).reduce((sum, part) => sum + part, 0)).toBeCloseTo(100);
  });
});

const facts = fc.record({
  group: fc.constantFrom('local', 'not local'),
  shown: fc.boolean(),
  answeredAt: fc.integer({ min: 0, max: 1000 }),
});

describe('answers that are kept private', () => {
  it('count in threes of a kind, so that no figure moves by one or two of them while the survey runs', () => {
    fc.assert(
      fc.property(fc.array(facts), fc.boolean(), (answers, closed) => {
        const { counted, waiting } = countedAnswers(answers, closed);
        expect(counted.length + waiting.length).toBe(answers.length);
        expect(waiting.every(({ shown }) => !shown)).toBe(true);
        for (const kind of ['local', 'not local']) {
          const hidden = counted.filter(({ group, shown }) => group === kind && !shown).length;
          expect(hidden === 0 || hidden >= 3).toBe(true);
          if (!closed) expect(hidden % 3).toBe(0);
          expect(waiting.filter(({ group }) => group === kind).length).toBeLessThan(3);
        }
      }),
    );
  });

  it('count in the order they came, and all of three or more once the survey is closed', () => {
    const at = (answeredAt: number) => ({ group: 'local', shown: false, answeredAt });
    expect(countedAnswers([at(4), at(1), at(2), at(3)], false).waiting).toEqual([at(4)]);
    expect(countedAnswers([at(4), at(1), at(2), at(3)], true).waiting).toEqual([]);
    expect(countedAnswers([at(1), at(2)], true).counted).toEqual([]);
  });
});
