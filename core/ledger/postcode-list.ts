import { readPostcode } from '../area/postcode.ts';
import { cellText, quoteCell, type Sheet } from '../workbook/cell.ts';
import type { Issue, Outcome } from '../workbook/issue.ts';
import { type ColumnSpec, isEmpty, readTable } from '../workbook/read-table.ts';
import { companyNumber, supplierName } from './supplier-name.ts';

/** Where suppliers work from, as someone who knows them wrote down. */
export interface PostcodeList {
  /** By name, whatever the spelling of its legal form. */
  readonly byName: ReadonlyMap<string, string>;
  readonly byCompanyNumber: ReadonlyMap<string, string>;
  readonly rows: number;
}

const columns = [
  {
    key: 'name',
    heading: 'Supplier',
    also: [
      'Supplier name',
      'Name',
      'Beneficiary',
      'Beneficiary name',
      'Vendor',
      'Vendor name',
      'Payee',
      'Creditor',
      'Creditor name',
      'Organisation',
      'Company',
      'Company name',
    ],
    required: true,
  },
  {
    key: 'postcode',
    heading: 'Postcode',
    also: [
      'Post code',
      'Supplier postcode',
      'Post Code of supplier',
      'Vendor postcode',
      'Reg address post code',
      'Postal code',
    ],
    required: true,
  },
  {
    key: 'number',
    heading: 'Company number',
    also: ['Company no', 'Company registration number', 'Registered number', 'CRN'],
    required: false,
  },
] as const satisfies readonly ColumnSpec<string>[];

/** Reads a list of suppliers and postcodes. Rows that cannot be used are listed and left out. */
export function readPostcodeList(sheet: Sheet): Outcome<PostcodeList> {
  const { rows, issues } = readTable(sheet, columns);
  if (issues.length > 0) return { ok: false, issues };
  const byName = new Map<string, string>();
  const byCompanyNumber = new Map<string, string>();
  const bad: Issue[] = [];
  for (const row of rows) {
    const name = cellText(row.cell('name'));
    const postcode = cellText(row.cell('postcode')).toUpperCase();
    if (isEmpty(row.cell('postcode'))) continue;
    const fault = (found: string, expected: string, mend: string) =>
      bad.push({
        severity: 'warning',
        where: { sheet: sheet.name, cell: row.address('postcode') },
        found,
        expected,
        mend,
      });
    if (name === '') {
      fault(`the postcode ${postcode} without a supplier`, 'a supplier beside it', 'The row was left out.');
      continue;
    }
    const { kind } = readPostcode(postcode, () => true);
    if (kind !== 'postcode' && kind !== 'outward') {
      fault(
        quoteCell(row.cell('postcode')),
        'a postcode such as HX1 1UJ',
        'The row was left out. Correct it.',
      );
      continue;
    }
    const key = supplierName(name).legalForm;
    const known = byName.get(key);
    if (known !== undefined && known !== postcode) {
      fault(`${postcode} for "${name}", which is above with ${known}`, 'one postcode', 'The first was used.');
      continue;
    }
    byName.set(key, postcode);
    const number = companyNumber(cellText(row.cell('number')));
    if (number !== undefined) byCompanyNumber.set(number, postcode);
  }
  return { ok: true, value: { byName, byCompanyNumber, rows: rows.length }, issues: bad };
}
