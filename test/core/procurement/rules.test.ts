import { describe, expect, it } from 'vitest';
import { procurementRules } from '../../../core/procurement/data.ts';
import { everyRule } from '../../../core/procurement/judge.ts';
import { advise, cleaning, health, route, rulesThatHold, saved, youthClub } from './cases.ts';

interface Expected {
  /** The route that the rule leads to, where it stands, and its rank. */
  readonly route?: string;
  readonly status?: string;
  readonly rank?: number;
}

const central = { ...cleaning, buyer: 'central_government', value: 100_000 };
const quotes = { ...cleaning, value: 100_000 };
const big = { ...youthClub, value: 700_000, local: 'none', target: 'any' };

/** Each rule with a case that it holds for. */
const holds: readonly [rule: string, what: string, input: object, expected: Expected][] = [
  [
    'G1',
    'Scotland',
    { ...youthClub, nation: 'scotland' },
    { route: 'refer-devolved', status: 'open', rank: 1 },
  ],
  ['G2', 'Wales', { ...youthClub, nation: 'wales' }, { route: 'refer-devolved', status: 'open', rank: 1 }],
  [
    'G2',
    'Northern Ireland',
    { ...youthClub, nation: 'ni' },
    { route: 'refer-devolved', status: 'open', rank: 1 },
  ],
  ['G3', 'old rules', saved, {}],
  ['G4', 'no value', { ...youthClub, value: 'unknown' }, {}],
  ['G5', 'linked needs', { ...youthClub, linkedValues: [10_000] }, {}],
  ['G6', 'a school below', { ...quotes, buyer: 'school' }, {}],
  ['G7', 'mixed services', { ...youthClub, mixedServices: true }, {}],
  ['I1', 'a grant', { ...youthClub, instrument: 'grant' }, { route: 'grant', status: 'open', rank: 1 }],
  ['I2', 'not sure', { ...youthClub, instrument: 'unsure' }, { route: 'grant', status: 'depends', rank: 2 }],
  ['I3', 'land', { ...youthClub, instrument: 'land' }, { route: 'asset-transfer', status: 'open', rank: 1 }],
  [
    'I4',
    'a concession',
    { ...youthClub, instrument: 'concession' },
    { route: 'pa-concession', status: 'open', rank: 1 },
  ],
  [
    'I5',
    'a public provider',
    { ...youthClub, publicProvider: true },
    { route: 'pa-exempt-public-public', status: 'depends', rank: 1 },
  ],
  [
    'H1',
    'only the existing provider',
    { ...health, market: 'one_capable', localCount: 1, existingProvider: true },
    { route: 'psr-direct-a', status: 'open', rank: 1 },
  ],
  [
    'H2',
    'patient choice',
    { ...health, special: ['patient_choice'] },
    { route: 'psr-direct-b', status: 'open', rank: 1 },
  ],
  [
    'H3',
    'a good provider goes on',
    { ...health, market: 'existing_satisfactory', considerableChange: false },
    { route: 'psr-direct-c', status: 'open', rank: 1 },
  ],
  [
    'H4',
    'the best is known',
    { ...health, market: 'best_known' },
    { route: 'psr-most-suitable', status: 'open', rank: 1 },
  ],
  [
    'H4',
    'the best is known beside a renewal',
    { ...health, market: 'existing_satisfactory', considerableChange: false },
    { route: 'psr-most-suitable', status: 'open', rank: 2 },
  ],
  ['H5', 'health competition', health, { route: 'psr-competitive', status: 'open', rank: 3 }],
  [
    'H6',
    'urgent health need',
    { ...health, special: ['urgent_unforeseeable'], safetyRisk: true },
    { route: 'psr-urgent', status: 'depends', rank: 1 },
  ],
  ['H7', 'health and a VCSE', { ...health, target: 'vcse' }, {}],
  ['B1', 'local and VCSE', youthClub, { route: 'pa-bt-local-reserved', status: 'open', rank: 1 }],
  ['B1', 'VCSE and local', youthClub, { route: 'pa-bt-vcse-sme-reserved', status: 'open', rank: 1 }],
  [
    'B2',
    'local, any provider',
    { ...youthClub, target: 'any' },
    { route: 'pa-bt-local-reserved', status: 'open', rank: 1 },
  ],
  [
    'B2',
    'local, small firms',
    { ...youthClub, target: 'sme' },
    { route: 'pa-bt-local-reserved', status: 'open', rank: 2 },
  ],
  [
    'B3',
    'VCSE, no limit by place',
    { ...youthClub, local: 'none' },
    { route: 'pa-bt-vcse-sme-reserved', status: 'open', rank: 2 },
  ],
  [
    'B3',
    'small firms, no power',
    { ...youthClub, target: 'sme', buyer: 'other_subcentral' },
    { route: 'pa-bt-vcse-sme-reserved', status: 'open', rank: 2 },
  ],
  ['B4', 'central government', central, { route: 'pa-bt-uk-reserved', status: 'open', rank: 2 }],
  ['B5', 'UK only', { ...youthClub, local: 'uk' }, { route: 'pa-bt-uk-reserved', status: 'open', rank: 3 }],
  [
    'B6',
    'one provider below',
    { ...quotes, market: 'one_capable', localCount: 1 },
    { route: 'pa-bt-direct', status: 'depends', rank: 1 },
  ],
  [
    'B7',
    'a small contract',
    { ...quotes, value: 25_000 },
    { route: 'pa-bt-direct', status: 'depends', rank: 3 },
  ],
  ['B8', 'quotes', quotes, { route: 'pa-bt-quotes-open', status: 'open', rank: 4 }],
  [
    'B9',
    'too few local providers',
    { ...youthClub, localCount: 1 },
    { route: 'pa-bt-vcse-sme-reserved', status: 'open', rank: 1 },
  ],
  [
    'B10',
    'one person chooses',
    { ...quotes, special: ['individual_choice'] },
    { route: 'pa-bt-direct', status: 'open', rank: 1 },
  ],
  ['B11', 'local before the power', { ...youthClub, startDate: '2026-02-03' }, {}],
  ['A1', 'light touch above', big, { route: 'pa-light-touch', status: 'open', rank: 1 }],
  [
    'A2',
    'a mutual',
    { ...big, target: 'employee_mutual' },
    { route: 'pa-reserved-mutual', status: 'open', rank: 1 },
  ],
  [
    'A3',
    'supported employment',
    { ...cleaning, target: 'supported_employment' },
    { route: 'pa-reserved-supported-employment', status: 'open', rank: 1 },
  ],
  [
    'A4',
    'VCSE, light touch',
    { ...big, target: 'vcse' },
    { route: 'pa-light-touch', status: 'open', rank: 1 },
  ],
  [
    'A4',
    'VCSE, not light touch',
    { ...cleaning, target: 'vcse' },
    { route: 'pa-cfp', status: 'open', rank: 1 },
  ],
  [
    'A5',
    'one supplier above',
    { ...cleaning, market: 'one_capable', localCount: 1 },
    { route: 'pa-direct-single-supplier', status: 'depends', rank: 2 },
  ],
  [
    'A6',
    'a pilot',
    { ...cleaning, design: ['pilot'] },
    { route: 'pa-direct-prototype', status: 'depends', rank: 2 },
  ],
  [
    'A7',
    'develop and buy',
    { ...cleaning, design: ['innovation_then_buy'] },
    { route: 'pa-cfp-innovation', status: 'open', rank: 1 },
  ],
  [
    'A8',
    'repeat services',
    { ...cleaning, special: ['foreseen_repeat'] },
    { route: 'pa-direct-repeat', status: 'depends', rank: 1 },
  ],
  [
    'A9',
    'user choice',
    { ...big, special: ['individual_choice'] },
    { route: 'pa-direct-user-choice', status: 'open', rank: 1 },
  ],
  [
    'A10',
    'urgency',
    { ...cleaning, special: ['urgent_unforeseeable'] },
    { route: 'pa-direct-urgent', status: 'depends', rank: 1 },
  ],
  [
    'A11',
    'failed competition',
    { ...cleaning, special: ['failed_competition'] },
    { route: 'pa-direct-switch', status: 'depends', rank: 1 },
  ],
  [
    'A12',
    'call-offs',
    { ...cleaning, design: ['repeat_callofs'] },
    { route: 'pa-framework-open', status: 'open', rank: 2 },
  ],
  [
    'A12',
    'light touch call-offs',
    { ...big, design: ['repeat_callofs'] },
    { route: 'pa-framework', status: 'open', rank: 2 },
  ],
  [
    'A13',
    'an open list',
    { ...cleaning, design: ['open_list'] },
    { route: 'pa-dynamic-market', status: 'open', rank: 2 },
  ],
  ['A14', 'a designed competition', cleaning, { route: 'pa-cfp', status: 'open', rank: 2 }],
  ['A15', 'a simple need', cleaning, { route: 'pa-open', status: 'open', rank: 3 }],
  ['A16', 'local above', { ...cleaning, local: 'local_area' }, {}],
  [
    'O1',
    'an alliance',
    { ...cleaning, design: ['joined_up'] },
    { route: 'alliance', status: 'depends', rank: 4 },
  ],
  ['O2', 'duties above', cleaning, {}],
  ['O3', 'social value', youthClub, {}],
  ['O4', 'indicators', { ...cleaning, value: 5_000_001 }, {}],
  ['O5', 'public interest test', { ...central, value: 1_000_001, startDate: '2027-04-01' }, {}],
  [
    'O6',
    'right to challenge',
    { ...youthClub, communityOffer: true },
    { route: 'right-to-challenge', status: 'depends', rank: 4 },
  ],
  [
    'O7',
    'a building for sale',
    { ...youthClub, buildingSale: true },
    { route: 'community-right-to-buy', status: 'depends', rank: 3 },
  ],
  [
    'P1',
    'old innovation partnership',
    { ...saved, design: ['innovation_then_buy'] },
    { route: 'pcr-innovation-partnership', status: 'depends', rank: 1 },
  ],
  [
    'P2',
    'old reservation',
    { ...saved, missionBody: true },
    { route: 'pcr-reserved-reg77', status: 'depends', rank: 1 },
  ],
  [
    'P3',
    'old sheltered workshop',
    { ...saved, workforce30: true },
    { route: 'pcr-reserved-reg20', status: 'depends', rank: 1 },
  ],
  ['P4', 'old light touch', saved, { route: 'pcr-light-touch', status: 'open', rank: 2 }],
  [
    'P5',
    'old award without notice',
    { ...saved, market: 'one_capable', localCount: 1 },
    { route: 'pcr-negotiated-no-notice', status: 'depends', rank: 2 },
  ],
  [
    'P6',
    'old, below',
    { ...saved, value: 100_000 },
    { route: 'pcr-below-threshold', status: 'open', rank: 3 },
  ],
];

