import { type Facts, is, isOneOf } from '../facts.ts';
import { all, not } from '../truth.ts';
import { needs, type Rule, type Test } from './rule.ts';
import { chose, contract, onlyOne, special, target, underPsr } from './tests.ts';

/** A framework can only be concluded by the competitive process: PSR 2023 reg 6(8). */
const noFramework = (facts: Facts): Test =>
  needs(
    not(chose(facts, 'design', 'repeat_callofs')),
    'a contract that is no framework (PSR 2023 reg 6(8))',
    'design',
  );

const onlyProviderTests = (facts: Facts): Test[] => [
  contract(facts),
  underPsr(facts),
  onlyOne(facts),
  needs(facts.case.existingProvider, 'a provider that supplies the service already', 'existingProvider'),
  noFramework(facts),
];

const choiceTests = (facts: Facts): Test[] => [
  contract(facts),
  underPsr(facts),
  special(facts, 'patient_choice', 'patients who choose their provider'),
  noFramework(facts),
];

const holds = (tests: readonly Test[]) => all(...tests.map(({ truth }) => truth));

/** Where A or B must be used, nothing else may be: PSR 2023 reg 6(3)-(4). */
const noMust = (facts: Facts): Test =>
  needs(
    holds(onlyProviderTests(facts)) !== true && holds(choiceTests(facts)) !== true,
    'a case in which neither direct award process A nor B must be used (PSR 2023 reg 6(3)-(4))',
    'market',
    'special',
    'existingProvider',
  );

const renewalTests = (facts: Facts): Test[] => [
  contract(facts),
  underPsr(facts),
  needs(is(facts.case.market, 'existing_satisfactory'), 'an existing provider that does well', 'market'),
  needs(not(facts.case.considerableChange), 'no considerable change to the contract', 'considerableChange'),
  noFramework(facts),
  noMust(facts),
];

/** The Provider Selection Regime: health care in England. */
export const healthRules: readonly Rule[] = [
  { id: 'H1', tests: onlyProviderTests },
  { id: 'H2', tests: choiceTests },
  { id: 'H3', tests: renewalTests },
  {
    id: 'H4',
    tests: (facts) => [
      contract(facts),
      underPsr(facts),
      needs(
        isOneOf(facts.case.market, ['best_known', 'existing_satisfactory']),
        'a provider that you can name as the most suitable',
        'market',
      ),
      noFramework(facts),
      noMust(facts),
    ],
    rank: (facts) => (holds(renewalTests(facts)) === true ? 2 : 1),
  },
  { id: 'H5', tests: (facts) => [contract(facts), underPsr(facts), noMust(facts)] },
  {
    id: 'H6',
    tests: (facts) => [
      contract(facts),
      underPsr(facts),
      special(facts, 'urgent_unforeseeable', 'an urgency that nobody could foresee'),
      needs(facts.case.safetyRisk, 'a risk to the safety of patients or the public', 'safetyRisk'),
    ],
  },
  {
    id: 'H7',
    tests: (facts) => [
      underPsr(facts),
      needs(target(facts, 'vcse'), 'a voluntary or community target', 'target'),
    ],
  },
];
