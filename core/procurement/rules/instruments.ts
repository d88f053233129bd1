import { is } from '../facts.ts';
import { needs, type Rule } from './rule.ts';

/** What the money is for decides before any threshold does. */
export const instrumentRules: readonly Rule[] = [
  {
    id: 'I1',
    tests: ({ case: { instrument } }) => [
      needs(is(instrument, 'grant'), 'money for their own work', 'instrument'),
    ],
  },
  {
    id: 'I2',
    tests: ({ case: { instrument } }) => [
      needs(is(instrument, 'unsure'), 'doubt whether it is a grant or a contract', 'instrument'),
    ],
  },
  {
    id: 'I3',
    tests: ({ case: { instrument } }) => [needs(is(instrument, 'land'), 'land or a building', 'instrument')],
  },
  {
    id: 'I4',
    tests: ({ case: { instrument }, isPa }) => [
      needs(is(instrument, 'concession'), 'a provider that earns from users', 'instrument'),
      needs(isPa, 'a procurement under the Procurement Act 2023', 'startDate', 'nation'),
    ],
  },
  {
    id: 'I5',
    tests: ({ case: { publicProvider }, isPa }) => [
      needs(
        publicProvider ?? false,
        'a provider that is a public body or a company it controls',
        'publicProvider',
      ),
      needs(isPa, 'a procurement under the Procurement Act 2023', 'startDate', 'nation'),
    ],
  },
];
