import { describe, expect, it } from 'vitest';
import { type Lm3ProjectInput, parseLm3Project } from '../../../core/index.ts';
import golden from '../../golden/lm3.json' with { type: 'json' };
import { compute } from './any-project.ts';

const base = { name: 'P', payroll: { local: 1000, nonLocal: 0 } };
const answer = (share: number, pay?: number) => ({
  answer: `Answer ${share}`,
  local: true,
  respendShare: share,
  ...(pay === undefined ? {} : { pay }),
});

describe('a staff survey', () => {
  const { publishedMean } = golden.staffAverage;
  const shares = golden.staffAverage.shares.map((percent) => percent / 100);

  it('with five answers counts their plain mean on the whole pay bill', () => {
    const result = compute({ ...base, staffSurvey: shares.map((share) => answer(share)) });
    expect((result.round3 / 1000) * 100).toBeCloseTo(publishedMean, 1);
    expect(result.round3).toBeCloseTo(1000 * 0.4542, 9);
  });

  it('with fewer counts person by person, and the rest of the pay by the proxy', () => {
    const result = compute({ ...base, staffSurvey: [answer(0.5, 200), answer(0.1, 300)] });
    expect(result.round3).toBeCloseTo(0.5 * 200 + 0.1 * 300 + 0.66 * 500, 9);
    expect(result.proxySensitivity).toHaveLength(1);
  });

  it('needs pay person by person, and pay within the pay bill', () => {
    const places = (staffSurvey: unknown) =>
      parseLm3Project({ ...base, staffSurvey }).issues.map(({ where }) => where.path);
    expect(places([answer(0.5)])).toEqual(['staffSurvey[0].pay']);
    expect(places([answer(0.5, 600), answer(0.4, 500)])).toEqual(['staffSurvey']);
    expect(places([{ answer: 'A', local: true, pay: 1 }])).toEqual(['staffSurvey[0]']);
  });

  it('takes what each item cost and how much of it was spent in the area', () => {
    const items = [
      { item: 'food', amount: 300, localShare: 0.5 },
      { item: 'rentOrMortgage', amount: 500, localShare: 1 },
      { item: 'incomeTax', amount: 200, localShare: 0 },
    ] as const;
    const staffSurvey = [{ answer: 'A', local: true, pay: 1000, items: [...items] }];
    expect(compute({ ...base, staffSurvey }).round3).toBeCloseTo(1000 * (650 / 800), 9);
    // Where pay before tax is followed, tax is one of the things that leave.
    const gross: Lm3ProjectInput = { ...base, settings: { taxMode: 'leakage' }, staffSurvey };
    expect(compute(gross).round3).toBeCloseTo(1000 * (650 / 1000), 9);
  });

  it('widens bounds and interval by the staff who did not answer', () => {
    const pays = [100, 100, 100, 100, 100];
    const staffSurvey = shares.map((share, index) => answer(share, pays[index]));
    const { lm3, bounds, interval, round3 } = compute({ ...base, staffSurvey });
    const certain = shares.reduce((total, share) => total + share * 100, 0);
    expect(bounds.low).toBeCloseTo((1000 + 1000 + certain) / 1000, 9);
    expect(bounds.high).toBeCloseTo((1000 + 1000 + certain + 500) / 1000, 9);
    expect(interval).toMatchObject({ method: 'prediction' });
    const mean = 0.4542;
    const variance = shares.reduce((total, share) => total + (share - mean) ** 2, 0) / 4;
    // Five answers of £100 that each stand for £200, and five other people of £100.
    const deviation = Math.sqrt(variance * (5 * 100 ** 2 + 500 * 100));
    expect((interval?.high ?? 0) - lm3).toBeCloseTo((2.7764451 * deviation) / 1000, 6);
    expect(round3).toBeCloseTo(454.2, 9);
  });

  it('gives no interval when pay of the answers is not known, and says so', () => {
    const result = compute({ ...base, staffSurvey: shares.map((share) => answer(share)) });
    expect(result.interval).toBeNull();
    expect(result.intervalReason).toContain('pay of the staff');
  });
});
