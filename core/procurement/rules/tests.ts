import { type Facts, is, isOneOf } from '../facts.ts';
import { not, type Truth } from '../truth.ts';
import { needs, type Test } from './rule.ts';

/** What several rules ask for, each in one place. */

const regimeFields = ['startDate', 'nation', 'buyer', 'service'];
const bandFields = ['value', 'service', 'cpv', 'buyer', 'startDate', 'linkedValues', 'vatBasis'];

export const underPa = ({ isPa }: Facts): Test =>
  needs(
    isPa,
    'a procurement under the Procurement Act 2023, begun on or after 24 February 2025',
    ...regimeFields,
  );

export const underPcr = ({ isPcr }: Facts): Test =>
  needs(
    isPcr,
    'a procurement under the Public Contracts Regulations 2015, begun before 24 February 2025',
    ...regimeFields,
  );

export const underPsr = ({ isPsr }: Facts): Test =>
  needs(
    isPsr,
    'health care bought in England by a council or NHS body since 1 January 2024',
    ...regimeFields,
  );

export const aboveThreshold = ({ above }: Facts): Test =>
  needs(above, 'a value at or above the threshold', ...bandFields);

export const belowThreshold = ({ below }: Facts): Test =>
  needs(below, 'a value below the threshold', ...bandFields);

/** A grant or a lease may turn out to be a contract: until it is sure, contract routes depend on it. */
export function isContract({ case: { instrument } }: Facts): Truth {
  if (instrument === 'contract' || instrument === 'unsure' || instrument === 'concession') return true;
  return undefined;
}

export const contract = (facts: Facts): Test =>
  needs(isContract(facts), 'a contract: a supply to you that you pay for', 'instrument');

export const noConcession = ({ case: { instrument } }: Facts): Test =>
  needs(
    instrument === 'unknown' ? undefined : instrument !== 'concession',
    'a contract that is no concession, since Part 6 leaves concessions out (PA 2023 s.84(1)(b))',
    'instrument',
  );

export const part6Nation = ({ case: { nation } }: Facts): Test =>
  needs(
    nation === 'unknown' ? undefined : nation !== 'ni' && nation !== 'scotland',
    'Part 6 of the Act, which does not apply in Northern Ireland or Scotland',
    'nation',
  );

/** Below the threshold a school follows its own rules, so a route of Part 6 depends on them. */
export const schoolRules = ({ case: { buyer } }: Facts): Test =>
  needs(
    buyer === 'school' || buyer === 'unknown' ? undefined : true,
    'the school’s own rules to allow it, since Part 6 leaves schools out',
    'buyer',
  );

export const target = (facts: Facts, ...values: (typeof facts.case.target)[]): Truth =>
  isOneOf(facts.case.target, values as 'vcse'[]);

export function chose(facts: Facts, field: 'special' | 'design', value: string): Truth {
  const given: readonly string[] = facts.case[field];
  return given.includes(value) ? true : given.includes('unknown') ? undefined : false;
}

export const special = (facts: Facts, value: Facts['case']['special'][number], words: string): Test =>
  needs(chose(facts, 'special', value), words, 'special');

export const design = (facts: Facts, value: Facts['case']['design'][number], words: string): Test =>
  needs(chose(facts, 'design', value), words, 'design');

/** One provider alone: not proven while several are said to be near. */
export function onlyOne({ case: { market, localCount } }: Facts): Test {
  const contradicted = market === 'one_capable' && typeof localCount === 'number' && localCount > 1;
  return needs(
    contradicted ? undefined : is(market, 'one_capable'),
    'a market in which only one provider can do it',
    'market',
  );
}

export const localArea = ({ case: { local } }: Facts): Test =>
  needs(is(local, 'local_area'), 'a wish to limit the competition to the local area', 'local');

export const localPower = ({ localPower: has }: Facts): Test =>
  needs(
    has,
    'a council or parish council in England, below the threshold, on or after 4 February 2026 (SI 2026/94)',
    'nation',
    'buyer',
    'startDate',
    'value',
    'service',
  );

export function localProviders({ case: { localCount } }: Facts, enough: boolean): Test {
  const truth = localCount === 'unknown' ? undefined : localCount >= 2 === enough;
  return needs(
    truth,
    enough ? 'at least two capable local providers' : 'fewer than two capable local providers',
    'localCount',
  );
}

/** A limit by place that was decided after the invitation comes too late. */
export function decidedInTime({ case: { decisionDate, startDate } }: Facts): Test {
  const truth =
    !decisionDate || decisionDate < startDate ? true : decisionDate > startDate ? false : undefined;
  return needs(
    truth,
    'a decision made before anyone is invited (SI 2026/94 art 3(3))',
    'decisionDate',
    'startDate',
  );
}

export const central = ({ case: { buyer } }: Facts): Truth => is(buyer, 'central_government');

export const noMutual = (facts: Facts): Test =>
  needs(not(target(facts, 'employee_mutual')), 'another target than an employee-controlled mutual', 'target');
