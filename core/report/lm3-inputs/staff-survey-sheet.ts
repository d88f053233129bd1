import { staffSurveyItemWords } from '../../lm3/setting-words.ts';
import { lm3Sheets, staffSurveyColumns } from '../../lm3/workbook-layout.ts';
import type { SheetSpec } from '../workbook-spec.ts';
import type { InputRows, StaffSurveyRow } from './rows.ts';
import {
  columnsOf,
  inputSheet,
  type MoreColumns,
  oneOf,
  positive,
  share,
  shareMessage,
  yesNo,
} from './sheet-parts.ts';

export function staffSurveySheet(
  { staffSurvey }: Pick<InputRows, 'staffSurvey'>,
  more?: MoreColumns,
): SheetSpec {
  return inputSheet(
    {
      name: lm3Sheets.staffSurvey.name,
      title: 'Staff survey',
      subtitle:
        'This sheet may stay empty: the standard shares of 66% and 33% then count. Number the answers and never name people.',
      table: 'StaffSurvey',
    },
    columnsOf<(typeof staffSurveyColumns)[number]['key'], StaffSurveyRow>(staffSurveyColumns, {
      answer: {
        note: 'A number or label for the answer, never a name. An answer that lists items has one line for each item.',
        style: 'input',
        width: 24,
        value: ({ answer }) => answer,
      },
      local: {
        note: 'Yes if this member of staff lives in the local area, No if not.',
        style: 'input',
        width: 18,
        value: ({ local }) => local,
        rule: yesNo,
      },
      pay: {
        note: 'Pay of this member of staff in the period, on the same basis as the payroll. Needed where fewer than five of a group answered, and for an interval. On the first line of an answer only.',
        style: 'inputGbp',
        width: 16,
        value: ({ pay }) => pay,
        rule: positive,
        message: 'Enter pay in pounds, 0 or more.',
      },
      respendShare: {
        note: 'Share of pay spent in the area, if it was asked as one question. Otherwise leave it empty and list the items.',
        style: 'inputShare',
        width: 18,
        value: ({ respendShare }) => respendShare,
        rule: share,
        message: shareMessage,
      },
      item: {
        note: 'What the pay was spent on, if it was asked item by item.',
        style: 'input',
        width: 22,
        value: ({ item }) => item,
        rule: oneOf(staffSurveyItemWords),
      },
      amount: {
        note: 'Pounds spent on this item, in any period as long as all items have the same.',
        style: 'inputGbp',
        width: 16,
        value: ({ amount }) => amount,
        rule: positive,
        message: 'Enter an amount in pounds, 0 or more.',
      },
      localShare: {
        note: 'Share of this item that was spent in the area.',
        style: 'inputShare',
        width: 18,
        value: ({ localShare }) => localShare,
        rule: share,
        message: shareMessage,
      },
    }),
    staffSurvey,
    more,
  );
}
