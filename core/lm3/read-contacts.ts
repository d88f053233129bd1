import * as z from 'zod';
import { cellText, type Sheet } from '../workbook/cell.ts';
import type { Outcome } from '../workbook/issue.ts';
import { shortText, shortTextExpected } from '../workbook/short-text.ts';
import { WorkbookReading } from '../workbook/workbook-reading.ts';
import { contactColumns, lm3Sheets, supplierColumns } from './workbook-layout.ts';

/** Whom to write to at a supplier. Personal data: it stays out of the LM3 project and its reports. */
export interface SupplierContact {
  readonly contactName?: string;
  readonly email?: string;
}

const email = z.email().max(254);

/**
 * The contacts beside the suppliers of a workbook, by where the supplier stands (`Suppliers row 6`,
 * as in the project). A workbook without these columns has none.
 */
export function readSupplierContacts(
  sheets: readonly Sheet[],
): Outcome<ReadonlyMap<string, SupplierContact>> {
  const reading = new WorkbookReading(sheets);
  const [name] = supplierColumns;
  const contacts = new Map<string, SupplierContact>();
  for (const row of reading.table(lm3Sheets.suppliers, [name, ...contactColumns], true)) {
    const contactName = reading.optional(row, 'contactName', shortText, shortTextExpected);
    const address = reading.optional(
      row,
      'email',
      (cell) => email.safeParse(cellText(cell)).data,
      'an e-mail address, or empty if there is none',
    );
    const contact: SupplierContact = {
      ...(contactName === undefined ? {} : { contactName }),
      ...(address === undefined ? {} : { email: address }),
    };
    if (Object.keys(contact).length > 0) contacts.set(`${row.sheet} row ${row.row.number}`, contact);
  }
  const { issues } = reading;
  return issues.some(({ severity }) => severity === 'error')
    ? { ok: false, issues }
    : { ok: true, value: contacts, issues };
}
