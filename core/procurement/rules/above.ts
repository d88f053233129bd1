import type { Facts } from '../facts.ts';
import { all, not } from '../truth.ts';
import { needs, type Rule, type Test } from './rule.ts';
import {
  aboveThreshold,
  chose,
  contract,
  design,
  localArea,
  noConcession,
  noMutual,
  onlyOne,
  special,
  target,
  underPa,
} from './tests.ts';

const aboveTests = (facts: Facts): Test[] => [contract(facts), underPa(facts), aboveThreshold(facts)];

const lightTouch = ({ lightTouch: truth }: Facts): Test =>
  needs(truth, 'a light touch service', 'service', 'cpv');

const longestMutualTerm = 5;

/** At or above the threshold: the Procurement Act 2023 in full. */
export const aboveRules: readonly Rule[] = [
  { id: 'A1', tests: (facts) => [...aboveTests(facts), lightTouch(facts)] },
  {
    id: 'A2',
    tests: (facts) => [
      ...aboveTests(facts),
      needs(
        facts.reservable,
        'a service marked R in Schedule 1 of the Procurement Regulations 2024',
        'cpv',
        'service',
      ),
      needs(target(facts, 'employee_mutual'), 'an employee-controlled mutual as target', 'target'),
      needs(
        !facts.case.termYears || facts.case.termYears <= longestMutualTerm,
        'a term of at most 5 years',
        'termYears',
      ),
    ],
  },
  {
    id: 'A3',
    tests: (facts) => [
      ...aboveTests(facts),
      needs(target(facts, 'supported_employment'), 'a supported employment provider as target', 'target'),
    ],
  },
  {
    id: 'A4',
    tests: (facts) => [
      ...aboveTests(facts),
      needs(target(facts, 'vcse'), 'a voluntary or community target', 'target'),
      noMutual(facts),
    ],
    routes: (facts) => (facts.lightTouch === true ? ['pa-light-touch'] : ['pa-cfp']),
  },
  { id: 'A5', tests: (facts) => [...aboveTests(facts), onlyOne(facts)] },
  { id: 'A6', tests: (facts) => [...aboveTests(facts), design(facts, 'pilot', 'a pilot')] },
  {
    id: 'A7',
    tests: (facts) => [
      ...aboveTests(facts),
      design(facts, 'innovation_then_buy', 'something to be developed and then bought'),
    ],
  },
  {
    id: 'A8',
    tests: (facts) => [
      ...aboveTests(facts),
      special(facts, 'foreseen_repeat', 'repeat services that the first notice foresaw'),
    ],
  },
  {
    id: 'A9',
    tests: (facts) => [
      ...aboveTests(facts),
      special(facts, 'individual_choice', 'one person’s own choice of provider'),
      lightTouch(facts),
    ],
  },
  {
    id: 'A10',
    tests: (facts) => [
      ...aboveTests(facts),
      special(facts, 'urgent_unforeseeable', 'an urgency that nobody could foresee'),
    ],
  },
  {
    id: 'A11',
    tests: (facts) => [
      ...aboveTests(facts),
      special(facts, 'failed_competition', 'a competition that failed'),
    ],
  },
  {
    id: 'A12',
    tests: (facts) => [
      ...aboveTests(facts),
      design(facts, 'repeat_callofs', 'repeated orders under one agreement'),
      noConcession(facts),
    ],
    routes: (facts) => (facts.lightTouch === true ? ['pa-framework'] : ['pa-framework-open']),
  },
  {
    id: 'A13',
    tests: (facts) => [
      ...aboveTests(facts),
      design(facts, 'open_list', 'a list that stays open'),
      needs(
        facts.case.instrument !== 'concession',
        'a contract that is no concession (PA 2023 s.34(7))',
        'instrument',
      ),
    ],
  },
  {
    id: 'A14',
    tests: (facts) => [
      ...aboveTests(facts),
      needs(not(facts.lightTouch), 'something other than a light touch service', 'service', 'cpv'),
    ],
  },
  {
    id: 'A15',
    tests: (facts) => [
      ...aboveTests(facts),
      needs(simpleNeed(facts), 'a simple need of standard shape', 'design'),
    ],
  },
  {
    id: 'A16',
    tests: (facts) => [
      contract(facts),
      needs(
        facts.isPsr === true ? false : facts.case.nation !== 'scotland',
        'a procurement with a threshold',
        'nation',
      ),
      aboveThreshold(facts),
      localArea(facts),
    ],
  },
];

const shaped = ['pilot', 'innovation_then_buy', 'joined_up', 'repeat_callofs', 'open_list'] as const;

function simpleNeed(facts: Facts) {
  return all(...shaped.map((shape) => not(chose(facts, 'design', shape))));
}
