import { fewestAnswersForInterval, intervalLevel, predictionSpread } from '../lm3/interval.ts';
import type { Lm3Result } from '../lm3/lm3.ts';
import type { Lm3Project, Supplier } from '../lm3/project.ts';
import { ratingLimits } from '../lm3/rating.ts';
import { fewestAnswersForRatio } from '../lm3/respend.ts';
import type { Stratum, SupplierTally } from '../lm3/strata.ts';
import { methodWords, nonResponseWords } from '../lm3/workbook-layout.ts';
import { formatRatio, formatShare } from '../units/format.ts';
import { projectAnswer } from './input-sheets.ts';
import type { CellSpec, CellStyle, CellValue, TableSpec } from './workbook-spec.ts';

/** One line of the report: a named cell with its formula over the input tables. */
export interface CalculationLine {
  /** Defined name of the cell, used by the formulas of other lines. */
  readonly name: string;
  readonly label: string;
  readonly formula: string;
  /** What the formula comes to, computed by the engine. */
  readonly value: CellValue;
  readonly style: CellStyle;
  readonly words: string;
  /** Shown beside the engine's own figure, to see whether anything changed since. */
  readonly checked: boolean;
}

type Kind = 'Local' | 'NonLocal';

const column = (heading: string): string => `Suppliers[[${heading}]]`;
const here = (heading: string): string => `Suppliers[[#This Row],[${heading}]]`;
const ofKind = (heading: string, kind: Kind): string =>
  `SUMIFS(${column(heading)},${column('Local')},"${kind === 'Local' ? 'Yes' : 'No'}")`;

const helper = {
  counted: 'Counted (£)',
  answers: 'Counts as answer',
  answered: 'Answered (£)',
  silent: 'Silent (£)',
  respent: 'Re-spent by answers (£)',
  answeredSquared: 'Answered, squared',
  silentSquared: 'Silent, squared',
  difference: 'Squared difference from mean',
} as const;

/** Columns beside the suppliers that the report's formulas add up. */
export function supplierHelpers(
  { suppliers }: Lm3Project,
  tally: SupplierTally,
): Pick<TableSpec, 'headings' | 'rows'> {
  const means = { Local: shareMean(suppliers, true), NonLocal: shareMean(suppliers, false) };
  const rows = suppliers.map((supplier): CellSpec[] => {
    const counted = Math.max(supplier.spend, 0);
    const isAnswer = supplier.respendShare !== null && counted > 0;
    const answered = isAnswer ? counted : 0;
    const mean = means[supplier.local ? 'Local' : 'NonLocal'];
    const share = supplier.respendShare ?? 0;
    return [
      { value: counted, formula: `MAX(${here('Spend (£)')},0)`, style: 'gbp' },
      {
        value: isAnswer ? 1 : 0,
        formula: `IF(AND(ISNUMBER(${here('Re-spend share')}),${here(helper.counted)}>0),1,0)`,
        style: 'count',
      },
      { value: answered, formula: `${here(helper.counted)}*${here(helper.answers)}`, style: 'gbp' },
      {
        value: counted - answered,
        formula: `${here(helper.counted)}-${here(helper.answered)}`,
        style: 'gbp',
      },
      {
        value: answered * share,
        formula: `IF(${here(helper.answers)}=1,${here(helper.answered)}*${here('Re-spend share')},0)`,
        style: 'gbp',
      },
      { value: answered ** 2, formula: `${here(helper.answered)}^2`, style: 'number' },
      { value: (counted - answered) ** 2, formula: `${here(helper.silent)}^2`, style: 'number' },
      {
        value: isAnswer ? (share - mean) ** 2 : 0,
        formula: `IF(${here(helper.answers)}=1,(${here('Re-spend share')}-IF(${here('Local')}="Yes",Local_Mean,NonLocal_Mean))^2,0)`,
        style: 'number',
      },
    ];
  });
  const excluded = tally.credits.length > 0 ? ' Net credits count as nothing.' : '';
  return {
    headings: [
      { text: helper.counted, note: `Spend that counts.${excluded}` },
      { text: helper.answers, note: '1 if the supplier answered and has spend.' },
      { text: helper.answered },
      { text: helper.silent },
      { text: helper.respent, note: 'Answered spend x re-spend share.' },
      { text: helper.answeredSquared, note: 'For the interval.' },
      { text: helper.silentSquared, note: 'For the interval.' },
      { text: helper.difference, note: 'From the plain mean of answers of the same kind, for the interval.' },
    ],
    rows,
  };
}

