import type { StaffAnswer } from '../../lm3/project.ts';
import { taxModeWords } from '../../lm3/setting-words.ts';
import { settingAnswer } from '../lm3-inputs/settings-sheet.ts';
import type { MoreColumns } from '../lm3-inputs/sheet-parts.ts';
import type { ReportFacts } from './report-facts.ts';
import { type FormulaColumn, formulaColumns, surveyTable } from './table-parts.ts';

const { here } = surveyTable;

/** Headings of the columns beside the staff survey. */
export const surveyHelper = {
  number: 'Number of the answer',
  local: 'Lives local',
  paid: 'Pay given',
  asked: 'Share given',
  spent: 'Spending that counts (£)',
  spentLocal: 'Of that in the area (£)',
} as const;

interface SurveyLine {
  readonly number: number;
  readonly answer: StaffAnswer;
  readonly first: boolean;
  readonly item: NonNullable<StaffAnswer['items']>[number] | undefined;
}

/** Columns beside the staff survey, one line of it at a time: which answer it belongs to, what counts. */
export function staffSurveyColumns({ project }: ReportFacts): MoreColumns {
  const withTax = project.settings.taxMode === 'leakage';
  const spent = ({ item }: SurveyLine) => (item && (withTax || item.item !== 'incomeTax') ? item.amount : 0);
  const columns: FormulaColumn<SurveyLine>[] = [
    {
      heading: surveyHelper.number,
      style: 'count',
      note: 'Lines of one answer have one number. Lines added by hand need Local Pound to compute again.',
      value: ({ number }) => number,
    },
    {
      heading: surveyHelper.local,
      style: 'count',
      formula: `IF(${here('Live in the area')}="Yes",1,0)`,
      value: ({ first, answer }) => (first && answer.local ? 1 : 0),
    },
    {
      heading: surveyHelper.paid,
      style: 'count',
      formula: `IF(ISNUMBER(${here('Pay (£)')}),1,0)`,
      value: ({ first, answer }) => (first && answer.pay !== undefined ? 1 : 0),
    },
    {
      heading: surveyHelper.asked,
      style: 'count',
      formula: `IF(ISNUMBER(${here('Re-spend share')}),1,0)`,
      value: ({ first, answer }) => (first && answer.respendShare !== undefined ? 1 : 0),
    },
    {
      heading: surveyHelper.spent,
      style: 'gbp',
      note: 'Income tax counts only where pay before tax is followed and tax leaves.',
      formula: `IF(ISNUMBER(${here('Spent (£)')}),IF(AND(${here('Item')}="Income tax",${settingAnswer('taxMode')}<>"${taxModeWords.leakage}"),0,${here('Spent (£)')}),0)`,
      value: spent,
    },
    {
      heading: surveyHelper.spentLocal,
      style: 'gbp',
      formula: `IF(ISNUMBER(${here('Spent in the area')}),${here(surveyHelper.spent)}*${here('Spent in the area')},0)`,
      value: (line) => spent(line) * (line.item?.localShare ?? 0),
    },
  ];
  const lines = project.staffSurvey.flatMap((answer, index): SurveyLine[] => {
    const items = answer.items && answer.items.length > 0 ? answer.items : [undefined];
    return items.map((item, place) => ({ number: index + 1, answer, first: place === 0, item }));
  });
  return formulaColumns(columns, lines);
}
