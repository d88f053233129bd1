import { describe, expect, it } from 'vitest';
import { advise, cleaning, health, route, rulesThatHold, saved, youthClub } from './cases.ts';

const works = { ...cleaning, service: 'works' };
const goods = { ...cleaning, service: 'goods' };
const light = { ...youthClub, local: 'none', target: 'any' };
const central = { buyer: 'central_government' };
const concession = { ...cleaning, instrument: 'concession' };

describe('a pound below a threshold is below, the threshold itself is above', () => {
  const amounts: readonly [what: string, input: object, threshold: number][] = [
    ['services of a council, 2026', cleaning, 207_720],
    ['goods of a council, 2026', goods, 207_720],
    ['services of central government, 2026', { ...cleaning, ...central }, 135_018],
    ['services of an NHS body, 2026', { ...cleaning, buyer: 'nhs_body' }, 135_018],
    ['works, 2026', works, 5_193_000],
    ['works of central government, 2026', { ...works, ...central }, 5_193_000],
    ['light touch, 2026', light, 663_540],
    ['light touch of central government, 2026', { ...light, ...central }, 663_540],
    ['a concession, 2026', concession, 5_193_000],
    ['a light touch concession, 2026', { ...light, instrument: 'concession' }, 5_372_609],
    ['services of a council, 2025', { ...cleaning, startDate: '2025-06-01' }, 214_904],
    ['services of central government, 2025', { ...cleaning, ...central, startDate: '2025-06-01' }, 139_688],
    ['works, 2025', { ...works, startDate: '2025-06-01' }, 5_372_609],
    ['light touch, 2025', { ...light, startDate: '2025-06-01' }, 663_540],
    ['services of a council, 2024', { ...cleaning, startDate: '2024-06-01' }, 214_904],
    ['services of a council, 2022', { ...cleaning, startDate: '2022-06-01' }, 213_477],
    ['light touch, 2022', { ...light, startDate: '2022-06-01' }, 663_540],
    // Without VAT until the end of 2021, so the amount is given without it.
    ['services of a council, 2020', { ...cleaning, startDate: '2020-06-01', vatBasis: 'excl' }, 189_330],
    ['services of a council, 2018', { ...cleaning, startDate: '2018-06-01', vatBasis: 'excl' }, 181_302],
    ['services of a council, 2017', { ...cleaning, startDate: '2017-06-01', vatBasis: 'excl' }, 164_176],
    ['light touch, 2017', { ...light, startDate: '2017-06-01', vatBasis: 'excl' }, 589_148],
    ['light touch, 2018', { ...light, startDate: '2018-06-01', vatBasis: 'excl' }, 615_278],
    ['services of a council, 2015', { ...cleaning, startDate: '2015-06-01', vatBasis: 'excl' }, 172_514],
  ];
  it.each(amounts)('%s', (_what, input, threshold) => {
    const [under, at] = [advise({ ...input, value: threshold - 1 }), advise({ ...input, value: threshold })];
    expect(under.threshold?.amount).toBe(threshold);
    expect([under.band, at.band]).toEqual(['below', 'above']);
  });
});

describe('a duty begins at its own amount', () => {
  it.each([
    ['a notice of a council', cleaning, 'notifiable', 30_000],
    ['a notice of central government', { ...cleaning, ...central }, 'notifiable', 12_000],
    ['social value of a light touch service, council', youthClub, 'svaDuty', 207_720],
    ['social value of a light touch service, central', { ...light, ...central }, 'svaDuty', 135_018],
    [
      'social value of a light touch service in 2025',
      { ...light, startDate: '2025-06-01' },
      'svaDuty',
      214_904,
    ],
  ] as const)('%s', (_what, input, field, amount) => {
    expect(advise({ ...input, value: amount - 1 }).derived[field]).toBe(false);
    expect(advise({ ...input, value: amount }).derived[field]).toBe(true);
  });

  it('a small contract ends at £30,000', () => {
    expect(rulesThatHold(advise({ ...cleaning, value: 29_999 }))).toContain('B7');
    expect(rulesThatHold(advise({ ...cleaning, value: 30_000 }))).not.toContain('B7');
  });

  it('indicators begin above £5,000,000, and the public interest test above £1,000,000', () => {
    expect(rulesThatHold(advise({ ...cleaning, value: 5_000_000 }))).not.toContain('O4');
    expect(rulesThatHold(advise({ ...cleaning, value: 5_000_001 }))).toContain('O4');
    const test = { ...cleaning, ...central, startDate: '2027-04-01' };
    expect(rulesThatHold(advise({ ...test, value: 1_000_000 }))).not.toContain('O5');
    expect(rulesThatHold(advise({ ...test, value: 1_000_001 }))).toContain('O5');
  });
});