function shareMean(suppliers: readonly Supplier[], local: boolean): number {
  const shares = suppliers
    .filter((supplier) => supplier.local === local && supplier.spend > 0 && supplier.respendShare !== null)
    .map((supplier) => supplier.respendShare ?? 0);
  return shares.length === 0 ? 0 : shares.reduce((total, share) => total + share, 0) / shares.length;
}

/** The lines of the report, results first in meaning, last in order: each uses only lines of this list. */
export function calculationLines(
  project: Lm3Project,
  result: Lm3Result,
  tally: SupplierTally,
): CalculationLine[] {
  const chain = project.method === 'chain' ? 1 : 0;
  return [
    ...resultLines(result),
    line(
      'Is_Chain',
      'Chain method',
      `IF(${projectAnswer('method')}="${methodWords.chain}",1,0)`,
      chain,
      'count',
      '1 if the chain method is chosen on the Project sheet',
    ),
    ...spendLines(project, tally),
    ...stratumLines('Local', project, tally),
    ...stratumLines('NonLocal', project, tally),
    ...intervalLines(project, tally),
  ];
}

function line(
  name: string,
  label: string,
  formula: string,
  value: CellValue,
  style: CellStyle,
  words: string,
  checked = false,
): CalculationLine {
  return { name, label, formula, value, style, words, checked };
}

