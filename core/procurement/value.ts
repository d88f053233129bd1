import { type Assumption, type Explained, given, product, quotient, sum } from '../explain/explained.ts';
import type { RouteCase } from './case.ts';

/** The value of a case on both VAT bases, each with its workings. */
export interface TestedValue {
  readonly incl: Explained;
  readonly excl: Explained;
}

const standardRate = 0.2;

const vatSource = {
  title: 'Standard rate of VAT',
  place: 'general knowledge: 20% since 4 January 2011',
  verified: false,
};

const carriesVat: Assumption = {
  id: 'vat-standard-rate',
  text: 'The supply carries VAT at the standard rate of 20%.',
  because: 'The amount was given on the other basis than the threshold.',
  effect:
    'If the supply is exempt, as much welfare and education is, the two amounts are the same: set "vatBasis" to "none".',
  source: vatSource,
};

const readAsIncluding: Assumption = {
  id: 'vat-basis-included',
  text: 'The value includes VAT.',
  because: 'No VAT basis was given, and the question asks for an amount with VAT.',
  effect: 'If it is without VAT, the value to be tested is 20% higher where the supply carries VAT.',
};

/**
 * The value to test: the most that could be paid, with linked needs added, on both VAT bases. Source:
 * PA 2023 Sch 3 paras 1 and 4. Undefined when no value is known.
 */
export function testedValue({ value, linkedValues, vatBasis }: RouteCase): TestedValue | undefined {
  if (value === 'unknown') return undefined;
  const own = given(
    { id: 'value.own', label: 'Value given', unit: 'GBP', formula: 'as given', where: 'value' },
    value,
  );
  const linked = linkedValues.map((amount, index) =>
    given(
      {
        id: `value.linked.${index}`,
        label: `Linked need ${index + 1}`,
        unit: 'GBP',
        formula: 'as given',
        where: `linkedValues[${index}]`,
      },
      amount,
    ),
  );
  const total = sum(
    {
      id: 'value.total',
      label: 'Value with linked needs',
      unit: 'GBP',
      formula: 'value given + linked needs',
      sources: [{ title: 'Procurement Act 2023', place: 's.4(3), Sch 3 paras 1 and 4', verified: true }],
      assumptions: vatBasis === undefined ? [readAsIncluding] : [],
    },
    [own, ...linked],
  );
  if (vatBasis === 'none') return { incl: total, excl: total };
  const factor = given(
    {
      id: 'value.vat',
      label: 'Amount with VAT for each pound without',
      unit: 'ratio',
      formula: '1 + rate of VAT',
      sources: [vatSource],
    },
    1 + standardRate,
  );
  return vatBasis === 'excl'
    ? {
        excl: total,
        incl: product(
          {
            id: 'value.incl',
            label: 'Value with VAT',
            unit: 'GBP',
            formula: 'value without VAT × (1 + rate of VAT)',
            assumptions: [carriesVat],
          },
          [total, factor],
        ),
      }
    : {
        incl: total,
        excl: quotient(
          {
            id: 'value.excl',
            label: 'Value without VAT',
            unit: 'GBP',
            formula: 'value with VAT / (1 + rate of VAT)',
            assumptions: [carriesVat],
          },
          total,
          factor,
        ),
      };
}
