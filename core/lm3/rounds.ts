import type { Assumption, Explained } from '../explain/explained.ts';
import { given, sum } from '../explain/explained.ts';
import { formatCount, formatGbp } from '../units/format.ts';
import { RunningSum } from '../units/sum.ts';
import { employerCosts, groupPay } from './pay.ts';
import type { Lm3Project } from './project.ts';
import { lm3Sources } from './sources.ts';
import type { Stratum, SupplierTally } from './strata.ts';

/** Everything spent, in GBP, by kind: the parts that round 1 and round 2 are made of. */
export interface SpendParts {
  readonly localStaff: Explained;
  readonly nonLocalStaff: Explained;
  readonly localSuppliers: Explained;
  readonly nonLocalSuppliers: Explained;
  readonly localOtherCosts: Explained;
  readonly nonLocalOtherCosts: Explained;
  /** Employer's pension and National Insurance, where entered: never local. */
  readonly employerCosts?: Explained;
  /** Pay that the re-spend shares of staff are applied to: a base of round 3, no part of round 1. */
  readonly respendablePay: { readonly local: Explained; readonly nonLocal: Explained };
}

export function spendParts(project: Lm3Project, tally: SupplierTally): SpendParts {
  const localPay = groupPay(project, true);
  const nonLocalPay = groupPay(project, false);
  const employer = employerCosts(project);
  return {
    localStaff: localPay.counted,
    nonLocalStaff: nonLocalPay.counted,
    respendablePay: { local: localPay.respendable, nonLocal: nonLocalPay.respendable },
    localSuppliers: supplierSpend(tally.local, project.settings),
    nonLocalSuppliers: supplierSpend(tally.nonLocal, project.settings),
    localOtherCosts: otherCosts(project, true),
    nonLocalOtherCosts: otherCosts(project, false),
    ...(employer ? { employerCosts: employer } : {}),
  };
}

function vatBasis(spend: number, { vat }: Lm3Project['settings']): Assumption[] {
  if (spend === 0) return [];
  return [
    vat === 'excluded'
      ? {
          id: 'vatBasis',
          text: 'Spend with suppliers is taken to be without VAT that is recovered.',
          because: 'VAT that comes back is not spent; councils publish net amounts.',
          effect: 'Amounts with VAT would give suppliers more weight than pay.',
          source: lm3Sources.adopted,
        }
      : {
          id: 'vatBasis',
          text: 'Spend with suppliers holds the VAT on it.',
          because: 'The project sets it; the standard is to leave out VAT that is recovered.',
          effect:
            'VAT goes to the Treasury: suppliers weigh up to a sixth more here than they would without it.',
          source: lm3Sources.adopted,
        },
  ];
}

function supplierSpend({ local, answered, silent }: Stratum, settings: Lm3Project['settings']): Explained {
  const count = answered.count + silent.count;
  return given(
    {
      id: local ? 'spend.local' : 'spend.nonLocal',
      label: `Spend with ${formatCount(count)} ${local ? 'local' : 'non-local'} suppliers`,
      unit: 'GBP',
      formula: 'sum of their spend',
      assumptions: vatBasis(answered.spend + silent.spend, settings),
    },
    answered.spend + silent.spend,
  );
}

function otherCosts(project: Lm3Project, local: boolean): Explained {
  const total = new RunningSum();
  const names: string[] = [];
  for (const cost of project.otherDirectCosts) {
    if (cost.local !== local) continue;
    total.add(cost.amount);
    names.push(cost.name);
  }
  return given(
    {
      id: local ? 'otherCosts.local' : 'otherCosts.nonLocal',
      label: `Other direct costs ${local ? 'marked local' : 'not marked local'}`,
      unit: 'GBP',
      formula:
        names.length > 0
          ? `sum of ${names.slice(0, 8).join(', ')}${names.length > 8 ? ' and others' : ''}`
          : 'none entered',
      assumptions:
        !local && names.length > 0
          ? [
              {
                id: 'otherCosts',
                text: 'Other direct costs count as leaving the area and add nothing to round 3.',
                because: 'The published method puts them in round 1 and does not say how they are re-spent.',
                effect: `Marking all of them local would add up to ${formatGbp(total.value)} to round 2.`,
                source: lm3Sources.otherDirectCosts,
              },
            ]
          : [],
      sources: [lm3Sources.otherDirectCosts],
    },
    total.value,
  );
}

/** Sum of all parts: what was spent, in GBP. */
export function allSpend(parts: SpendParts): Explained {
  return sum(
    {
      id: 'round1',
      label: 'Round 1: spending of the organisation or contract',
      unit: 'GBP',
      formula: 'payroll + other direct costs + spend with suppliers',
      sources: [lm3Sources.round1],
    },
    [
      parts.localStaff,
      parts.nonLocalStaff,
      ...(parts.employerCosts ? [parts.employerCosts] : []),
      parts.localSuppliers,
      parts.nonLocalSuppliers,
      parts.localOtherCosts,
      parts.nonLocalOtherCosts,
    ],
  );
}

/** Round 1 when an income was entered: that income, of which any remainder stays non-local. */
export function incomeAsRound1(income: number, spent: Explained): Explained {
  const remainder = income - spent.value;
  const assumptions: Assumption[] =
    remainder > 0.005
      ? [
          {
            id: 'surplus',
            text: `${formatGbp(remainder)} of the income was not spent in the lines entered. It stays in round 1 and counts as not local.`,
            because: 'An income was entered that is larger than the spending.',
            effect: `Leaving the income out would make round 1 ${formatGbp(spent.value)} and raise LM3.`,
            source: lm3Sources.adopted,
          },
        ]
      : [];
  return given(
    {
      id: 'round1',
      label: 'Round 1: income of the organisation or contract',
      unit: 'GBP',
      formula: 'as entered',
      assumptions,
      sources: [lm3Sources.round1],
    },
    income,
  );
}

export function round2(parts: SpendParts): Explained {
  return sum(
    {
      id: 'round2',
      label: 'Round 2: spent with local people and organisations',
      unit: 'GBP',
      formula: 'pay to local staff + spend with local suppliers + other direct costs marked local',
      sources: [lm3Sources.round2],
    },
    [parts.localStaff, parts.localSuppliers, parts.localOtherCosts],
  );
}

/** A part of round 3 that the chain method leaves out. */
export function notFollowed(id: string, label: string, wouldBe: string): Explained {
  return given(
    {
      id,
      label,
      unit: 'GBP',
      formula: 'not followed: the chain method follows only money that was local in round 2',
      assumptions: [
        {
          id,
          text: `${wouldBe} add nothing to round 3.`,
          because: 'The project uses the chain method.',
          effect: 'The all-recipients method, as LM3 Online uses it, counts what they re-spend in the area.',
          source: lm3Sources.adopted,
        },
      ],
    },
    0,
  );
}
