import {
  cellText,
  formatCount,
  type LocalList,
  type Outcome,
  type PostcodeList,
  readLocalList,
  readPostcodeList,
  type Sheet,
} from '../core/index.ts';

/** What a person knows of suppliers beyond the file of payments. */
export interface SupplierLists {
  readonly list?: LocalList;
  readonly postcodes?: PostcodeList;
}

const headingsWithin = 10;

/** A list with a column of postcodes says where suppliers are; any other list says who is local. */
export function supplierList([sheet]: readonly Sheet[]): Outcome<SupplierLists> {
  if (!sheet) throw new Error('supplierList: a workbook without sheets was read without an issue');
  const first = sheet.rows.slice(0, headingsWithin).flatMap(({ cells }) => cells);
  if (first.some((cell) => /^\s*post\s?code/i.test(cellText(cell)))) {
    const postcodes = readPostcodeList(sheet);
    return postcodes.ok ? { ...postcodes, value: { postcodes: postcodes.value } } : postcodes;
  }
  const list = readLocalList(sheet);
  return list.ok ? { ...list, value: { list: list.value } } : list;
}

export const listsInWords = ({ list, postcodes }: SupplierLists): string[] => [
  ...(list
    ? [
        `${formatCount(list.said.size)} suppliers on your list of ${list.localOnly ? 'local ones' : 'who is local'}`,
      ]
    : []),
  ...(postcodes ? [`${formatCount(postcodes.byName.size)} suppliers on your list of postcodes`] : []),
];
