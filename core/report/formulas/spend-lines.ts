import type { Lm3Project } from '../../lm3/project.ts';
import type { Stratum, SupplierTally } from '../../lm3/strata.ts';
import { type CalculationLine, line } from './calculation-line.ts';
import { helper, type Kind, ofKind } from './supplier-columns.ts';

/** What was spent, by kind. */
export function spendLines(project: Lm3Project, tally: SupplierTally): CalculationLine[] {
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
