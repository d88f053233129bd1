import type { Assumption, Explained } from '../explain/explained.ts';
import { given, product, quotient, sum } from '../explain/explained.ts';
import { formatCount, formatGbp, formatShare } from '../units/format.ts';
import type { Lm3Project, Supplier } from './project.ts';
import { lm3Sources } from './sources.ts';
import type { Answered, Stratum } from './strata.ts';
import { fewestAnswersForRatio } from './stratify.ts';

type RespendRules = Pick<Lm3Project, 'nonResponse' | 'settings'>;

/** The id of a stratum's part of round 3: `round3.localSuppliers`, `round3.nonLocalSuppliers.large`. */
const stratumId = ({ id }: Stratum): string => `round3.${id.replace(/^(local|nonLocal)/, '$1Suppliers')}`;

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
 * @param heldRatio what silent suppliers are taken to re-spend, where it does not follow from these answers
 */
export function stratumRespend(
  stratum: Stratum,
  pool: readonly Stratum[],
  project: RespendRules,
  heldRatio?: Explained,
): StratumRespend {
  const { silent, label: kind } = stratum;
  const id = stratumId(stratum);
  const answered = answeredRespend(stratum, id, kind);
  const naming = {
    id,
    label: `Re-spent by ${kind} suppliers`,
    unit: 'GBP' as const,
    formula: 'what suppliers that answered re-spent + what silent suppliers are taken to have re-spent',
    sources: [lm3Sources.round3],
  };
  if (silent.count === 0) return { answered, all: sum(naming, [answered]) };

  const ratio = heldRatio ?? silentRatio(stratum, pool, project, answered, `${id}.ratio`);
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
  { nonResponse, settings }: RespendRules,
  ownRespend: Explained,
  id: string,
): Explained {
  const { silent, answered, label: kind } = stratum;
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
  const naming = { id, label, unit: 'share' as const };
  if (answered.count >= fewestAnswersForRatio) {
    const { ratio, of } = meanOf([answered], settings);
    const assumptions = assume(
      `${silentSuppliers} taken to re-spend like the ${formatCount(answered.count)} ${kind} ones that answered (${formatShare(ratio)} ${of}).`,
      'Suppliers of one kind resemble each other more than they resemble the rest.',
      ratio,
    );
    if (settings.meanOfAnswers === 'unweighted') {
      const formula = 'plain mean of the re-spend shares of answering suppliers of this kind';
      return given({ ...naming, formula, assumptions }, ratio);
    }
    const formula = 'what answering suppliers of this kind re-spent / what they received';
    return quotient({ ...naming, formula, assumptions }, ownRespend, received(answered.spend, id));
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
  const { ratio, of, respend, spend } = meanOf(
    pool.map((other) => other.answered),
    settings,
  );
  const assumptions = assume(
    `${silentSuppliers} taken to re-spend like ${answers === 1 ? 'the one supplier' : `all ${formatCount(answers)} suppliers`} that answered (${formatShare(ratio)} ${of}).`,
    `Only ${formatCount(answered.count)} ${kind} ${answered.count === 1 ? 'supplier has' : 'suppliers have'} answered; ${fewestAnswersForRatio} are needed to stand for their own kind.`,
    ratio,
  );
  if (settings.meanOfAnswers === 'unweighted') {
    const formula = 'plain mean of the re-spend shares of all answering suppliers';
    return given({ ...naming, formula, assumptions }, ratio);
  }
  return quotient(
    { ...naming, formula: 'what all answering suppliers re-spent / what they received', assumptions },
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

/** The mean of answers by the setting of the project: weighted by spend, or every answer alike. */
function meanOf(groups: readonly Answered[], { meanOfAnswers }: RespendRules['settings']) {
  const total = (read: (group: Answered) => number) => groups.reduce((sum, group) => sum + read(group), 0);
  const respend = total((group) => group.respend);
  const spend = total((group) => group.spend);
  return meanOfAnswers === 'unweighted'
    ? {
        ratio: total((group) => group.shareMean * group.count) / total((group) => group.count),
        of: 'of what they received, each answer alike',
        respend,
        spend,
      }
    : { ratio: respend / spend, of: 'of what they received', respend, spend };
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
