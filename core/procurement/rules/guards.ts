import { formatPounds } from '../../units/format.ts';
import { type Facts, is, isOneOf } from '../facts.ts';
import { all, not } from '../truth.ts';
import { needs, type Rule } from './rule.ts';
import { belowThreshold, isContract, underPa, underPcr } from './tests.ts';

const forContract = (facts: Facts) => needs(isContract(facts) === true, 'a contract', 'instrument');

/** What is said before any route: where the English routes do not fit, and what the values hide. */
export const guardRules: readonly Rule[] = [
  {
    id: 'G1',
    tests: ({ case: { nation } }) => [needs(is(nation, 'scotland'), 'a buyer in Scotland', 'nation')],
  },
  {
    id: 'G2',
    tests: ({ case: { nation } }) => [
      needs(isOneOf(nation, ['wales', 'ni']), 'a buyer in Wales or Northern Ireland', 'nation'),
    ],
  },
  { id: 'G3', tests: (facts) => [forContract(facts), underPcr(facts)] },
  {
    id: 'G4',
    tests: (facts) => [
      forContract(facts),
      needs(facts.case.value === 'unknown' && facts.isPsr !== true, 'a value that is not known', 'value'),
      needs(facts.case.nation !== 'scotland', 'a buyer outside Scotland', 'nation'),
    ],
  },
  {
    id: 'G5',
    tests: (facts) => [
      forContract(facts),
      needs(facts.case.linkedValues.length > 0, 'linked needs', 'linkedValues'),
      needs(
        not(facts.isPsr) !== false && facts.case.nation !== 'scotland',
        'a procurement with a threshold',
        'nation',
        'service',
      ),
    ],
    text: ({ value, case: { linkedReason } }) => {
      const total =
        value === undefined ? '' : ` Tested together: ${formatPounds(value.incl.value)} including VAT.`;
      const reason =
        linkedReason === undefined
          ? ''
          : ` Your reason to keep them apart, for the record: “${linkedReason}”`;
      return `${total}${reason}`;
    },
  },
  {
    id: 'G6',
    tests: (facts) => [
      forContract(facts),
      underPa(facts),
      needs(is(facts.case.buyer, 'school'), 'a school', 'buyer'),
      belowThreshold(facts),
    ],
  },
  {
    id: 'G7',
    tests: (facts) => [
      forContract(facts),
      underPa(facts),
      needs(
        all(facts.case.mixedServices ?? false),
        'listed and other services in one contract',
        'mixedServices',
      ),
    ],
  },
];
