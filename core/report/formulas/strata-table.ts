import { fewestAnswersForInterval, squaredWeights } from '../../lm3/interval.ts';
import { meanWords, nonResponseWords } from '../../lm3/setting-words.ts';
import type { Stratum } from '../../lm3/strata.ts';
import { fewestAnswersForRatio } from '../../lm3/stratify.ts';
import { projectAnswer } from '../lm3-inputs/project-sheet.ts';
import { said } from '../lm3-inputs/rows.ts';
import { settingAnswer } from '../lm3-inputs/settings-sheet.ts';
import type { TableSpec } from '../workbook-spec.ts';
import { payHelper } from './payroll-columns.ts';
import { counts, type ReportFacts } from './report-facts.ts';
import { supplierHelper } from './supplier-columns.ts';
import {
  type FormulaColumn,
  formulaColumns,
  payrollTable,
  strataTable,
  sumWhere,
  suppliersTable,
} from './table-parts.ts';

const { here, whole } = strataTable;

/** Headings of the table of strata. */
export const stratumColumn = {
  number: 'Number',
  label: 'Suppliers',
  local: 'Local',
  followed: 'Followed',
  count: 'How many',
  answers: 'Answers',
  answersThen: 'Answers when the strata were formed',
  answered: 'Answered (£)',
  respent: 'Re-spent by answers (£)',
  silentCount: 'Silent',
  silent: 'Silent (£)',
  spend: 'Spend (£)',
  spendThen: 'Spend when the strata were formed (£)',
  mean: 'Plain mean',
  ratio: 'Ratio for silent suppliers',
  taken: 'Taken for silent suppliers (£)',
  round3: 'Round 3 (£)',
  spread: 'Variance of answers',
  weights: 'Sum of squared weights',
  silentSquared: 'Silent, squared',
  variance: 'Variance from silent suppliers',
  scatter: 'Variance squared / (answers - 1)',
  tooFew: 'Too few for an interval',
} as const;

const c = stratumColumn;
const zero = `${projectAnswer('nonResponse')}="${nonResponseWords.zero}"`;
const unweighted = `${settingAnswer('meanOfAnswers')}="${meanWords.unweighted}"`;

