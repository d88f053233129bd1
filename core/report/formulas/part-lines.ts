import { payOnRecord } from '../../lm3/pay.ts';
import { methodWords, payKindWords, taxModeWords } from '../../lm3/setting-words.ts';
import { projectAnswer } from '../lm3-inputs/project-sheet.ts';
import { settingAnswer } from '../lm3-inputs/settings-sheet.ts';
import { type CalculationLine, line } from './calculation-line.ts';
import { payHelper } from './payroll-columns.ts';
import type { ReportFacts } from './report-facts.ts';
import { payIsNetFormula, staffColumn } from './staff-groups-table.ts';
import { pooledRatio, pooledRatioFormula, stratumColumn } from './strata-table.ts';
import { otherCostsTable, payrollTable, staffTable, strataTable, sumWhere } from './table-parts.ts';

/** What was spent, by kind, and the choices that the formulas ask about. */
export function partLines(facts: ReportFacts): CalculationLine[] {
  const { project, parts, tally, chain } = facts;
  const employer = (kind: 'employerPension' | 'employerNationalInsurance') =>
    sumWhere(
      payrollTable.whole('Pay (£)'),
      payrollTable.whole(payHelper.countsAs),
      `"${payKindWords[kind]}"`,
    );
  const spendOf = (local: boolean) => strataSum(stratumColumn.spend, local);
  const spend = ({ answered, silent }: typeof tally.local) => answered.spend + silent.spend;
  return [
    line(
      'Is_Chain',
      'Chain method',
      `IF(${projectAnswer('method')}="${methodWords.chain}",1,0)`,
      chain ? 1 : 0,
      'count',
      '1 if the chain method is chosen on the Project sheet',
    ),
    line(
      'Pay_Is_Net',
      'Pay was entered after tax',
      payIsNetFormula,
      payOnRecord(project.payroll, project.settings.taxMode) === 'net' ? 1 : 0,
      'count',
      '1 if the Settings sheet says so, or if it says nothing and tax is left out of all rounds',
    ),
    line(
      'Local_Pay',
      'Pay to local staff',
      staffTable.at(staffColumn.counted, 1),
      parts.localStaff.value,
      'gbp',
      'from the table of staff groups',
    ),
    line(
      'NonLocal_Pay',
      'Pay to non-local staff',
      staffTable.at(staffColumn.counted, 2),
      parts.nonLocalStaff.value,
      'gbp',
      'from the table of staff groups',
    ),
    line(
      'Employer_Costs',
      'Employer’s pension and National Insurance',
      `${employer('employerPension')}+IF(${settingAnswer('taxMode')}="${taxModeWords.leftOut}",0,${employer('employerNationalInsurance')})`,
      parts.employerCosts?.value ?? 0,
      'gbp',
      'in round 1 and never local; National Insurance is left out where tax is',
    ),
    line(
      'Local_Spend',
      'Spend with local suppliers',
      spendOf(true),
      spend(tally.local),
      'gbp',
      'sum over the strata of local suppliers, agencies among them',
    ),
    line(
      'NonLocal_Spend',
      'Spend with non-local suppliers',
      spendOf(false),
      spend(tally.nonLocal),
      'gbp',
      'sum over the strata of other suppliers, agencies among them',
    ),
    line(
      'Local_Other',
      'Other direct costs marked local',
      `SUMIFS(${otherCostsTable.whole('Amount (£)')},${otherCostsTable.whole('Local')},"Yes")`,
      parts.localOtherCosts.value,
      'gbp',
      'sum of the amounts with Yes',
    ),
    line(
      'NonLocal_Other',
      'Other direct costs not marked local',
      `SUM(${otherCostsTable.whole('Amount (£)')})-Local_Other`,
      parts.nonLocalOtherCosts.value,
      'gbp',
      'all other direct costs less those marked local',
    ),
    line(
      'Pooled_Ratio',
      'Ratio of all answers',
      pooledRatioFormula,
      pooledRatio(facts),
      'share',
      'stands in for strata with too few answers of their own',
    ),
    line(
      'Silent_Taken',
      'Taken for silent suppliers',
      `SUM(${strataTable.whole(stratumColumn.taken)})`,
      silentTaken(facts),
      'gbp',
      'sum over the strata that round 3 follows',
    ),
  ];
}

/** What round 3 takes for silent suppliers, GBP. */
export const silentTaken = ({ third }: ReportFacts): number =>
  third.followed.reduce((total, { respend }) => total + respend.all.value - respend.answered.value, 0);

/** A column of the strata, added up over the local or the other ones. */
export const strataSum = (heading: string, local: boolean): string =>
  sumWhere(strataTable.whole(heading), strataTable.whole(stratumColumn.local), local ? '"Yes"' : '"No"');
