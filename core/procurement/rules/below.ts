import { type Facts, is, isOneOf, regimeDates } from '../facts.ts';
import { all, any, not } from '../truth.ts';
import { needs, type Rule, type Test } from './rule.ts';
import {
  belowThreshold,
  central,
  contract,
  decidedInTime,
  localArea,
  localPower,
  localProviders,
  noConcession,
  onlyOne,
  part6Nation,
  schoolRules,
  special,
  target,
  underPa,
} from './tests.ts';

/** Below the threshold: Part 6 of the Procurement Act 2023 and the local reservation. */
const part6 = (facts: Facts): Test[] => [
  contract(facts),
  underPa(facts),
  belowThreshold(facts),
  noConcession(facts),
  part6Nation(facts),
];

const englandOnly = ({ case: { nation } }: Facts): Test =>
  needs(is(nation, 'england'), 'a buyer in England', 'nation');

export const belowRules: readonly Rule[] = [
  {
    id: 'B1',
    tests: (facts) => [
      contract(facts),
      localPower(facts),
      localArea(facts),
      localProviders(facts, true),
      needs(target(facts, 'vcse'), 'a voluntary or community target', 'target'),
      noConcession(facts),
      decidedInTime(facts),
    ],
  },
  {
    id: 'B2',
    tests: (facts) => [
      contract(facts),
      localPower(facts),
      localArea(facts),
      localProviders(facts, true),
      decidedInTime(facts),
    ],
    rank: ({ case: { target: wanted } }) => (wanted === 'any' || wanted === 'unknown' ? 1 : 2),
  },
  {
    id: 'B3',
    tests: (facts) => [
      ...part6(facts),
      englandOnly(facts),
      needs(
        target(facts, 'vcse', 'sme'),
        'a target of voluntary or community bodies, or small firms',
        'target',
      ),
      needs(
        any(is(facts.case.local, 'none'), not(facts.localPower)),
        'no wish, or no power, to limit by place',
        'local',
      ),
      needs(not(central(facts)), 'a buyer other than central government (PPN 005)', 'buyer'),
      needs(not(is(facts.case.buyer, 'school')), 'a buyer other than a school (PA 2023 s.84(2)(a))', 'buyer'),
      // What councils could do before the Order was not checked, so it is not called open.
      needs(
        facts.date >= regimeDates.localPower ? true : undefined,
        'a start on or after 4 February 2026; what held earlier was not checked in detail',
        'startDate',
      ),
    ],
  },
  {
    id: 'B4',
    tests: (facts) => [
      ...part6(facts),
      englandOnly(facts),
      needs(central(facts), 'central government as buyer', 'buyer'),
    ],
  },
  {
    id: 'B5',
    tests: (facts) => [
      contract(facts),
      localPower(facts),
      needs(is(facts.case.local, 'uk'), 'a wish to limit the competition to the UK', 'local'),
      decidedInTime(facts),
    ],
  },
  { id: 'B6', tests: (facts) => [...part6(facts), onlyOne(facts), schoolRules(facts)] },
  {
    id: 'B7',
    tests: (facts) => [
      ...part6(facts),
      needs(
        facts.value === undefined ? false : facts.value.incl.value < smallContract,
        'a value below £30,000 including VAT',
        'value',
      ),
      schoolRules(facts),
    ],
  },
  { id: 'B8', tests: (facts) => [...part6(facts), schoolRules(facts)] },
  {
    id: 'B9',
    tests: (facts) => [
      contract(facts),
      localPower(facts),
      localArea(facts),
      localProviders(facts, false),
      noConcession(facts),
    ],
  },
  {
    id: 'B10',
    tests: (facts) => [
      ...part6(facts),
      special(facts, 'individual_choice', 'one person’s own choice of provider'),
      schoolRules(facts),
    ],
  },
  {
    id: 'B11',
    tests: (facts) => [
      contract(facts),
      belowThreshold(facts),
      localArea(facts),
      needs(facts.date < regimeDates.localPower, 'a start before 4 February 2026', 'startDate'),
      needs(
        all(
          is(facts.case.nation, 'england'),
          isOneOf(facts.case.buyer, ['best_value_authority', 'parish_council']),
        ),
        'a council in England',
        'nation',
        'buyer',
      ),
    ],
  },
];

/** PA 2023 s.87(4)(b), pounds including VAT. */
const smallContract = 30_000;
