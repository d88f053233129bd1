import { fewestAnswersForInterval, intervalLevel } from '../../lm3/interval.ts';
import { nonResponseWords } from '../../lm3/setting-words.ts';
import { studentTQuantile } from '../../lm3/student-t.ts';
import { formatShare } from '../../units/format.ts';
import { projectAnswer } from '../lm3-inputs/project-sheet.ts';
import { type CalculationLine, line } from './calculation-line.ts';
import type { ReportFacts } from './report-facts.ts';
import { staffColumn } from './staff-groups-table.ts';
import { stratumColumn, stratumVariance } from './strata-table.ts';
import { staffTable, strataTable, sumWhere } from './table-parts.ts';

/** From the variances to Student t. */
export function intervalLines(facts: ReportFacts): CalculationLine[] {
  const { project, third, tally } = facts;
  const silent = third.followed.map(({ stratum }) => stratum).filter((stratum) => stratum.silent.count > 0);
  const staff = third.staff.flatMap(({ spread }) => (spread ? [spread] : []));
  const thin = silent.filter((stratum) => stratum.answered.count < fewestAnswersForInterval);
  const allowed =
    thin.length === 0 &&
    (silent.length === 0 || project.nonResponse !== 'zero') &&
    staff.every(({ reach }) => reach !== undefined);
  const staffVariances = staff.map(({ shareVariance, reach = 0, answers }) => ({
    variance: shareVariance * reach,
    freedom: answers - 1,
  }));
  // The formulas go on below the five answers that an interval needs; so does what they are held against.
  const variances = [
    ...tally.strata.map((stratum) => ({
      variance: stratumVariance(stratum, facts),
      freedom: Math.max(stratum.answered.count - 1, 1),
    })),
    ...staffVariances,
  ];
  const variance = variances.reduce((total, part) => total + part.variance, 0);
  const scatter = variances.reduce((total, part) => total + part.variance ** 2 / part.freedom, 0);
  const freedom = scatter > 0 ? variance ** 2 / scatter : 0;
  const openStrata = sumWhere(
    strataTable.whole(stratumColumn.silentCount),
    strataTable.whole(stratumColumn.followed),
    1,
  );
  const staffNoPay = sumWhere(staffTable.whole(staffColumn.noPay), staffTable.whole(staffColumn.open), 1);
  return [
    line(
      'Silent_Followed',
      'Silent suppliers that count',
      openStrata,
      silent.reduce((total, stratum) => total + stratum.silent.count, 0),
      'count',
      'in the chain method local ones only',
    ),
    line(
      'Interval_Open',
      'What is left open',
      `Silent_Followed+SUM(${staffTable.whole(staffColumn.open)})`,
      silent.reduce((total, stratum) => total + stratum.silent.count, 0) + staff.length,
      'count',
      'silent suppliers that count + groups of staff whose survey stands for others',
    ),
    line(
      'Interval_Allowed',
      'Interval can be given',
      `IF(AND(OR(Silent_Followed=0,${projectAnswer('nonResponse')}<>"${nonResponseWords.zero}"),SUM(${strataTable.whole(stratumColumn.tooFew)})=0,${staffNoPay}=0),1,0)`,
      allowed ? 1 : 0,
      'count',
      `1 if each stratum with silent suppliers has ${fewestAnswersForInterval} answers or more, and pay of staff who answered is known`,
    ),
    line(
      'Interval_Variance',
      'Variance of round 3',
      `SUM(${strataTable.whole(stratumColumn.variance)})+SUM(${staffTable.whole(staffColumn.variance)})`,
      variance,
      'number',
      'sum over the strata and the groups of staff',
    ),
    line(
      'Interval_Scatter',
      'Sum of variance squared / (answers - 1)',
      `SUM(${strataTable.whole(stratumColumn.scatter)})+SUM(${staffTable.whole(staffColumn.scatter)})`,
      scatter,
      'number',
      'for the degrees of freedom',
    ),
    line(
      'Interval_Freedom',
      'Degrees of freedom',
      'IF(Interval_Scatter>0,Interval_Variance^2/Interval_Scatter,0)',
      freedom,
      'number',
      'Satterthwaite: variance squared / sum of (variance squared / (answers - 1))',
    ),
    line(
      'Interval_T',
      'Student t',
      `IF(Interval_Freedom>0,SQRT(Interval_Freedom*(1/BETAINV(${Number((1 - intervalLevel).toFixed(4))},Interval_Freedom/2,0.5)-1)),0)`,
      freedom > 0 ? studentTQuantile(1 - (1 - intervalLevel) / 2, freedom) : 0,
      'number',
      `t for a ${formatShare(intervalLevel)} interval, through the beta distribution because T.INV cuts degrees of freedom to whole numbers`,
    ),
  ];
}
