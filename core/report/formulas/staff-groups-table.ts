import { payOnRecord } from '../../lm3/pay.ts';
import { payEnteredWords, payKindWords, taxModeWords } from '../../lm3/setting-words.ts';
import { fewestAnswersForStaffMean } from '../../lm3/staff-survey.ts';
import { exactSum } from '../../units/sum.ts';
import { projectAnswer } from '../lm3-inputs/project-sheet.ts';
import { said } from '../lm3-inputs/rows.ts';
import { settingAnswer } from '../lm3-inputs/settings-sheet.ts';
import type { TableSpec } from '../workbook-spec.ts';
import { payHelper, staffKind } from './payroll-columns.ts';
import type { ReportFacts, StaffFacts } from './report-facts.ts';
import { answerColumn, meanShare } from './staff-answers-table.ts';
import {
  answersTable,
  type FormulaColumn,
  formulaColumns,
  payrollTable,
  staffTable,
  sumWhere,
} from './table-parts.ts';

const { here } = staffTable;

/** Headings of the table of staff groups. */
export const staffColumn = {
  group: 'Group',
  local: 'Live in the area',
  followed: 'Followed',
  entered: 'Pay as entered (£)',
  tax: 'Tax (£)',
  directors: 'Directors (£)',
  afterTax: 'After tax (£)',
  beforeTax: 'Before tax (£)',
  counted: 'Counted (£)',
  respendable: 'Can be re-spent (£)',
  answers: 'Answers',
  mode: 'Counts by',
  mean: 'Mean share',
  answeredPay: 'Pay of answers (£)',
  respent: 'Re-spent by answers (£)',
  proxy: 'Standard share',
  proxied: 'Standard share applies to (£)',
  round3: 'Round 3 (£)',
  least: 'At least (£)',
  most: 'At most (£)',
  open: 'Left open',
  noPay: 'Pay not given',
  spread: 'Variance of answers',
  reach: 'Reach of the pay',
  variance: 'Variance',
  scatter: 'Variance squared / (answers - 1)',
} as const;

const c = staffColumn;
const byMean = `${here(c.mode)}="mean of answers"`;

/** Whether pay was entered after tax, as a formula. */
export const payIsNetFormula = `IF(${settingAnswer('payEntered')}="${payEnteredWords.net}",1,IF(${settingAnswer('payEntered')}="${payEnteredWords.gross}",0,IF(${settingAnswer('taxMode')}="${taxModeWords.leftOut}",1,0)))`;