describe('the day before and the day of a change of law', () => {
  it.each([
    ['the Procurement Act begins', cleaning, '2025-02-23', 'PCR', '2025-02-24', 'PA'],
    ['the health regime begins', health, '2023-12-31', 'PCR', '2024-01-01', 'PSR'],
    ['the health regime outlasts the old rules', health, '2025-02-23', 'PSR', '2025-02-24', 'PSR'],
  ])('%s', (_what, input, before, regimeBefore, day, regime) => {
    expect(advise({ ...input, startDate: before }).regime).toBe(regimeBefore);
    expect(advise({ ...input, startDate: day }).regime).toBe(regime);
  });

  it('the local reservation begins on 4 February 2026', () => {
    const [before, day] = ['2026-02-03', '2026-02-04'].map((startDate) =>
      advise({ ...youthClub, startDate }),
    );
    expect(before?.derived.localPower).toBe(false);
    expect(before?.guards.map(({ rule }) => rule)).toContain('B11');
    expect(before && route(before, 'pa-bt-local-reserved')).toMatchObject({ status: 'closed', rule: 'B11' });
    expect(day?.derived.localPower).toBe(true);
    expect(day?.routes[0]).toMatchObject({ id: 'pa-bt-local-reserved', status: 'open', rule: 'B1' });
  });

  it('thresholds change on 1 January', () => {
    const amounts = (
      [
        '2015-12-31',
        '2016-01-01',
        '2017-12-31',
        '2018-01-01',
        '2019-12-31',
        '2020-01-01',
        '2021-12-31',
        '2022-01-01',
        '2023-12-31',
        '2024-01-01',
        '2025-12-31',
        '2026-01-01',
      ] as const
    ).map((startDate) => advise({ ...cleaning, startDate }).threshold?.amount);
    expect(amounts).toEqual([
      172_514, 164_176, 164_176, 181_302, 181_302, 189_330, 189_330, 213_477, 213_477, 214_904, 214_904,
      207_720,
    ]);
  });

  it('VAT is counted from 1 January 2022: the same £200,000 without VAT is above before and after, on different sums', () => {
    const [before, day] = ['2021-12-31', '2022-01-01'].map((startDate) =>
      advise({ ...cleaning, startDate, value: 200_000, vatBasis: 'excl' }),
    );
    expect(before).toMatchObject({ valueTested: 200_000, band: 'above', threshold: { basis: 'excl VAT' } });
    expect(day).toMatchObject({ valueTested: 240_000, band: 'above', threshold: { basis: 'incl VAT' } });
  });

  it('the public interest test begins on 1 April 2027', () => {
    const at = (startDate: string) =>
      rulesThatHold(advise({ ...cleaning, ...central, value: 2_000_000, startDate }));
    expect(at('2027-03-31')).not.toContain('O5');
    expect(at('2027-04-01')).toContain('O5');
  });

  it('after 31 December 2027 the last row is used with a warning', () => {
    const [held, after] = ['2027-12-31', '2028-01-01'].map((startDate) => advise({ ...cleaning, startDate }));
    expect(held).toMatchObject({ issues: [], threshold: { expired: false, verified: true } });
    expect(after).toMatchObject({ threshold: { amount: 207_720, expired: true, verified: false } });
    expect(after?.issues[0]).toMatchObject({ severity: 'warning', where: { path: 'startDate' } });
    expect(after?.issues[0]?.mend).toContain('1 January 2028');
  });
});

describe('a limit by place', () => {
  it('is open while the decision comes first, and closed once it comes after the invitation', () => {
    const on = (decisionDate: string) => advise({ ...youthClub, startDate: '2026-06-10', decisionDate });
    expect(route(on('2026-06-09'), 'pa-bt-local-reserved').status).toBe('open');
    // On one day the order of the hours decides.
    expect(route(on('2026-06-10'), 'pa-bt-local-reserved').status).toBe('depends');
    const late = on('2026-06-11');
    expect(route(late, 'pa-bt-local-reserved').status).toBe('closed');
    expect(late.issues[0]).toMatchObject({ where: { path: 'decisionDate' } });
  });

  it('needs two capable local providers', () => {
    expect(
      [0, 1, 2].map(
        (localCount) => route(advise({ ...youthClub, localCount }), 'pa-bt-local-reserved').status,
      ),
    ).toEqual(['closed', 'closed', 'open']);
  });
});

describe('old rules', () => {
  it('hold for a procurement begun before 24 February 2025 whatever the day it is asked on', () => {
    const advice = advise({ ...saved, startDate: '2025-02-23' });
    expect(advice.regime).toBe('PCR');
    expect(advice.routes.filter(({ status, id }) => status !== 'closed' && id.startsWith('pa-'))).toEqual([]);
  });
});
