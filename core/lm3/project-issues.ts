import { supplierKey } from '../ledger/supplier-key.ts';
import { formatCount, formatGbp } from '../units/format.ts';
import type { Issue } from '../workbook/issue.ts';
import { jsonPlace } from '../workbook/json-issue.ts';
import { comparable } from '../workbook/read-table.ts';
import { groupPay, payOnRecord } from './pay.ts';
import type { Lm3Project } from './project.ts';
import { fewestAnswersForStaffMean, shareOfAnswer } from './staff-survey.ts';

const halfPenny = 0.005;

/** What is wrong between the fields of a project, each of which is right by itself. */
export function projectIssues(project: Lm3Project): Issue[] {
  return [
    ...taxIssues(project),
    ...staffSurveyIssues(project),
    ...areaIssues(project),
    ...repeatedSuppliers(project),
  ];
}

const error = (
  path: readonly PropertyKey[],
  found: string,
  expected: string,
  mend: string,
  severity: Issue['severity'] = 'error',
): Issue => ({ severity, where: jsonPlace(path), found, expected, mend });

function taxIssues({ payroll, settings }: Lm3Project): Issue[] {
  if (payroll.local + payroll.nonLocal === 0) return [];
  const entered = payOnRecord(payroll, settings.taxMode);
  const needed = settings.taxMode !== (entered === 'net' ? 'leftOut' : 'leakage');
  if (needed && !payroll.tax) {
    return [
      error(
        ['payroll', 'tax'],
        'nothing',
        `the tax and National Insurance of both groups, because pay was entered ${entered === 'net' ? 'after' : 'before'} tax and the setting for tax works with ${settings.taxMode === 'leftOut' ? 'pay after tax' : 'pay before tax'}`,
        'Enter tax and National Insurance beside the pay, or choose the setting that fits the pay entered.',
      ),
    ];
  }
  if (entered !== 'gross' || !payroll.tax) return [];
  const { tax } = payroll;
  return (['local', 'nonLocal'] as const)
    .filter((group) => tax[group] > payroll[group])
    .map((group) =>
      error(
        ['payroll', 'tax', group],
        `${formatGbp(tax[group])} of tax in ${formatGbp(payroll[group])} of pay`,
        'tax and National Insurance no larger than the pay they are taken from',
        'Correct the tax, or say that pay was entered after tax.',
      ),
    );
}

function staffSurveyIssues(project: Lm3Project): Issue[] {
  const { staffSurvey, settings } = project;
  const issues: Issue[] = [];
  staffSurvey.forEach((answer, index) => {
    const asked = (answer.respendShare === undefined ? 0 : 1) + (answer.items === undefined ? 0 : 1);
    if (asked !== 1 || shareOfAnswer(answer, settings.taxMode) === undefined) {
      issues.push(
        error(
          ['staffSurvey', index],
          asked === 2 ? 'a re-spend share and items' : 'no spending that counts',
          'either a re-spend share or what was spent on at least one item',
          'Give one of the two, or take the answer out.',
        ),
      );
    }
  });
  for (const local of [true, false]) {
    const group = staffSurvey.filter((answer) => answer.local === local);
    if (group.length === 0) continue;
    const known = group.reduce((total, answer) => total + (answer.pay ?? 0), 0);
    const bill = groupPay(project, local).respendable.value;
    if (known - bill > halfPenny) {
      issues.push(
        error(
          ['staffSurvey'],
          `${formatGbp(known)} of pay in the answers of staff who live ${local ? 'in' : 'outside'} the area`,
          `no more than the ${formatGbp(bill)} of pay that the re-spend share of that group is applied to`,
          'Enter pay of the same period as the payroll, and after tax unless the share counts tax as leaving.',
        ),
      );
    }
    if (group.length >= fewestAnswersForStaffMean) continue;
    staffSurvey.forEach((answer, index) => {
      if (answer.local !== local || answer.pay !== undefined) return;
      issues.push(
        error(
          ['staffSurvey', index, 'pay'],
          'nothing',
          `pay in GBP, because fewer than ${fewestAnswersForStaffMean} answers of a group count person by person`,
          'Enter the pay of this answer in the period.',
        ),
      );
    });
  }
  return issues;
}

function areaIssues({ area, areas, payroll, suppliers }: Lm3Project): Issue[] {
  const issues: Issue[] = [];
  const names = new Set(area === undefined ? [] : [area]);
  // Names become headings, which are compared by letters and digits alone.
  const headings = new Set([...names].map(comparable));
  const staff = payroll.local + payroll.nonLocal;
  areas.forEach(({ name, payrollLocal }, index) => {
    if (headings.has(comparable(name))) {
      issues.push(
        error(
          ['areas', index, 'name'],
          `"${name}" twice`,
          'each area once, by names that differ in letters or digits',
          'Rename or remove one of them.',
        ),
      );
    }
    names.add(name);
    headings.add(comparable(name));
    if (payrollLocal - staff > halfPenny) {
      issues.push(
        error(
          ['areas', index, 'payrollLocal'],
          formatGbp(payrollLocal),
          `no more than the whole pay of ${formatGbp(staff)}`,
          'Enter the pay of staff who live in this area.',
        ),
      );
    }
  });
  const unknown = new Map<string, number>();
  suppliers.forEach((supplier, index) => {
    for (const name of Object.keys(supplier.areas ?? {})) {
      if (!names.has(name) && !unknown.has(name)) unknown.set(name, index);
    }
  });
  for (const [name, index] of unknown) {
    issues.push(
      error(
        ['suppliers', index, 'areas', name],
        `the area "${name}"`,
        'an area that the project lists',
        'Add it to the areas of the project, or correct the name.',
      ),
    );
  }
  return issues;
}

/** Two lines of one name are counted as two suppliers: whoever made the list has to say if they are one. */
function repeatedSuppliers({ suppliers }: Lm3Project): Issue[] {
  const first = new Map<string, number>();
  const repeated = new Map<string, number>();
  suppliers.forEach(({ name }, index) => {
    const key = supplierKey(name);
    if (!first.has(key)) first.set(key, index);
    else repeated.set(key, (repeated.get(key) ?? 1) + 1);
  });
  const [example] = repeated;
  if (!example) return [];
  const [key, lines] = example;
  const index = first.get(key) ?? 0;
  const supplier = suppliers[index];
  const others = repeated.size > 1 ? ` and ${formatCount(repeated.size - 1)} more names` : '';
  return [
    {
      severity: 'warning',
      where: supplier?.where === undefined ? jsonPlace(['suppliers', index]) : { path: supplier.where },
      found: `"${supplier?.name}" on ${formatCount(lines)} lines${others}`,
      expected: 'one line for each supplier',
      mend: 'Each line was counted as a supplier of its own. Add the lines of one supplier together: the number of answers, and so the interval, counts suppliers.',
    },
  ];
}
