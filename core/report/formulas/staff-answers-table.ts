import { exactSum } from '../../units/sum.ts';
import { said } from '../lm3-inputs/rows.ts';
import type { TableSpec } from '../workbook-spec.ts';
import type { ReportFacts, StaffFacts, SurveyAnswer } from './report-facts.ts';
import { surveyHelper } from './staff-survey-columns.ts';
import {
  answersTable,
  type FormulaColumn,
  formulaColumns,
  staffTable,
  sumWhere,
  surveyTable,
} from './table-parts.ts';

const { here } = answersTable;

/** Headings of the table of staff answers. */
export const answerColumn = {
  number: 'Number',
  label: 'Answer',
  local: 'Live in the area',
  pay: 'Pay (£)',
  noPay: 'Pay not given',
  share: 'Share',
  respent: 'Re-spent (£)',
  difference: 'Squared difference from mean',
  payDifference: 'Squared difference from even pay',
} as const;

const a = answerColumn;

/** Each answer to the staff survey on one line, added up from its lines on the input sheet. */
export function staffAnswersTable(facts: ReportFacts): Pick<TableSpec, 'headings' | 'rows'> {
  const rows = facts.staff
    .flatMap((group) => group.answers.map((answer) => ({ group, ...answer })))
    .sort((first, second) => first.number - second.number);
  const total = (heading: string) =>
    sumWhere(surveyTable.whole(heading), surveyTable.whole(surveyHelper.number), here(a.number));
  const groupRow = `IF(${here(a.local)}="Yes",1,2)`;
  const pay = ({ answer }: SurveyAnswer) => answer.pay ?? 0;

  const columns: FormulaColumn<SurveyAnswer & { readonly group: StaffFacts }>[] = [
    { heading: a.number, style: 'count', value: ({ number }) => number },
    { heading: a.label, style: 'text', value: ({ answer }) => answer.answer },
    {
      heading: a.local,
      style: 'text',
      formula: `IF(${total(surveyHelper.local)}>0,"Yes","No")`,
      value: ({ answer }) => said(answer.local),
    },
    { heading: a.pay, style: 'gbp', formula: total('Pay (£)'), value: pay },
    {
      heading: a.noPay,
      style: 'count',
      formula: `IF(${total(surveyHelper.paid)}>0,0,1)`,
      value: ({ answer }) => (answer.pay === undefined ? 1 : 0),
    },
    {
      heading: a.share,
      style: 'share',
      note: 'As answered, or spent in the area / spent, over the items that count.',
      formula: `IF(${total(surveyHelper.asked)}>0,${total('Re-spend share')},IF(${total(surveyHelper.spent)}=0,0,${total(surveyHelper.spentLocal)}/${total(surveyHelper.spent)}))`,
      value: ({ share }) => share,
    },
    {
      heading: a.respent,
      style: 'gbp',
      formula: `${here(a.pay)}*${here(a.share)}`,
      value: (row) => pay(row) * row.share,
    },
    {
      heading: a.difference,
      style: 'number',
      note: 'For the interval.',
      formula: `(${here(a.share)}-${staffTable.at('Mean share', groupRow)})^2`,
      value: ({ share, group }) => (share - meanShare(group)) ** 2,
    },
    {
      heading: a.payDifference,
      style: 'number',
      note: 'Pay of the group / answers - own pay, squared, for the interval.',
      formula: `(${staffTable.at('Can be re-spent (£)', groupRow)}/${staffTable.at('Answers', groupRow)}-${here(a.pay)})^2`,
      value: (row) => (row.group.respendable / row.group.answers.length - pay(row)) ** 2,
    },
  ];
  return formulaColumns(columns, rows);
}

/** Plain mean of the shares of a group, 0 to 1; 0 without answers. */
export const meanShare = ({ answers }: StaffFacts): number =>
  answers.length === 0 ? 0 : exactSum(answers.map(({ share }) => share)) / answers.length;
