import { intervalLevel } from '../../lm3/interval.ts';
import { ratingLimits } from '../../lm3/rating.ts';
import { formatRatio, formatShare } from '../../units/format.ts';
import { projectAnswer } from '../lm3-inputs/project-sheet.ts';
import { type CalculationLine, checked } from './calculation-line.ts';
import { strataSum } from './part-lines.ts';
import type { ReportFacts } from './report-facts.ts';
import { staffColumn } from './staff-groups-table.ts';
import { stratumColumn } from './strata-table.ts';
import { staffTable, strataTable, sumWhere } from './table-parts.ts';

/** How a result that does not exist is shown. */
export const none = 'none';

const followedSum = (heading: string): string =>
  sumWhere(strataTable.whole(heading), strataTable.whole(stratumColumn.followed), 1);

/** LM3 and the rounds it is made of. */
export function roundLines({ result }: ReportFacts): CalculationLine[] {
  const { round1, round2, round3, total, lm3, lm2, additional, responseRate } = result;
  const { round3Parts } = result;
  const income = projectAnswer('income');
  const staff = (row: 1 | 2) => staffTable.at(staffColumn.round3, row);
  return [
    checked(
      'LM3_Result',
      'LM3',
      'LM3_Total/LM3_Round1',
      lm3,
      'result',
      '(round 1 + round 2 + round 3) / round 1',
    ),
    checked(
      'LM2_Result',
      'LM2',
      '(LM3_Round1+LM3_Round2)/LM3_Round1',
      lm2,
      'result',
      '(round 1 + round 2) / round 1',
    ),
    checked(
      'LM3_Additional',
      'Additional',
      'LM3_Result-1',
      additional,
      'ratio',
      'LM3 - 1: what a pound brings on top of itself',
    ),
    checked(
      'LM3_Round1',
      'Round 1',
      `IF(ISNUMBER(${income}),${income},Local_Pay+NonLocal_Pay+Employer_Costs+Local_Other+NonLocal_Other+Local_Spend+NonLocal_Spend)`,
      round1,
      'gbp',
      'income if one is entered, otherwise payroll + other direct costs + spend with suppliers',
    ),
    checked(
      'LM3_Round2',
      'Round 2',
      'Local_Pay+Local_Spend+Local_Other',
      round2,
      'gbp',
      'pay to local staff + spend with local suppliers + other direct costs marked local',
    ),
    checked(
      'LM3_Round3',
      'Round 3',
      'Round3_LocalStaff+Round3_NonLocalStaff+Round3_LocalSuppliers+Round3_NonLocalSuppliers',
      round3,
      'gbp',
      'what staff and suppliers re-spent in the area',
    ),
    checked(
      'LM3_Total',
      'Total',
      'LM3_Round1+LM3_Round2+LM3_Round3',
      total,
      'gbp',
      'round 1 + round 2 + round 3',
    ),
    checked(
      'Round3_LocalStaff',
      'Round 3, local staff',
      staff(1),
      round3Parts.localStaff,
      'gbp',
      'from the table of staff groups',
    ),
    checked(
      'Round3_NonLocalStaff',
      'Round 3, non-local staff',
      staff(2),
      round3Parts.nonLocalStaff,
      'gbp',
      'from the table of staff groups; nothing in the chain method',
    ),
    checked(
      'Round3_LocalSuppliers',
      'Round 3, local suppliers',
      strataSum(stratumColumn.round3, true),
      round3Parts.localSuppliers,
      'gbp',
      'sum over the strata of local suppliers',
    ),
    checked(
      'Round3_NonLocalSuppliers',
      'Round 3, non-local suppliers',
      strataSum(stratumColumn.round3, false),
      round3Parts.nonLocalSuppliers,
      'gbp',
      'sum over the strata of other suppliers; nothing in the chain method',
    ),
    checked(
      'Response_Rate',
      'Supplier value that answered',
      `IF(Local_Spend+NonLocal_Spend=0,1,SUM(${strataTable.whole(stratumColumn.answered)})/(Local_Spend+NonLocal_Spend))`,
      responseRate,
      'share',
      'spend with suppliers that answered / spend with all suppliers',
    ),
  ];
}

/** How sure LM3 is: interval, bounds and rating. */
export function rangeLines({ result }: ReportFacts): CalculationLine[] {
  const { bounds, interval, halfWidth, rating } = result;
  const end = (which: 'low' | 'high') => {
    const [pick, sign, bound] = which === 'low' ? ['MAX', '-', 'Bounds_Low'] : ['MIN', '+', 'Bounds_High'];
    return `IF(Interval_Open=0,LM3_Result,IF(Interval_Allowed=1,${pick}(LM3_Result${sign}Interval_HalfWidth,${bound}),"${none}"))`;
  };
  const bound = (staffHeading: string, silent: string) =>
    `(LM3_Round1+LM3_Round2+SUM(${staffTable.whole(staffHeading)})+${followedSum(stratumColumn.respent)}${silent})/LM3_Round1`;
  const percent = formatShare(intervalLevel);
  return [
    checked(
      'Interval_Low',
      `${percent} interval, low end`,
      end('low'),
      interval?.low ?? none,
      'ratio',
      'LM3 less the half-width, but not below the lower bound',
    ),
    checked(
      'Interval_High',
      `${percent} interval, high end`,
      end('high'),
      interval?.high ?? none,
      'ratio',
      'LM3 plus the half-width, but not above the upper bound',
    ),
    checked(
      'Interval_HalfWidth',
      'Half-width of the interval',
      `IF(OR(Interval_Open=0,Interval_Allowed=0),"${none}",Interval_T*SQRT(Interval_Variance)/LM3_Round1)`,
      halfWidth ?? none,
      'number',
      'Student t x standard error / round 1, before it is cut at the bounds',
    ),
    checked(
      'Bounds_Low',
      'Lower bound',
      bound(staffColumn.least, ''),
      bounds.low,
      'ratio',
      'silent suppliers, and staff whom a survey did not reach, re-spend nothing in the area',
    ),
    checked(
      'Bounds_High',
      'Upper bound',
      bound(staffColumn.most, `+${followedSum(stratumColumn.silent)}`),
      bounds.high,
      'ratio',
      'silent suppliers, and staff whom a survey did not reach, re-spend everything in the area',
    ),
    checked(
      'Bounds_Width',
      'Width of the bounds',
      'Bounds_High-Bounds_Low',
      bounds.high - bounds.low,
      'number',
      'upper bound - lower bound',
    ),
    checked(
      'Rating',
      'Confidence rating',
      `IF(Response_Rate<${ratingLimits.responseRate},"red",IF(AND(ISNUMBER(Interval_Low),Bounds_Width<=${ratingLimits.boundsWidth}),"green","amber"))`,
      rating,
      'text',
      `green: ${formatShare(ratingLimits.responseRate)} of value answered, an interval, and bounds no more than ${formatRatio(ratingLimits.boundsWidth)} apart; amber: half answered; red: less`,
    ),
  ];
}
