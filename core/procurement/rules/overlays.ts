import { type Facts, is } from '../facts.ts';
import { all, not } from '../truth.ts';
import { needs, type Rule } from './rule.ts';
import { aboveThreshold, central, chose, design, isContract, underPa } from './tests.ts';

/** Pounds including VAT. */
const kpiOver = 5_000_000;
const publicInterestOver = 1_000_000;
const publicInterestFrom = '2027-04-01';

const contractForSure = (facts: Facts) => needs(isContract(facts) === true, 'a contract', 'instrument');
const over = ({ value }: Facts, amount: number, words: string) =>
  needs(value === undefined ? undefined : value.incl.value > amount, words, 'value');
const inEngland = ({ case: { nation } }: Facts) =>
  needs(is(nation, 'england'), 'a buyer in England', 'nation');

/** What is added to whichever route is taken, and rights that others may use. */
export const overlayRules: readonly Rule[] = [
  {
    id: 'O1',
    tests: (facts) => [
      contractForSure(facts),
      design(facts, 'joined_up', 'providers who work as one'),
      needs(facts.case.nation !== 'scotland', 'a buyer outside Scotland', 'nation'),
    ],
  },
  { id: 'O2', tests: (facts) => [contractForSure(facts), underPa(facts), aboveThreshold(facts)] },
  {
    id: 'O3',
    tests: (facts) => [
      contractForSure(facts),
      needs(facts.svaDuty, 'the social value duty', 'value', 'service'),
    ],
  },
  {
    id: 'O4',
    tests: (facts) => [
      contractForSure(facts),
      underPa(facts),
      aboveThreshold(facts),
      over(facts, kpiOver, 'a value above £5,000,000'),
      needs(
        all(
          not(facts.lightTouch),
          not(chose(facts, 'design', 'repeat_callofs')),
          facts.case.instrument !== 'concession',
        ),
        'no light touch service, framework or concession',
        'service',
        'design',
        'instrument',
      ),
    ],
  },
  {
    id: 'O5',
    tests: (facts) => [
      contractForSure(facts),
      needs(central(facts), 'central government as buyer', 'buyer'),
      needs(facts.services, 'services', 'service'),
      over(facts, publicInterestOver, 'a value above £1,000,000'),
      needs(facts.date >= publicInterestFrom, 'a start on or after 1 April 2027', 'startDate'),
      needs(facts.case.nation !== 'scotland', 'a buyer outside Scotland', 'nation'),
    ],
  },
  {
    id: 'O6',
    tests: (facts) => [
      needs(
        facts.case.communityOffer ?? false,
        'a community body that offers to run a service',
        'communityOffer',
      ),
      inEngland(facts),
    ],
  },
  {
    id: 'O7',
    tests: (facts) => [
      needs(facts.case.buildingSale ?? false, 'a building that comes up for sale', 'buildingSale'),
      inEngland(facts),
    ],
  },
];