/** Every stratum with what its answers say about its silent suppliers: the rounds and the interval add it up. */
export function strataTableSpec(facts: ReportFacts): Pick<TableSpec, 'headings' | 'rows'> {
  const { tally, chain } = facts;
  const ofSuppliers = (heading: string) =>
    sumWhere(suppliersTable.whole(heading), suppliersTable.whole(supplierHelper.stratum), here(c.number));
  const ofAgencies = (heading: string) =>
    sumWhere(payrollTable.whole(heading), payrollTable.whole(payHelper.stratum), here(c.number));
  const followed = ({ local }: Stratum) => local || !chain;
  const ratio = (stratum: Stratum) => ratioOf(stratum, facts);
  const taken = (stratum: Stratum) => (followed(stratum) ? stratum.silent.spend * ratio(stratum) : 0);
  const weights = ({ answered }: Stratum) => weightsOf(answered, facts);

  const columns: FormulaColumn<Stratum>[] = [
    { heading: c.number, style: 'count', value: (stratum) => tally.strata.indexOf(stratum) + 1 },
    { heading: c.label, style: 'text', value: ({ label }) => `${label} suppliers` },
    { heading: c.local, style: 'text', value: ({ local }) => said(local) },
    {
      heading: c.followed,
      style: 'count',
      note: '1 if round 3 follows these suppliers: in the chain method local ones only.',
      formula: `IF(${here(c.local)}="Yes",1,1-Is_Chain)`,
      value: (stratum) => (followed(stratum) ? 1 : 0),
    },
    {
      heading: c.count,
      style: 'count',
      note: 'Suppliers that count, agencies among them.',
      formula: `COUNTIFS(${suppliersTable.whole(supplierHelper.stratum)},${here(c.number)},${suppliersTable.whole(supplierHelper.standing)},"${counts}")+COUNTIFS(${payrollTable.whole(payHelper.stratum)},${here(c.number)})`,
      value: ({ answered, silent }) => answered.count + silent.count,
    },
    {
      heading: c.answers,
      style: 'count',
      formula: ofSuppliers(supplierHelper.answers),
      value: ({ answered }) => answered.count,
    },
    { heading: c.answersThen, style: 'count', value: ({ answered }) => answered.count },
    {
      heading: c.answered,
      style: 'gbp',
      formula: ofSuppliers(supplierHelper.answered),
      value: ({ answered }) => answered.spend,
    },
    {
      heading: c.respent,
      style: 'gbp',
      note: 'Sum of answered spend x re-spend share.',
      formula: ofSuppliers(supplierHelper.respent),
      value: ({ answered }) => answered.respend,
    },
    {
      heading: c.silentCount,
      style: 'count',
      formula: `${here(c.count)}-${here(c.answers)}`,
      value: ({ silent }) => silent.count,
    },
    {
      heading: c.silent,
      style: 'gbp',
      note: 'Spend with suppliers that did not answer, agencies among them.',
      formula: `${ofSuppliers(supplierHelper.silent)}+${ofAgencies(payHelper.agency)}`,
      value: ({ silent }) => silent.spend,
    },
    {
      heading: c.spend,
      style: 'gbp',
      formula: `${here(c.answered)}+${here(c.silent)}`,
      value: ({ answered, silent }) => answered.spend + silent.spend,
    },
    {
      heading: c.spendThen,
      style: 'gbp',
      value: ({ answered, silent }) => answered.spend + silent.spend,
    },
    {
      heading: c.mean,
      style: 'share',
      note: 'Sum of the re-spend shares / number of answers.',
      formula: `IF(${here(c.answers)}=0,0,${ofSuppliers(supplierHelper.share)}/${here(c.answers)})`,
      value: ({ answered }) => answered.shareMean,
    },
    {
      heading: c.ratio,
      style: 'share',
      note: `Re-spent / received, of answers of this stratum; of all answers if it has fewer than ${fewestAnswersForRatio}. The Settings sheet may ask for the plain mean.`,
      formula: `IF(${zero},0,IF(${here(c.answers)}>=${fewestAnswersForRatio},IF(${unweighted},${here(c.mean)},${here(c.respent)}/${here(c.answered)}),Pooled_Ratio))`,
      value: ratio,
    },
    {
      heading: c.taken,
      style: 'gbp',
      formula: `${here(c.followed)}*${here(c.silent)}*${here(c.ratio)}`,
      value: taken,
    },
    {
      heading: c.round3,
      style: 'gbp',
      note: 'What answering suppliers re-spent + what is taken for silent ones.',
      formula: `${here(c.followed)}*${here(c.respent)}+${here(c.taken)}`,
      value: (stratum) => (followed(stratum) ? stratum.answered.respend : 0) + taken(stratum),
    },
    {
      heading: c.spread,
      style: 'number',
      note: 'Sum of squared differences from the plain mean / (answers - 1).',
      formula: `IF(${here(c.answers)}>1,${ofSuppliers(supplierHelper.difference)}/(${here(c.answers)}-1),0)`,
      value: ({ answered }) => answered.shareVariance,
    },
    {
      heading: c.weights,
      style: 'number',
      note: 'Sum of squared answered spends / squared sum of them; 1 / answers for the plain mean.',
      formula: `IF(${here(c.answered)}^2=0,0,IF(${unweighted},1/${here(c.answers)},${ofSuppliers(supplierHelper.answeredSquared)}/${here(c.answered)}^2))`,
      value: weights,
    },
    {
      heading: c.silentSquared,
      style: 'number',
      note: 'Sum of squared silent spends.',
      formula: `${ofSuppliers(supplierHelper.silentSquared)}+${ofAgencies(payHelper.agencySquared)}`,
      value: ({ silent }) => silent.spendSquares,
    },
    {
      heading: c.variance,
      style: 'number',
      note: 'Variance of answers x (squared silent spend x sum of squared weights + sum of squared silent spends).',
      formula: `IF(${here(c.silentCount)}=0,0,${here(c.followed)}*${here(c.spread)}*(${here(c.silent)}^2*${here(c.weights)}+${here(c.silentSquared)}))`,
      value: (stratum) => stratumVariance(stratum, facts),
    },
    {
      heading: c.scatter,
      style: 'number',
      note: 'For the degrees of freedom.',
      formula: `${here(c.variance)}^2/MAX(${here(c.answers)}-1,1)`,
      value: (stratum) => stratumVariance(stratum, facts) ** 2 / Math.max(stratum.answered.count - 1, 1),
    },
    {
      heading: c.tooFew,
      style: 'count',
      note: `1 if suppliers of this stratum are silent and fewer than ${fewestAnswersForInterval} answered.`,
      formula: `IF(AND(${here(c.followed)}=1,${here(c.silentCount)}>0,${here(c.answers)}<${fewestAnswersForInterval}),1,0)`,
      value: (stratum) =>
        followed(stratum) && stratum.silent.count > 0 && stratum.answered.count < fewestAnswersForInterval
          ? 1
          : 0,
    },
  ];
  return formulaColumns(columns, tally.strata);
}

