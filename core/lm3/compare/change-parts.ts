import { difference, type Explained, given, product, quotient, sum } from '../../explain/explained.ts';
import type { Unit } from '../../units/format.ts';
import { lm3Sources } from '../sources.ts';
import type { Part, PeriodFacts } from './period-facts.ts';

/**
 * What drove the change of LM3 from one period to another: parts that add up to the whole change.
 *
 * Round 2 parts are differences of what each kind adds per pound of round 1. Round 3 of suppliers is
 * a product of weights and re-spend shares; each factor's change counts at the mean of the other over
 * both periods (Bennet, 1920), so that nothing is left over and the order of the periods only turns
 * signs. Where a group is missing in one period, its re-spend share there is taken from the other.
 *
 * Source: docs/method/lm3.md, Periods.
 */
export function changeParts(from: PeriodFacts, to: PeriodFacts): Explained {
  return sum(
    {
      id: 'change',
      label: 'Change of LM3',
      unit: 'ratio',
      formula: 'sum of what changed in rounds 2 and 3, per pound of round 1',
      sources: [lm3Sources.adopted],
    },
    [...round2Parts(from, to), ...round3Parts(from, to)],
  );
}

function round2Parts(from: PeriodFacts, to: PeriodFacts): Explained[] {
  return [
    perPound('round2.staff', 'Round 2: pay to local staff', from, to, (f) => f.result.round2Parts.localStaff),
    perPound(
      'round2.suppliers',
      'Round 2: spend with local suppliers',
      from,
      to,
      (f) => f.result.round2Parts.localSuppliers,
    ),
    perPound(
      'round2.otherCosts',
      'Round 2: other direct costs kept local',
      from,
      to,
      (f) => f.result.round2Parts.localOtherCosts,
    ),
  ];
}

function round3Parts(from: PeriodFacts, to: PeriodFacts): Explained[] {
  const staff = perPound(
    'round3.staff',
    'Round 3: re-spent by staff',
    from,
    to,
    (f) => f.result.round3Parts.localStaff + f.result.round3Parts.nonLocalStaff,
  );
  const [a, b] = [from.suppliers, to.suppliers];
  const all = between(a, b);
  const kinds = (['local', 'nonLocal'] as const).map((kind) => {
    const name = kind === 'local' ? 'local' : 'non-local';
    return {
      kind,
      name,
      change: between(a[kind], b[kind]),
      groups: (['answered', 'silent'] as const).map((group) => ({
        group,
        change: between(a[kind][group], b[kind][group]),
      })),
    };
  });
  const supplierSpend = term(
    'round3.supplierSpend',
    'Round 3: more or less of round 1 goes to suppliers',
    'mean re-spend share of suppliers x change of their share of round 1',
    ['Mean re-spend share of suppliers', all.rate.mean],
    ['Change of their share of round 1', all.weight.change],
  );
  const weight = ['Mean share of suppliers in round 1', all.weight.mean] as const;
  const mix = sum(
    {
      id: 'round3.mix',
      label: 'Round 3: mix between local and non-local suppliers',
      unit: 'ratio',
      formula:
        'over both kinds: share of suppliers in round 1 x re-spend share of the kind x change of its part',
    },
    kinds.map(({ kind, name, change }) =>
      term(
        `round3.mix.${kind}`,
        `Part of ${name} suppliers`,
        'mean share of suppliers in round 1 x mean re-spend share x change of the part',
        weight,
        [`Mean re-spend share of ${name} suppliers`, change.rate.mean],
        [`Change of their part of supplier spend`, change.weight.change],
      ),
    ),
  );
  const answering = sum(
    {
      id: 'round3.answering',
      label: 'Round 3: how much of the spend answered',
      unit: 'ratio',
      formula: 'over both kinds: answered and silent part x what each is taken to re-spend',
    },
    kinds.flatMap(({ kind, name, change, groups }) =>
      groups.map(({ group, change: part }) =>
        term(
          `round3.answering.${kind}.${group}`,
          `${group === 'answered' ? 'Answered' : 'Silent'} part of ${name} suppliers`,
          'mean share of suppliers in round 1 x mean part of the kind x mean re-spend share x change of the part',
          weight,
          [`Mean part of ${name} suppliers`, change.weight.mean],
          ['Mean re-spend share of the part', part.rate.mean],
          ['Change of the part', part.weight.change],
        ),
      ),
    ),
  );
  const shares = (group: 'answered' | 'silent', id: string, label: string): Explained =>
    sum(
      {
        id,
        label,
        unit: 'ratio',
        formula: 'over both kinds: their weight in round 1 x change of their re-spend share',
      },
      kinds.flatMap(({ kind, name, change, groups }) =>
        groups
          .filter((one) => one.group === group)
          .map(({ change: part }) =>
            term(
              `${id}.${kind}`,
              `${name === 'local' ? 'Local' : 'Non-local'} suppliers`,
              'mean share of suppliers in round 1 x mean part of the kind x mean part of the group x change of its re-spend share',
              weight,
              [`Mean part of ${name} suppliers`, change.weight.mean],
              ['Mean part of the group in the kind', part.weight.mean],
              ['Change of its re-spend share', part.rate.change],
            ),
          ),
      ),
    );
  return [
    staff,
    supplierSpend,
    mix,
    answering,
    shares('answered', 'round3.answers', 'Round 3: re-spend shares of suppliers that answered'),
    shares('silent', 'round3.taken', 'Round 3: re-spend shares taken for silent suppliers'),
  ];
}

interface Between {
  readonly mean: number;
  readonly change: number;
}

function between(a: Part, b: Part): { readonly weight: Between; readonly rate: Between } {
  return { weight: filled(a.weight, b.weight), rate: filled(a.rate, b.rate) };
}

/** A figure that one period lacks counts at nothing there, so it may be taken from the other. */
function filled(a: number | undefined, b: number | undefined): Between {
  const first = a ?? b ?? 0;
  const second = b ?? a ?? 0;
  return { mean: (first + second) / 2, change: second - first };
}

function term(
  id: string,
  label: string,
  formula: string,
  ...factors: readonly (readonly [string, number])[]
): Explained {
  return product(
    { id, label, unit: 'ratio', formula },
    factors.map(([name, value], index) =>
      given(
        {
          id: `${id}.${index + 1}`,
          label: name,
          unit: 'share',
          formula: name.startsWith('Change') ? 'later period - earlier period' : 'mean of the two periods',
        },
        value,
      ),
    ),
  );
}

function perPound(
  id: string,
  label: string,
  from: PeriodFacts,
  to: PeriodFacts,
  read: (facts: PeriodFacts) => number,
): Explained {
  const share = (facts: PeriodFacts, which: string): Explained => {
    const amount = (name: string, value: number, of: string, unit: Unit = 'GBP') =>
      given({ id: `${id}.${which}.${name}`, label: of, unit, formula: 'as computed for the period' }, value);
    return quotient(
      {
        id: `${id}.${which}`,
        label: `${facts.label}, per pound of round 1`,
        unit: 'GBP',
        formula: 'amount / round 1',
      },
      amount('amount', read(facts), label),
      amount('round1', facts.result.round1, 'Round 1'),
    );
  };
  return difference(
    { id, label, unit: 'ratio', formula: 'per pound of round 1: later period - earlier period' },
    share(to, 'to'),
    share(from, 'from'),
  );
}
