import type { Assumption, Explained } from '../explain/explained.ts';
import { given, product, quotient, sum } from '../explain/explained.ts';
import { formatCount, formatGbp, formatShare } from '../units/format.ts';
import type { Lm3Project, Supplier } from './project.ts';
import { lm3Sources } from './sources.ts';
import type { Stratum } from './strata.ts';

/** Fewest answers for which a stratum's own ratio stands for its silent suppliers. */
export const fewestAnswersForRatio = 3;

/** What the suppliers of one stratum re-spent in the area, in GBP, answered and silent apart. */
export interface StratumRespend {
  readonly answered: Explained;
  readonly all: Explained;
}

/**
 * Round 3 of one stratum: spend x share for suppliers that answered, spend x ratio for silent ones.
 *
 * Source: docs/method/lm3.md, Suppliers who have not answered.
 *
 * @param stratum the suppliers
 * @param pool all strata whose answers may stand in where this one has too few
 */
export function stratumRespend(
  stratum: Stratum,
  pool: readonly Stratum[],
  nonResponse: Lm3Project['nonResponse'],
): StratumRespend {
  const { local, silent } = stratum;
  const kind = local ? 'local' : 'non-local';
  const id = `round3.${local ? 'localSuppliers' : 'nonLocalSuppliers'}`;
  const answered = answeredRespend(stratum, id, kind);
  const naming = {
    id,
    label: `Re-spent by ${kind} suppliers`,
    unit: 'GBP' as const,
    formula: 'what suppliers that answered re-spent + what silent suppliers are taken to have re-spent',
    sources: [lm3Sources.round3],
  };
  if (silent.count === 0) return { answered, all: sum(naming, [answered]) };

  const ratio = silentRatio(stratum, pool, nonResponse, answered, `${id}.ratio`, kind);
  const silentPart = product(
    {
      id: `${id}.silent`,
      label: `Taken for silent ${kind} suppliers`,
      unit: 'GBP',
      formula: 'spend with silent suppliers x re-spend ratio',
    },
    [
      given(
        {
          id: `${id}.silentSpend`,
          label: `Spend with ${formatCount(silent.count)} silent ${kind} suppliers`,
          unit: 'GBP',
          formula: 'sum of their spend',
        },
        silent.spend,
      ),
      ratio,
    ],
  );
  return { answered, all: sum(naming, [answered, silentPart]) };
}

function answeredRespend({ answered }: Stratum, id: string, kind: string): Explained {
  const listed = answered.largest.map((supplier, index) =>
    supplierRespend(supplier, `${id}.supplier${index + 1}`),
  );
  const others = answered.count - listed.length;
  const rest =
    others > 0
      ? [
          given(
            {
              id: `${id}.others`,
              label: `Re-spent by ${formatCount(others)} smaller ${kind} suppliers`,
              unit: 'GBP',
              formula: 'sum of spend x re-spend share of each',
            },
            answered.respend - listed.reduce((total, supplier) => total + supplier.value, 0),
          ),
        ]
      : [];
  return sum(
    {
      id: `${id}.answered`,
      label: `Re-spent by ${formatCount(answered.count)} ${kind} ${answered.count === 1 ? 'supplier' : 'suppliers'} that answered`,
      unit: 'GBP',
      formula: 'sum of spend x re-spend share',
    },
    [...listed, ...rest],
  );
}

function supplierRespend(supplier: Supplier, id: string): Explained {
  return product(
    { id, label: supplier.name, unit: 'GBP', formula: 'spend x re-spend share', where: supplier.where },
    [
      given(
        { id: `${id}.spend`, label: 'Spend', unit: 'GBP', formula: 'as entered', where: supplier.where },
        supplier.spend,
      ),
      given(
        {
          id: `${id}.share`,
          label: 'Re-spend share',
          unit: 'share',
          formula: 'as answered',
          where: supplier.where,
        },
        supplier.respendShare ?? 0,
      ),
    ],
  );
}

/** The ratio that stands for silent suppliers, with the assumption it rests on. */
function silentRatio(
  stratum: Stratum,
  pool: readonly Stratum[],
  nonResponse: Lm3Project['nonResponse'],
  ownRespend: Explained,
  id: string,
  kind: string,
): Explained {
  const { silent, answered } = stratum;
  const assume = (text: string, because: string, taken: number): Assumption[] => [
    { id, text, because, effect: effectOf(silent.spend, taken), source: lm3Sources.adopted },
  ];
  const silentSuppliers = `${formatCount(silent.count)} silent ${kind} ${silent.count === 1 ? 'supplier' : 'suppliers'}`;
  const label = `Re-spend ratio taken for silent ${kind} suppliers`;
  const zero = (formula: string, assumptions: Assumption[]) =>
    given({ id, label, unit: 'share', formula, assumptions }, 0);

  if (nonResponse === 'zero') {
    return zero(
      'set to nothing',
      assume(
        `${silentSuppliers} counted as re-spending nothing.`,
        'The project sets non-response to zero.',
        0,
      ),
    );
  }
  if (answered.count >= fewestAnswersForRatio) {
    return quotient(
      {
        id,
        label,
        unit: 'share',
        formula: 'what answering suppliers of this kind re-spent / what they received',
        assumptions: assume(
          `${silentSuppliers} taken to re-spend like the ${formatCount(answered.count)} ${kind} ones that answered (${formatShare(answered.respend / answered.spend)} of what they received).`,
          'Suppliers of one kind resemble each other more than they resemble the rest.',
          answered.respend / answered.spend,
        ),
      },
      ownRespend,
      received(answered.spend, id),
    );
  }
  const answers = pool.reduce((total, other) => total + other.answered.count, 0);
  if (answers === 0) {
    return zero(
      'no answers yet',
      assume(
        `${silentSuppliers} counted as re-spending nothing, so this is a lower bound.`,
        'No supplier has answered yet.',
        0,
      ),
    );
  }
  const respend = pool.reduce((total, other) => total + other.answered.respend, 0);
  const spend = pool.reduce((total, other) => total + other.answered.spend, 0);
  return quotient(
    {
      id,
      label,
      unit: 'share',
      formula: 'what all answering suppliers re-spent / what they received',
      assumptions: assume(
        `${silentSuppliers} taken to re-spend like ${answers === 1 ? 'the one supplier' : `all ${formatCount(answers)} suppliers`} that answered (${formatShare(respend / spend)} of what they received).`,
        `Only ${formatCount(answered.count)} ${kind} ${answered.count === 1 ? 'supplier has' : 'suppliers have'} answered; ${fewestAnswersForRatio} are needed to stand for their own kind.`,
        respend / spend,
      ),
    },
    given(
      {
        id: `${id}.pooledRespend`,
        label: 'Re-spent by all suppliers that answered',
        unit: 'GBP',
        formula: 'sum of spend x re-spend share',
      },
      respend,
    ),
    received(spend, id),
  );
}

/** What round 3 gains or loses between the two extremes of what silent suppliers may re-spend. */
function effectOf(silentSpend: number, taken: number): string {
  const more = `if everything, ${formatGbp(silentSpend * (1 - taken))} more`;
  return taken === 0
    ? `If they re-spent everything, round 3 would be ${formatGbp(silentSpend)} more.`
    : `If they re-spent nothing, round 3 would be ${formatGbp(silentSpend * taken)} less; ${more}.`;
}

function received(spend: number, id: string): Explained {
  return given(
    {
      id: `${id}.received`,
      label: 'Received by those suppliers',
      unit: 'GBP',
      formula: 'sum of their spend',
    },
    spend,
  );
}
