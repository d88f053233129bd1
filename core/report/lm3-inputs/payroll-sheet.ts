import { payKindWords } from '../../lm3/setting-words.ts';
import { lm3Sheets, payrollColumns } from '../../lm3/workbook-layout.ts';
import type { SheetSpec } from '../workbook-spec.ts';
import type { InputRows, PayrollRow } from './rows.ts';
import { columnsOf, inputSheet, type MoreColumns, oneOf, positive, yesNo } from './sheet-parts.ts';

export function payrollSheet({ payroll }: Pick<InputRows, 'payroll'>, more?: MoreColumns): SheetSpec {
  return inputSheet(
    {
      name: lm3Sheets.payroll.name,
      title: 'Payroll',
      subtitle: 'Pay after tax and National Insurance in the period, split by where staff live.',
      table: 'Payroll',
    },
    columnsOf<(typeof payrollColumns)[number]['key'], PayrollRow>(payrollColumns, {
      group: {
        note: 'Any groups will do, as long as each lives either in or outside the area. Do not name people.',
        style: 'input',
        width: 44,
        value: ({ group }) => group,
      },
      pay: {
        note: 'Pounds in the period. Use one basis throughout: after tax and National Insurance is the standard.',
        style: 'inputGbp',
        width: 18,
        value: ({ pay }) => pay,
        rule: positive,
        message: 'Enter pay in pounds, 0 or more.',
      },
      local: {
        note: 'Yes if they live in the local area, No if not.',
        style: 'input',
        width: 18,
        value: ({ local }) => local,
        rule: yesNo,
        message: 'Choose Yes if these staff live in the area, No if they do not.',
      },
      kind: {
        note: 'Leave empty for staff. Directors, employer’s pension, employer’s National Insurance and agency staff stand on lines of their own.',
        style: 'input',
        width: 30,
        value: ({ kind }) => kind,
        rule: oneOf(['Staff', ...Object.values(payKindWords)]),
      },
      tax: {
        note: 'Pounds of tax and National Insurance of this group. Needed only where the Settings sheet counts tax, or where pay was entered before tax.',
        style: 'inputGbp',
        width: 24,
        value: ({ tax }) => tax,
        rule: positive,
        message: 'Enter tax in pounds, 0 or more, or leave the cell empty.',
      },
    }),
    payroll,
    more,
  );
}
