import { leaveOutWords } from '../../lm3/setting-words.ts';
import { areaColumns, contactColumns, lm3Sheets, supplierColumns } from '../../lm3/workbook-layout.ts';
import { neutralHeading } from '../../workbook/neutral-text.ts';
import type { SheetSpec } from '../workbook-spec.ts';
import type { InputRows, SupplierRow } from './rows.ts';
import {
  columnsOf,
  type InputColumn,
  inputSheet,
  type MoreColumns,
  money,
  oneOf,
  share,
  shareMessage,
  yesNo,
} from './sheet-parts.ts';

const respendNote =
  'Of every £100 you paid, the share that the supplier spent again in the area, on people who live there and firms that work from there. Empty means not answered; that is not the same as 0%.';
const respendMessage = `${shareMessage} Leave empty if the supplier has not answered.`;

/** @param withContacts whether there is room for whom the supplier survey writes to: not in reports */
export function suppliersSheet(
  { suppliers, areas }: Pick<InputRows, 'suppliers' | 'areas'>,
  more?: MoreColumns,
  withContacts = false,
): SheetSpec {
  return inputSheet(
    {
      name: lm3Sheets.suppliers.name,
      title: 'Suppliers',
      subtitle: 'One line for each supplier. Leave the re-spend share empty until the supplier has answered.',
      table: 'Suppliers',
    },
    [
      ...columnsOf<(typeof supplierColumns)[number]['key'], SupplierRow>(supplierColumns, {
        name: {
          note: 'Merge different spellings of one supplier before you count.',
          style: 'input',
          width: 44,
          value: ({ name }) => name,
        },
        spend: {
          note: 'Pounds paid in the period, without VAT that you get back.',
          style: 'inputGbp',
          width: 18,
          value: ({ spend }) => spend,
          rule: money,
          message: 'Enter an amount in pounds. A net credit has a minus.',
        },
        local: {
          note: 'Yes if the place that the work is done from is in the local area.',
          style: 'input',
          width: 12,
          value: ({ local }) => local,
          rule: yesNo,
          message: 'Choose Yes if the work is done from the local area, No if not.',
        },
        respendShare: {
          note: respendNote,
          style: 'inputShare',
          width: 18,
          value: ({ respendShare }) => respendShare,
          rule: share,
          message: respendMessage,
        },
        category: {
          note: 'What the supplier sells, in the words of your ledger. May stay empty.',
          style: 'input',
          width: 24,
          value: ({ category }) => category,
        },
        kind: {
          note: 'Leave empty for an ordinary payment. Redacted names, payments to people, benefits, grants passed on, internal recharges and other public bodies can be left out on the Settings sheet.',
          style: 'input',
          width: 22,
          value: ({ kind }) => kind,
          rule: oneOf(leaveOutWords),
        },
        headOffice: {
          note: 'Yes or No where you know it, for branches of national chains. May stay empty.',
          style: 'input',
          width: 14,
          value: ({ headOffice }) => headOffice,
          rule: yesNo,
        },
      }),
      ...(withContacts ? contactInputs : []),
      ...distinct(areas.flatMap(({ name = '' }) => (name === '' ? [] : areaPair(name)))),
    ],
    suppliers,
    more,
  );
}

const contactInputs: readonly InputColumn<SupplierRow>[] = contactColumns.map(({ key, heading }) => ({
  heading,
  note:
    key === 'email'
      ? 'For the supplier survey only. Reports leave it out.'
      : 'Who answers for the supplier. For the supplier survey only; reports leave it out.',
  style: 'input',
  width: 28,
  value: ({ [key]: said }) => said,
}));

/** The two columns of another area. */
function areaPair(area: string): InputColumn<SupplierRow>[] {
  const [local, respendShare] = areaColumns(area);
  return [
    {
      heading: neutralHeading(local.heading),
      note: 'Yes if the place that the work is done from is in this other area. May stay empty.',
      style: 'input',
      width: 20,
      value: ({ areas }) => areas?.[area]?.local,
      rule: yesNo,
    },
    {
      heading: neutralHeading(respendShare.heading),
      note: respendNote.replaceAll('in the area', 'in this other area'),
      style: 'inputShare',
      width: 20,
      value: ({ areas }) => areas?.[area]?.respendShare,
      rule: share,
      message: respendMessage,
    },
  ];
}

/** Excel repairs a table with two headings that differ only in capitals, so the later one gets a number. */
function distinct<Row>(columns: readonly InputColumn<Row>[]): InputColumn<Row>[] {
  const used = new Set<string>();
  return columns.map((column) => {
    let { heading } = column;
    for (let copy = 2; used.has(heading.toLowerCase()); copy += 1) heading = `${column.heading} ${copy}`;
    used.add(heading.toLowerCase());
    return { ...column, heading };
  });
}
