import { fewestAnswersForInterval, intervalLevel, predictionSpread } from '../../lm3/interval.ts';
import type { Lm3Project } from '../../lm3/project.ts';
import { nonResponseWords } from '../../lm3/setting-words.ts';
import type { SupplierTally } from '../../lm3/strata.ts';
import { formatShare } from '../../units/format.ts';
import { projectAnswer } from '../input-sheets.ts';
import { type CalculationLine, line } from './calculation-line.ts';
import { varianceOf } from './stratum-lines.ts';
import type { Kind } from './supplier-columns.ts';

/** From the variances to Student t. */
export function intervalLines(project: Lm3Project, tally: SupplierTally): CalculationLine[] {
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