/** The formula of the ratio that stands in where a stratum has too few answers. */
export const pooledRatioFormula = `IF(${sumWhere(whole(c.answers), whole(c.followed), 1)}=0,0,IF(${unweighted},SUMPRODUCT(${whole(c.followed)},${whole(c.answers)},${whole(c.mean)})/${sumWhere(whole(c.answers), whole(c.followed), 1)},${sumWhere(whole(c.respent), whole(c.followed), 1)}/${sumWhere(whole(c.answered), whole(c.followed), 1)}))`;

/** What all answers that may stand in re-spent of what they received, 0 to 1. */
export function pooledRatio({ tally, project, chain }: ReportFacts): number {
  const pool = tally.strata.filter(({ local }) => local || !chain).map(({ answered }) => answered);
  const total = (read: (answered: Stratum['answered']) => number) =>
    pool.reduce((sum, answered) => sum + read(answered), 0);
  const answers = total(({ count }) => count);
  if (answers === 0) return 0;
  return project.settings.meanOfAnswers === 'unweighted'
    ? total(({ count, shareMean }) => count * shareMean) / answers
    : total(({ respend }) => respend) / total(({ spend }) => spend);
}

/** What a stratum's silent suppliers are taken to re-spend of what they receive, 0 to 1. */
export function ratioOf({ answered }: Stratum, facts: ReportFacts): number {
  const { nonResponse, settings } = facts.project;
  if (nonResponse === 'zero') return 0;
  if (answered.count < fewestAnswersForRatio) return pooledRatio(facts);
  return settings.meanOfAnswers === 'unweighted' ? answered.shareMean : answered.respend / answered.spend;
}

/** Spends so small that their squares vanish have no weights: a cell must hold a number. */
function weightsOf(answered: Stratum['answered'], { project }: ReportFacts): number {
  return answered.count === 0 || answered.spend ** 2 === 0
    ? 0
    : squaredWeights(answered, project.settings.meanOfAnswers);
}

/** Variance that the silent suppliers of a stratum add to round 3, GBP squared. */
export function stratumVariance(stratum: Stratum, facts: ReportFacts): number {
  const { answered, silent, local } = stratum;
  if (silent.count === 0 || answered.count === 0 || (facts.chain && !local)) return 0;
  const weights = weightsOf(answered, facts);
  return answered.shareVariance * (silent.spend ** 2 * weights + silent.spendSquares);
}
