import type { Facts } from '../facts.ts';
import { needs, type Rule, type Test } from './rule.ts';
import { aboveThreshold, belowThreshold, contract, design, onlyOne, underPcr } from './tests.ts';

const saved = (facts: Facts): Test[] => [contract(facts), underPcr(facts)];

/** These procedures were for contracts at the threshold; below it the buyer's own rules applied. */
const atThreshold = (facts: Facts): Test =>
  facts.below === true
    ? needs(
        undefined,
        'a value at or above the threshold; below it only the buyer’s own rules applied',
        'value',
      )
    : aboveThreshold(facts);

/** Procurements begun before 24 February 2025: the Public Contracts Regulations 2015. */
export const oldRegimeRules: readonly Rule[] = [
  {
    id: 'P1',
    tests: (facts) => [
      ...saved(facts),
      atThreshold(facts),
      design(facts, 'innovation_then_buy', 'something to be developed and then bought'),
    ],
  },
  {
    id: 'P2',
    tests: (facts) => [
      ...saved(facts),
      atThreshold(facts),
      needs(facts.cpv?.mission2015, 'a CPV code listed in PCR 2015 reg 77(2)', 'cpv'),
      needs(facts.case.missionBody, 'a mission-led, participatory body', 'missionBody'),
    ],
  },
  {
    id: 'P3',
    tests: (facts) => [
      ...saved(facts),
      atThreshold(facts),
      needs(facts.case.workforce30, 'a workforce of which 30% is disabled or disadvantaged', 'workforce30'),
    ],
  },
  {
    id: 'P4',
    tests: (facts) => [
      ...saved(facts),
      aboveThreshold(facts),
      needs(facts.lightTouch, 'a listed (light touch) service', 'service', 'cpv'),
    ],
  },
  { id: 'P5', tests: (facts) => [...saved(facts), atThreshold(facts), onlyOne(facts)] },
  { id: 'P6', tests: (facts) => [...saved(facts), belowThreshold(facts)] },
];
