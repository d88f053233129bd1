import { intervalLevel } from '../../lm3/interval.ts';
import { ratingLimits } from '../../lm3/rating.ts';
import type { Lm3Result } from '../../lm3/result.ts';
import { formatRatio, formatShare } from '../../units/format.ts';
import { projectAnswer } from '../input-sheets.ts';
import { type CalculationLine, line } from './calculation-line.ts';

/** The results, and the parts of round 3 that the engine gives out as well. */
export function resultLines(result: Lm3Result): CalculationLine[] {
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