/** Staff who live in the area and staff who do not: pay on both bases, the survey or the proxy, and round 3. */
export function staffGroupsTable(facts: ReportFacts): Pick<TableSpec, 'headings' | 'rows'> {
  const { payroll, settings } = facts.project;
  const entered = payOnRecord(payroll, settings.taxMode);
  const key = ({ local }: StaffFacts) => (local ? 'local' : 'nonLocal');
  const tax = (group: StaffFacts) => payroll.tax?.[key(group)] ?? 0;
  const pay = (group: StaffFacts) => payroll[key(group)];
  const directors = ({ local }: StaffFacts) =>
    payroll.extras
      .filter((extra) => extra.kind === 'directors' && extra.local === local)
      .reduce((total, { amount }) => total + amount, 0);
  const ofKind = (heading: string, kind: string) =>
    `SUMIFS(${payrollTable.whole(heading)},${payrollTable.whole('Live in the area')},${here(c.local)},${payrollTable.whole(payHelper.countsAs)},"${kind}")`;
  const ofAnswers = (heading: string) =>
    sumWhere(answersTable.whole(heading), answersTable.whole(answerColumn.local), here(c.local));
  const survey = surveyFigures(facts);

  const columns: FormulaColumn<StaffFacts>[] = [
    {
      heading: c.group,
      style: 'text',
      value: ({ local }) => `Staff who live ${local ? 'in' : 'outside'} the area`,
    },
    { heading: c.local, style: 'text', value: ({ local }) => said(local) },
    {
      heading: c.followed,
      style: 'count',
      note: '1 if round 3 follows these staff: in the chain method local ones only.',
      formula: `IF(${here(c.local)}="Yes",1,1-Is_Chain)`,
      value: ({ followed }) => (followed ? 1 : 0),
    },
    { heading: c.entered, style: 'gbp', formula: ofKind('Pay (£)', staffKind), value: pay },
    {
      heading: c.tax,
      style: 'gbp',
      formula: ofKind('Tax and National Insurance (£)', staffKind),
      value: tax,
    },
    {
      heading: c.directors,
      style: 'gbp',
      formula: ofKind('Pay (£)', payKindWords.directors),
      value: directors,
    },
    {
      heading: c.afterTax,
      style: 'gbp',
      formula: `${here(c.entered)}-IF(Pay_Is_Net=1,0,${here(c.tax)})`,
      value: (group) => pay(group) - (entered === 'net' ? 0 : tax(group)),
    },
    {
      heading: c.beforeTax,
      style: 'gbp',
      formula: `${here(c.entered)}+IF(Pay_Is_Net=1,${here(c.tax)},0)`,
      value: (group) => pay(group) + (entered === 'net' ? tax(group) : 0),
    },
    {
      heading: c.counted,
      style: 'gbp',
      note: 'In rounds 1 and 2: after tax where tax is left out of all rounds, else before tax. Directors are on the basis they were entered on.',
      formula: `IF(${settingAnswer('taxMode')}="${taxModeWords.leftOut}",${here(c.afterTax)},${here(c.beforeTax)})+${here(c.directors)}`,
      value: ({ counted }) => counted,
    },
    {
      heading: c.respendable,
      style: 'gbp',
      note: 'In round 3: before tax where tax counts as leaving, else after tax.',
      formula: `IF(${settingAnswer('taxMode')}="${taxModeWords.leakage}",${here(c.beforeTax)},${here(c.afterTax)})+${here(c.directors)}`,
      value: ({ respendable }) => respendable,
    },
    {
      heading: c.answers,
      style: 'count',
      formula: `COUNTIFS(${answersTable.whole(answerColumn.local)},${here(c.local)})`,
      value: ({ answers }) => answers.length,
    },
    {
      heading: c.mode,
      style: 'text',
      note: `The mean of ${fewestAnswersForStaffMean} answers or more stands for the group; fewer count person by person; without any the standard share counts.`,
      formula: `IF(OR(${here(c.answers)}=0,${here(c.respendable)}=0),"proxy",IF(${here(c.answers)}>=${fewestAnswersForStaffMean},"mean of answers","person by person"))`,
      value: ({ mode }) => mode,
    },
    {
      heading: c.mean,
      style: 'share',
      formula: `IF(${here(c.answers)}=0,0,${ofAnswers(answerColumn.share)}/${here(c.answers)})`,
      value: meanShare,
    },
    {
      heading: c.answeredPay,
      style: 'gbp',
      formula: ofAnswers(answerColumn.pay),
      value: (group) => survey(group).answeredPay,
    },
    {
      heading: c.respent,
      style: 'gbp',
      formula: ofAnswers(answerColumn.respent),
      value: (group) => survey(group).respent,
    },
    {
      heading: c.proxy,
      style: 'share',
      formula: ({ local }) => projectAnswer(local ? 'localStaff' : 'nonLocalStaff'),
      value: ({ proxy }) => proxy,
    },
    {
      heading: c.proxied,
      style: 'gbp',
      formula: `${here(c.followed)}*IF(${byMean},0,IF(${here(c.mode)}="proxy",${here(c.respendable)},${here(c.respendable)}-${here(c.answeredPay)}))`,
      value: (group) => survey(group).proxied,
    },
    {
      heading: c.round3,
      style: 'gbp',
      formula: `${here(c.followed)}*IF(${byMean},${here(c.respendable)}*${here(c.mean)},IF(${here(c.mode)}="proxy",0,${here(c.respent)})+${here(c.proxy)}*${here(c.proxied)})`,
      value: (group) => survey(group).round3,
    },
    {
      heading: c.least,
      style: 'gbp',
      note: 'What staff who answered re-spent, and nothing of other pay, where their mean stands for the group.',
      formula: `IF(AND(${byMean},${here(c.followed)}=1),MIN(${here(c.round3)},${here(c.respent)}),${here(c.round3)})`,
      value: (group) => survey(group).least,
    },
    {
      heading: c.most,
      style: 'gbp',
      note: 'What staff who answered re-spent, and all other pay, where their mean stands for the group.',
      formula: `IF(AND(${byMean},${here(c.followed)}=1),MAX(${here(c.round3)},MIN(${here(c.respent)}+MAX(${here(c.respendable)}-${here(c.answeredPay)},0),${here(c.respendable)})),${here(c.round3)})`,
      value: (group) => survey(group).most,
    },
    {
      heading: c.open,
      style: 'count',
      note: '1 if answers stand for staff who did not answer.',
      formula: `IF(AND(${byMean},${here(c.followed)}=1),1,0)`,
      value: (group) => (survey(group).open ? 1 : 0),
    },
    {
      heading: c.noPay,
      style: 'count',
      formula: ofAnswers(answerColumn.noPay),
      value: ({ answers }) => answers.filter(({ answer }) => answer.pay === undefined).length,
    },
    {
      heading: c.spread,
      style: 'number',
      formula: `IF(${here(c.answers)}>1,${ofAnswers(answerColumn.difference)}/(${here(c.answers)}-1),0)`,
      value: (group) => survey(group).shareVariance,
    },
    {
      heading: c.reach,
      style: 'number',
      note: 'Sum of (pay of the group / answers - own pay) squared + pay of other staff x average pay of the answers.',
      formula: `IF(AND(${here(c.open)}=1,${here(c.noPay)}=0),${ofAnswers(answerColumn.payDifference)}+MAX(${here(c.respendable)}-${here(c.answeredPay)},0)*${here(c.answeredPay)}/${here(c.answers)},0)`,
      value: (group) => survey(group).reach,
    },
    {
      heading: c.variance,
      style: 'number',
      formula: `${here(c.spread)}*${here(c.reach)}`,
      value: (group) => survey(group).shareVariance * survey(group).reach,
    },
    {
      heading: c.scatter,
      style: 'number',
      note: 'For the degrees of freedom.',
      formula: `${here(c.variance)}^2/MAX(${here(c.answers)}-1,1)`,
      value: (group) =>
        (survey(group).shareVariance * survey(group).reach) ** 2 / Math.max(group.answers.length - 1, 1),
    },
  ];
  return formulaColumns(columns, facts.staff);
}

/** What the survey comes to for a group, from the engine wherever it has the figure. */
function surveyFigures({ third }: ReportFacts) {
  return (group: StaffFacts) => {
    const { answers, local, followed } = group;
    const respend = third.staff.find((staff) => staff.local === local);
    const count = answers.length;
    const mean = meanShare(group);
    return {
      answeredPay: exactSum(answers.map(({ answer }) => answer.pay ?? 0)),
      respent: exactSum(answers.map(({ answer, share }) => (answer.pay ?? 0) * share)),
      proxied: followed ? (respend?.proxied?.pay ?? 0) : 0,
      round3: respend?.respend.value ?? 0,
      least: respend?.low ?? 0,
      most: respend?.high ?? 0,
      open: respend?.spread !== undefined,
      shareVariance:
        count > 1 ? answers.reduce((total, { share }) => total + (share - mean) ** 2, 0) / (count - 1) : 0,
      reach: respend?.spread?.reach ?? 0,
    };
  };
}