function resultLines(result: Lm3Result): CalculationLine[] {
  const { round1, round2, round3, total, lm3, lm2, responseRate, bounds, interval, rating } = result;
  const { round2Parts, round3Parts } = result;
  const income = projectAnswer('income');
  const end = (which: 'low' | 'high') => {
    const [pick, sign, bound] = which === 'low' ? ['MAX', '-', 'Bounds_Low'] : ['MIN', '+', 'Bounds_High'];
    return `IF(Silent_Counted=0,LM3_Result,IF(Interval_Allowed=1,${pick}(LM3_Result${sign}Interval_T*SQRT(Interval_Variance)/LM3_Round1,${bound}),"none"))`;
  };
  const percent = formatShare(intervalLevel);
  return [
    line(
      'LM3_Result',
      'LM3',
      'LM3_Total/LM3_Round1',
      lm3,
      'ratio',
      '(round 1 + round 2 + round 3) / round 1',
      true,
    ),
    line(
      'LM2_Result',
      'LM2',
      '(LM3_Round1+LM3_Round2)/LM3_Round1',
      lm2,
      'ratio',
      '(round 1 + round 2) / round 1',
      true,
    ),
    line(
      'LM3_Round1',
      'Round 1',
      `IF(ISNUMBER(${income}),${income},Local_Pay+NonLocal_Pay+Local_Other+NonLocal_Other+Local_Spend+NonLocal_Spend)`,
      round1,
      'gbp',
      'income if one is entered, otherwise payroll + other direct costs + spend with suppliers',
      true,
    ),
    line(
      'LM3_Round2',
      'Round 2',
      'Local_Pay+Local_Spend+Local_Other',
      round2,
      'gbp',
      'pay to local staff + spend with local suppliers + other direct costs marked local',
      true,
    ),
    line(
      'LM3_Round3',
      'Round 3',
      'Round3_LocalStaff+Round3_NonLocalStaff+Round3_LocalSuppliers+Round3_NonLocalSuppliers',
      round3,
      'gbp',
      'what staff and suppliers re-spent in the area',
      true,
    ),
    line(
      'LM3_Total',
      'Total',
      'LM3_Round1+LM3_Round2+LM3_Round3',
      total,
      'gbp',
      'round 1 + round 2 + round 3',
      true,
    ),
    line(
      'Response_Rate',
      'Supplier value that answered',
      'IF(Local_Spend+NonLocal_Spend=0,1,(Local_Answered+NonLocal_Answered)/(Local_Spend+NonLocal_Spend))',
      responseRate,
      'share',
      'spend with suppliers that answered / spend with all suppliers',
      true,
    ),
    line(
      'Interval_Low',
      `${percent} interval, low end`,
      end('low'),
      interval?.low ?? 'none',
      'ratio',
      'LM3 less t x standard error / round 1, but not below the lower bound',
      true,
    ),
    line(
      'Interval_High',
      `${percent} interval, high end`,
      end('high'),
      interval?.high ?? 'none',
      'ratio',
      'LM3 plus t x standard error / round 1, but not above the upper bound',
      true,
    ),
    line(
      'Bounds_Low',
      'Lower bound',
      '(LM3_Round1+LM3_Round2+Round3_Certain)/LM3_Round1',
      bounds.low,
      'ratio',
      'silent suppliers re-spend nothing in the area',
      true,
    ),
    line(
      'Bounds_High',
      'Upper bound',
      '(LM3_Round1+LM3_Round2+Round3_Certain+Silent_Counted)/LM3_Round1',
      bounds.high,
      'ratio',
      'silent suppliers re-spend everything in the area',
      true,
    ),
    line(
      'Rating',
      'Confidence rating',
      `IF(Response_Rate<${ratingLimits.responseRate},"red",IF(AND(ISNUMBER(Interval_Low),Bounds_High-Bounds_Low<=${ratingLimits.boundsWidth}),"green","amber"))`,
      rating,
      'text',
      `green: ${formatShare(ratingLimits.responseRate)} of value answered, an interval, and bounds no more than ${formatRatio(ratingLimits.boundsWidth)} apart; amber: half answered; red: less`,
      true,
    ),
    line(
      'Round3_LocalStaff',
      'Round 3, local staff',
      `Local_Pay*${projectAnswer('localStaff')}`,
      round3Parts.localStaff,
      'gbp',
      'pay x share that local staff re-spend in the area',
    ),
    line(
      'Round3_NonLocalStaff',
      'Round 3, non-local staff',
      `(1-Is_Chain)*NonLocal_Pay*${projectAnswer('nonLocalStaff')}`,
      round3Parts.nonLocalStaff,
      'gbp',
      'pay x share that non-local staff re-spend in the area; nothing in the chain method',
    ),
    line(
      'Round3_LocalSuppliers',
      'Round 3, local suppliers',
      'Local_Respent+Local_Silent*Local_Ratio',
      round3Parts.localSuppliers,
      'gbp',
      'answers + silent spend x ratio',
    ),
    line(
      'Round3_NonLocalSuppliers',
      'Round 3, non-local suppliers',
      '(1-Is_Chain)*(NonLocal_Respent+NonLocal_Silent*NonLocal_Ratio)',
      round3Parts.nonLocalSuppliers,
      'gbp',
      'answers + silent spend x ratio; nothing in the chain method',
    ),
    line(
      'Round3_Certain',
      'Round 3 without silent suppliers',
      'Round3_LocalStaff+Round3_NonLocalStaff+Local_Respent+(1-Is_Chain)*NonLocal_Respent',
      bounds.low * round1 - round1 - round2,
      'gbp',
      'staff + suppliers that answered',
    ),
    line(
      'Silent_Counted',
      'Silent spend that counts',
      'Local_Silent+(1-Is_Chain)*NonLocal_Silent',
      (bounds.high - bounds.low) * round1,
      'gbp',
      'spend with silent suppliers; in the chain method with local ones only',
    ),
    line(
      'Local_Other',
      'Other direct costs marked local',
      'SUMIFS(OtherDirectCosts[[Amount (£)]],OtherDirectCosts[[Local]],"Yes")',
      round2Parts.localOtherCosts,
      'gbp',
      'sum of the amounts with Yes',
    ),
  ];
}

