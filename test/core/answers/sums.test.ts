import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAmounts } from '../../../core/answers/amounts.ts';
import { answerQuestion } from '../../../core/answers/answer.ts';
import { recompute } from '../../../core/explain/explained.ts';

const worked = (question: string): number | undefined => answerQuestion(question).workings?.value;

describe('amounts', () => {
  it.each([
    ['£40k', 40_000],
    ['40k', 40_000],
    ['£1.2m', 1_200_000],
    ['1.1 million pounds', 1_100_000],
    ['£40,000.50', 40_000.5],
    ['40,000 pounds', 40_000],
    ['GBP 5,000', 5_000],
    ['twenty quid or 20 quid', 20],
    ['£3bn', 3e9],
  ])('%s is money: %d', (text, value) => {
    expect(findAmounts(text)).toMatchObject([{ kind: 'money', value }]);
  });

  it('are percent or plain numbers where no pounds are named', () => {
    expect(findAmounts('80% of 12 staff')).toMatchObject([
      { kind: 'percent', value: 80 },
      { kind: 'plain', value: 12 },
    ]);
  });

  it('are not read out of names and units', () => {
    expect(findAmounts('LM3 within 12km of HX1')).toEqual([]);
  });
});

describe('local re-spend of wages', () => {
  it.each([
    ['£40k wages to commuters who live outside the area. local re-spend at the standard LM3 rate?', 13_200],
    ['we pay £60k to local staff and £20k to staff who live outside, whats respent locally', 46_200],
    ['payroll is £100k and 80% live locally, how much is re-spent here', 59_400],
    ['our £1.2m wage bill all goes to people living in the area. local respend?', 792_000],
    ['staff costs 50k, none of them live here. how much of it gets spent locally', 16_500],
    ['if non local staff earn £10,000 how much is spent in the area', 3_300],
    ["£25,000 salary to someone who doesn't live in the area, what's the local re-spend", 8_250],
    ['local staff wages 30k + commuters 10k re-spend?', 23_100],
  ])('%s', (question, expected) => {
    expect(worked(question)).toBeCloseTo(expected, 8);
  });

  it('is said in the first sentence, with the formula and the source', () => {
    const { text, sources, covered } = answerQuestion('£40k wages to commuters, local re-spend?');
    expect(text).toMatch(/^£13,200 is re-spent locally at the standard rates: 33% of £40,000\. Formula: /);
    expect(sources).toMatchObject([{ place: 'Appendix 1: LM3, Step 3' }]);
    expect(covered).toBe(true);
  });

  it('shows both cases when nobody says where the staff live', () => {
    const { text } = answerQuestion('40,000 pounds of wages, how much is re-spent locally');
    expect(text).toContain('£26,400');
    expect(text).toContain('£13,200');
  });

  it('is not worked out for questions that only mention pay', () => {
    const others = [
      'do we pay £40k for lm3',
      'does the £40k we pay local staff count as re-spend in round 2',
      'what is 66% of wages for',
      'if we spend £5,000 with a supplier how much stays local',
      'how much is £13bn of spending on lm3 online',
    ];
    expect(others.map(worked)).toEqual(others.map(() => undefined));
  });

  it('is 33% to 66% of the pay, whatever the pay', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999 }), (pounds) => {
        expect(worked(`£${pounds} wages to local staff, local re-spend?`)).toBeCloseTo(0.66 * pounds, 6);
        expect(worked(`£${pounds} wages to commuters, local re-spend?`)).toBeCloseTo(0.33 * pounds, 6);
      }),
    );
  });
});

describe('LM3 from rounds', () => {
  it.each([
    ['round 1 100k, round 2 60k, round 3 40k lm3?', 2],
    ['rounds of £200,000, £120,000 and £80,000 what is the lm3', 2],
    ['£100k in round 1, £70k in round 2 and £50k in round 3', 2.2],
    ['lm3 if first round is £1m second round £0.5m third round £0.3m', 1.8],
    ['lm2 with round 1 100000 and round 2 60000', 1.6],
  ])('%s', (question, expected) => {
    expect(worked(question)).toBeCloseTo(expected, 10);
  });

  it('says so when a round is larger than it can be', () => {
    expect(answerQuestion('round 1 100, round 2 150, round 3 20, lm3?').text).toContain(
      'Check the figures: Round 2',
    );
  });

  it('is not worked out from a Round 1 of nothing', () => {
    expect(worked('round 1 0, round 2 0, round 3 0, lm3?')).toBeUndefined();
  });

  it('carries workings that give the same figure again', () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.integer({ min: 1, max: 1e9 }), fc.nat(1e9), fc.nat(1e9)),
        ([first, second, third]) => {
          const { workings } = answerQuestion(
            `round 1 £${first}, round 2 £${second}, round 3 £${third}, lm3?`,
          );
          expect(workings?.value).toBeCloseTo((first + second + third) / first, 6);
          expect(workings && recompute(workings)).toBe(workings?.value);
        },
      ),
    );
  });
});

describe('an income at a given LM3', () => {
  it('becomes income times LM3, and the part beyond the first round is named', () => {
    const { text, workings } = answerQuestion('whats £200k worth at an lm3 of 2.43');
    expect(workings?.value).toBeCloseTo(486_000, 8);
    expect(text).toMatch(/^£486,000: /);
    expect(text).toContain('£286,000');
  });
});
