import { lm3Sheets, otherCostColumns } from '../../lm3/workbook-layout.ts';
import type { SheetSpec } from '../workbook-spec.ts';
import type { InputRows, OtherCostRow } from './rows.ts';
import { columnsOf, inputSheet, positive, yesNo } from './sheet-parts.ts';

export function otherCostsSheet({ otherDirectCosts }: Pick<InputRows, 'otherDirectCosts'>): SheetSpec {
  return inputSheet(
    {
      name: lm3Sheets.otherDirectCosts.name,
      title: 'Other direct costs',
      subtitle:
        'Costs that are neither pay nor a supplier: utilities, finance charges, business rates. This sheet may stay empty.',
      table: 'OtherDirectCosts',
    },
    columnsOf<(typeof otherCostColumns)[number]['key'], OtherCostRow>(otherCostColumns, {
      name: {
        note: 'For example: electricity, telephones, bank charges, business rates.',
        style: 'input',
        width: 44,
        value: ({ name }) => name,
      },
      amount: {
        note: 'Pounds in the period, without VAT that you get back.',
        style: 'inputGbp',
        width: 18,
        value: ({ amount }) => amount,
        rule: positive,
        message: 'Enter an amount in pounds, 0 or more.',
      },
      local: {
        note: 'Leave empty for No. Other direct costs count as leaving the area unless you say Yes.',
        style: 'input',
        width: 18,
        value: ({ local }) => local,
        rule: yesNo,
        message: 'Choose Yes only if this money stays in the area.',
      },
    }),
    otherDirectCosts,
  );
}
