import { formatGbp } from '../../units/format.ts';
import { type CalculationLine, checked } from './calculation-line.ts';
import { silentTaken } from './part-lines.ts';
import { payHelper } from './payroll-columns.ts';
import type { ReportFacts } from './report-facts.ts';
import { none } from './result-lines.ts';
import { staffColumn } from './staff-groups-table.ts';
import { stratumColumn } from './strata-table.ts';
import { supplierHelper } from './supplier-columns.ts';
import { payrollTable, staffTable, strataTable, sumWhere, suppliersTable } from './table-parts.ts';

/** What the result rests on: how much answered, how much is estimated, what is still silent. */
export function qualityLines(facts: ReportFacts): CalculationLine[] {
  const { answers, responseRate, largestSilent, halfWidth, bounds, round1, round3, issues } = facts.result;
  const silentSpends = [
    suppliersTable.whole(supplierHelper.silentFollowed),
    payrollTable.whole(payHelper.agencyFollowed),
  ];
  return [
    checked(
      'Quality_Suppliers',
      'Suppliers that count',
      `SUM(${strataTable.whole(stratumColumn.count)})`,
      answers.of,
      'count',
      'those with spend above nothing that are not left out, agencies among them',
    ),
    checked(
      'Quality_Answers',
      'Suppliers that answered',
      `SUM(${strataTable.whole(stratumColumn.answers)})`,
      answers.count,
      'count',
      'those with a re-spend share',
    ),
    checked(
      'Quality_Value',
      'Supplier value that answered',
      'Response_Rate',
      responseRate,
      'share',
      'LM3 Online reports a score from 50% on',
    ),
    checked(
      'Largest_Silent',
      'Largest silent supplier',
      `MAX(${silentSpends.join(',')},0)`,
      largestSilent?.spend ?? 0,
      'gbp',
      largestSilent
        ? `${largestSilent.name}, ${largestSilent.local ? 'local' : 'not local'}, ${formatGbp(largestSilent.spend)} when this report was made`
        : 'none: every supplier that counts has answered',
    ),
    checked(
      'Largest_Silent_Share',
      'The same as a share of round 1',
      'Largest_Silent/LM3_Round1',
      (largestSilent?.spend ?? 0) / round1,
      'share',
      'by so much its answer alone may move LM3',
    ),
    checked(
      'Quality_HalfWidth',
      'Half-width of the interval',
      'Interval_HalfWidth',
      halfWidth ?? none,
      'number',
      'in LM3, before it is cut at the bounds',
    ),
    checked(
      'Quality_Width',
      'Width of the bounds',
      'Bounds_Width',
      bounds.high - bounds.low,
      'number',
      'in LM3; green needs 0.25 or less',
    ),
    checked(
      'Estimated_Share',
      'Share of round 3 that is estimated',
      `IF(LM3_Round3=0,0,(Silent_Taken+SUMPRODUCT(${staffTable.whole(staffColumn.proxy)},${staffTable.whole(staffColumn.proxied)})+${sumWhere(staffTable.whole(staffColumn.round3), staffTable.whole(staffColumn.open), 1)})/LM3_Round3)`,
      round3 === 0 ? 0 : estimated(facts) / round3,
      'share',
      'silent suppliers, standard shares of staff, and staff whom answers of others stand for',
    ),
    {
      name: 'Quality_Warnings',
      label: 'Lines with warnings',
      value: issues.filter(({ severity }) => severity === 'warning').length,
      style: 'count',
      words: issues.length === 0 ? 'nothing was found to warn about' : 'they stand on the sheet Problems',
      checked: false,
    },
  ];
}

/** GBP of round 3 that no answer of a supplier or member of staff stands behind. */
function estimated(facts: ReportFacts): number {
  const staff = facts.third.staff.reduce(
    (total, { proxied, spread, respend }) =>
      total + (proxied ? proxied.share * proxied.pay : 0) + (spread ? respend.value : 0),
    0,
  );
  return silentTaken(facts) + staff;
}