describe('each rule leads where it should', () => {
  it.each(holds)('%s: %s', (rule, _what, input, expected) => {
    const advice = advise(input);
    expect([...rulesThatHold(advice)]).toContain(rule);
    if (expected.route !== undefined) {
      expect(route(advice, expected.route)).toMatchObject({
        rule,
        status: expected.status,
        rank: expected.rank,
      });
    }
  });

  it('and every rule of the data has such a case, and code', () => {
    const ids = procurementRules().map(({ id }) => id);
    expect(new Set(holds.map(([rule]) => rule))).toEqual(new Set(ids));
    expect(new Set(everyRule.map(({ id }) => id))).toEqual(new Set(ids));
    expect(everyRule).toHaveLength(ids.length);
  });
});

describe('a rule holds only while what it asks for does', () => {
  const without: readonly [rule: string, what: string, input: object][] = [
    ['G4', 'a value', youthClub],
    ['G5', 'no linked needs', youthClub],
    ['G6', 'a school above', { ...cleaning, buyer: 'school' }],
    ['H1', 'a new provider', { ...health, market: 'one_capable', existingProvider: false }],
    ['H3', 'a considerable change', { ...health, market: 'existing_satisfactory', considerableChange: true }],
    ['H4', 'a framework', { ...health, market: 'best_known', design: ['repeat_callofs'] }],
    ['H5', 'patient choice, which must be used', { ...health, special: ['patient_choice'] }],
    ['H6', 'no risk to safety', { ...health, special: ['urgent_unforeseeable'], safetyRisk: false }],
    ['B1', 'a school', { ...youthClub, buyer: 'school' }],
    ['B1', 'Wales', { ...youthClub, nation: 'wales' }],
    ['B2', 'one local provider', { ...youthClub, localCount: 1 }],
    ['B3', 'central government', { ...central, target: 'vcse' }],
    ['B4', 'central government above', { ...central, value: 200_000 }],
    ['B6', 'Northern Ireland, without Part 6', { ...quotes, nation: 'ni', market: 'one_capable' }],
    ['B8', 'a concession, outside Part 6', { ...quotes, instrument: 'concession' }],
    ['B9', 'two local providers', { ...youthClub, localCount: 2 }],
    ['A2', 'a listed service without R', { ...big, cpv: '98500000', target: 'employee_mutual' }],
    ['A2', 'a term of six years', { ...big, target: 'employee_mutual', termYears: 6 }],
    ['A9', 'a service that is not light touch', { ...cleaning, special: ['individual_choice'] }],
    [
      'A13',
      'a concession',
      { ...cleaning, instrument: 'concession', value: 6_000_000, design: ['open_list'] },
    ],
    ['A14', 'a light touch service', big],
    ['A15', 'a pilot', { ...cleaning, design: ['pilot'] }],
    ['O3', 'an order under a framework', { ...youthClub, callOff: true }],
    ['O4', 'a light touch service', { ...big, value: 6_000_000 }],
    ['O4', 'a framework', { ...cleaning, value: 6_000_000, design: ['repeat_callofs'] }],
    ['O5', 'a council', { ...cleaning, value: 2_000_000, startDate: '2027-04-01' }],
    ['P2', 'a code outside reg 77', { ...saved, cpv: '98500000', missionBody: true }],
  ];
  it.each(without)('%s is silent with %s', (rule, _what, input) => {
    expect([...rulesThatHold(advise(input))]).not.toContain(rule);
  });
});
