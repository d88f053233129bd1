import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  everyNode,
  type ItemMeans,
  itemMeans,
  recompute,
  respendShareOf,
  type SurveyAnswer,
  surveyAnswerSchema,
} from '../../../core/index.ts';

const split = { pay: 40, bought: 30, overheads: 10, taxes: 5, kept: 15 };
const whole: SurveyAnswer = { spending: split, payLocal: 75, boughtLocal: 50, otherLocal: 20 };
const shareOf = (answer: SurveyAnswer, means?: ItemMeans): number | undefined =>
  respendShareOf(answer, means)?.share.value;

describe('the re-spend share of an answer', () => {
  it('adds local pay, local purchases and local rent and owners, out of what was received', () => {
    // (40 x 75 + 30 x 50 + 25 x 20) / 100 / 100
    expect(shareOf(whole)).toBeCloseTo(0.5, 12);
    expect(respendShareOf(whole)).toMatchObject({ from: 'details', borrowed: [] });
  });

  it('counts staff by heads where question 4 was answered by them, and says so', () => {
    const { payLocal, ...others } = whole;
    const found = respendShareOf({ ...others, staff: { all: 8, local: 6 } });
    expect(found?.share.value).toBeCloseTo(0.5, 12);
    const ids = [...everyNode(found?.share as never)].flatMap((node) => node.assumptions.map(({ id }) => id));
    expect(ids).toContain('answer.payLikeHeads');
  });

  it('scales a split that adds up to 95 to 105, and takes none that does not', () => {
    const by = (factor: number): SurveyAnswer => ({
      ...whole,
      spending: Object.fromEntries(Object.entries(split).map(([part, pounds]) => [part, pounds * factor])),
    });
    expect(shareOf(by(0.95))).toBeCloseTo(0.5, 12);
    expect(shareOf(by(1.05))).toBeCloseTo(0.5, 12);
    expect(shareOf(by(0.94))).toBeUndefined();
    expect(shareOf(by(1.06))).toBeUndefined();
  });

  it('takes the one question of the short form', () => {
    expect(respendShareOf({ estimate: 30 })).toMatchObject({ from: 'estimate', share: { value: 0.3 } });
  });

  it('is silence, not zero, where nothing was answered that it could be worked out from', () => {
    expect(respendShareOf({})).toBeNull();
    expect(respendShareOf({ quality: 'records', showTo: 'anyone', postcode: 'HX1 1AA' })).toBeNull();
    expect(respendShareOf({ spending: split })).toBeNull();
    expect(shareOf({ estimate: 0 })).toBe(0);
  });

  it('counts question 6 as nothing where it is open and no mean is at hand, and says so', () => {
    const { otherLocal, ...open } = whole;
    const found = respendShareOf(open);
    expect(found?.share.value).toBeCloseTo(0.45, 12);
    expect(found?.borrowed).toEqual(['otherLocal']);
  });

  it('takes the mean of its kind for what is open, and flags each item', () => {
    const found = respendShareOf({ spending: split, payLocal: 75 }, { boughtLocal: 20, otherLocal: 40 });
    // (40 x 75 + 30 x 20 + 25 x 40) / 10,000
    expect(found?.share.value).toBeCloseTo(0.46, 12);
    expect(found?.borrowed).toEqual(['boughtLocal', 'otherLocal']);
  });

  it("prefers a supplier's own estimate to the means of others", () => {
    const answer = { spending: split, payLocal: 75, estimate: 60 };
    expect(respendShareOf(answer, { boughtLocal: 20 })).toMatchObject({ from: 'estimate' });
    expect(shareOf({ ...whole, estimate: 60 })).toBeCloseTo(0.5, 12);
  });

  it('takes a mean split only for a supplier that said something of where its money went', () => {
    const means = { spending: split, payLocal: 50, boughtLocal: 50 };
    expect(respendShareOf({}, means)).toBeNull();
    expect(respendShareOf({ payLocal: 75, boughtLocal: 50 }, means)?.borrowed).toEqual([
      'spending',
      'otherLocal',
    ]);
  });

  it('needs no local share of a part on which nothing was spent', () => {
    expect(shareOf({ spending: { bought: 100 }, boughtLocal: 40 })).toBeCloseTo(0.4, 12);
    expect(shareOf({ spending: { taxes: 100 } })).toBe(0);
  });
});

const percent = fc.integer({ min: 0, max: 100 });
const answers = fc.record(
  {
    spending: fc
      .tuple(percent, percent, percent, percent, percent)
      .filter((parts) => parts.some((part) => part > 0))
      .map((parts) => {
        const total = parts.reduce((sum, part) => sum + part, 0);
        const [pay = 0, bought = 0, overheads = 0, taxes = 0, kept = 0] = parts.map((p) => (p / total) * 100);
        return { pay, bought, overheads, taxes, kept };
      }),
    payLocal: percent,
    boughtLocal: percent,
    otherLocal: percent,
    estimate: percent,
  },
  { requiredKeys: [] },
);

describe('whatever was answered', () => {
  it('the share lies from 0 to 1, and every step of its workings can be redone', () => {
    fc.assert(
      fc.property(
        answers,
        fc.array(fc.record({ answer: answers, local: fc.boolean() })),
        (answer, others) => {
          expect(surveyAnswerSchema.safeParse(answer).success).toBe(true);
          const found = respendShareOf(answer, itemMeans(others, true));
          if (found === null) return;
          expect(found.share.value).toBeGreaterThanOrEqual(0);
          expect(found.share.value).toBeLessThanOrEqual(1 + 1e-9);
          for (const node of everyNode(found.share)) expect(recompute(node)).toBeCloseTo(node.value, 12);
          expect(found.borrowed.length === 0 || found.from === 'details').toBe(true);
        },
      ),
    );
  });

  it('a larger local share of pay never lowers it', () => {
    fc.assert(
      fc.property(answers, percent, (answer, more) => {
        const base = { ...answer, payLocal: 10, boughtLocal: answer.boughtLocal ?? 5 };
        const before = shareOf(base);
        const after = shareOf({ ...base, payLocal: Math.max(10, more) });
        if (before !== undefined) expect(after).toBeGreaterThanOrEqual(before - 1e-12);
      }),
    );
  });
});