function spendLines(project: Lm3Project, tally: SupplierTally): CalculationLine[] {
  const pay = (kind: Kind) =>
    `SUMIFS(Payroll[[Pay (£)]],Payroll[[Live in the area]],"${kind === 'Local' ? 'Yes' : 'No'}")`;
  const other = project.otherDirectCosts
    .filter((cost) => !cost.local)
    .reduce((total, cost) => total + cost.amount, 0);
  return [
    line(
      'Local_Pay',
      'Pay to local staff',
      pay('Local'),
      project.payroll.local,
      'gbp',
      'sum of the pay with Yes',
    ),
    line(
      'NonLocal_Pay',
      'Pay to non-local staff',
      pay('NonLocal'),
      project.payroll.nonLocal,
      'gbp',
      'sum of the pay with No',
    ),
    line(
      'NonLocal_Other',
      'Other direct costs not marked local',
      'SUM(OtherDirectCosts[[Amount (£)]])-Local_Other',
      other,
      'gbp',
      'all other direct costs less those marked local',
    ),
    line(
      'Local_Spend',
      'Spend with local suppliers',
      ofKind(helper.counted, 'Local'),
      spendOf(tally.local),
      'gbp',
      'sum of counted spend with Yes',
    ),
    line(
      'NonLocal_Spend',
      'Spend with non-local suppliers',
      ofKind(helper.counted, 'NonLocal'),
      spendOf(tally.nonLocal),
      'gbp',
      'sum of counted spend with No',
    ),
  ];
}

const spendOf = ({ answered, silent }: Stratum): number => answered.spend + silent.spend;

function stratumLines(kind: Kind, project: Lm3Project, tally: SupplierTally): CalculationLine[] {
  const stratum = kind === 'Local' ? tally.local : tally.nonLocal;
  const words = kind === 'Local' ? 'local' : 'non-local';
  const { answered, silent } = stratum;
  const nothing = `${projectAnswer('nonResponse')}="${nonResponseWords.zero}"`;
  // The chain method follows local suppliers only, so only their answers may stand in.
  const pooled =
    '(Local_Respent+(1-Is_Chain)*NonLocal_Respent)/(Local_Answered+(1-Is_Chain)*NonLocal_Answered)';
  const ratio = `IF(${nothing},0,IF(${kind}_Answers>=${fewestAnswersForRatio},${kind}_Respent/${kind}_Answered,IF(Local_Answers+(1-Is_Chain)*NonLocal_Answers>0,${pooled},0)))`;
  return [
    line(
      `${kind}_Answers`,
      `Answers, ${words}`,
      ofKind(helper.answers, kind),
      answered.count,
      'count',
      'number of suppliers that answered',
    ),
    line(
      `${kind}_Answered`,
      `Answered spend, ${words}`,
      ofKind(helper.answered, kind),
      answered.spend,
      'gbp',
      'spend with suppliers that answered',
    ),
    line(
      `${kind}_Respent`,
      `Re-spent by answers, ${words}`,
      ofKind(helper.respent, kind),
      answered.respend,
      'gbp',
      'sum of answered spend x re-spend share',
    ),
    line(
      `${kind}_Silent`,
      `Silent spend, ${words}`,
      ofKind(helper.silent, kind),
      silent.spend,
      'gbp',
      'spend with suppliers that did not answer',
    ),
    line(
      `${kind}_Ratio`,
      `Ratio for silent suppliers, ${words}`,
      ratio,
      ratioOf(stratum, project, tally),
      'share',
      `re-spent / received, of answers of this kind; of all answers if fewer than ${fewestAnswersForRatio}`,
    ),
    line(
      `${kind}_Mean`,
      `Plain mean of answers, ${words}`,
      `IF(${kind}_Answers=0,0,SUMIFS(${column('Re-spend share')},${column('Local')},"${kind === 'Local' ? 'Yes' : 'No'}",${column(helper.answers)},1)/${kind}_Answers)`,
      shareMean(project.suppliers, stratum.local),
      'share',
      'sum of the re-spend shares / number of answers',
    ),
    line(
      `${kind}_Spread`,
      `Variance of answers, ${words}`,
      `IF(${kind}_Answers>1,${ofKind(helper.difference, kind)}/(${kind}_Answers-1),0)`,
      answered.shareVariance,
      'number',
      'sum of squared differences / (answers - 1)',
    ),
    line(
      `${kind}_Variance`,
      `Variance from silent suppliers, ${words}`,
      `IF(OR(${kind}_Silent=0,${kind}_Answered=0),0,${kind}_Spread*(${kind}_Silent^2*${ofKind(helper.answeredSquared, kind)}/${kind}_Answered^2+${ofKind(helper.silentSquared, kind)}))`,
      varianceOf(stratum),
      'number',
      'variance of answers x (silent spend squared x sum of squared weights + sum of squared silent spends)',
    ),
  ];
}

function ratioOf(stratum: Stratum, project: Lm3Project, tally: SupplierTally): number {
  if (project.nonResponse === 'zero') return 0;
  const { answered } = stratum;
  if (answered.count >= fewestAnswersForRatio) return answered.respend / answered.spend;
  const pool = project.method === 'chain' ? [tally.local] : [tally.local, tally.nonLocal];
  const spend = pool.reduce((total, other) => total + other.answered.spend, 0);
  return spend === 0 ? 0 : pool.reduce((total, other) => total + other.answered.respend, 0) / spend;
}

function varianceOf({ answered, silent }: Stratum): number {
  if (silent.spend === 0 || answered.spend === 0) return 0;
  return (
    answered.shareVariance *
    ((silent.spend ** 2 * answered.spendSquares) / answered.spend ** 2 + silent.spendSquares)
  );
}

function intervalLines(project: Lm3Project, tally: SupplierTally): CalculationLine[] {
  const followed = project.method === 'chain' ? [tally.local] : [tally.local, tally.nonLocal];
  const silent = followed.filter((stratum) => stratum.silent.count > 0);
  const allowed =
    project.nonResponse !== 'zero' &&
    silent.every((stratum) => stratum.answered.count >= fewestAnswersForInterval);
  const spread =
    silent.length > 0 && silent.every((stratum) => stratum.answered.count > 1)
      ? predictionSpread(silent)
      : undefined;
  const variance = followed.reduce((total, stratum) => total + varianceOf(stratum), 0);
  const freedom = spread && Number.isFinite(spread.degreesOfFreedom) ? spread.degreesOfFreedom : 0;
  const enough = (kind: Kind) => `${kind}_Silent=0,${kind}_Answers>=${fewestAnswersForInterval}`;
  return [
    line(
      'Interval_Allowed',
      'Interval can be given',
      `IF(AND(${projectAnswer('nonResponse')}<>"${nonResponseWords.zero}",OR(${enough('Local')}),OR(Is_Chain=1,${enough('NonLocal')})),1,0)`,
      allowed ? 1 : 0,
      'count',
      `1 if each kind with silent suppliers has ${fewestAnswersForInterval} answers or more`,
    ),
    line(
      'Interval_Variance',
      'Variance of round 3',
      'Local_Variance+(1-Is_Chain)*NonLocal_Variance',
      variance,
      'number',
      'sum over the kinds of supplier that count',
    ),
    line(
      'Interval_Freedom',
      'Degrees of freedom',
      'IF(Interval_Variance>0,Interval_Variance^2/(Local_Variance^2/MAX(Local_Answers-1,1)+(1-Is_Chain)*NonLocal_Variance^2/MAX(NonLocal_Answers-1,1)),0)',
      freedom,
      'number',
      'Satterthwaite: variance squared / sum of (variance squared / (answers - 1))',
    ),
    line(
      'Interval_T',
      'Student t',
      `IF(Interval_Freedom>0,SQRT(Interval_Freedom*(1/BETAINV(${Number((1 - intervalLevel).toFixed(4))},Interval_Freedom/2,0.5)-1)),0)`,
      spread?.t ?? 0,
      'number',
      `t for a ${formatShare(intervalLevel)} interval, through the beta distribution because T.INV cuts degrees of freedom to whole numbers`,
    ),
  ];
}
