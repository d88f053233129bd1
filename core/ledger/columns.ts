import type { Cell } from '../workbook/cell.ts';
import { comparable } from '../workbook/read-table.ts';

/** The columns of a spend export that LM3 needs, as places counted from 0. */
export interface LedgerColumns {
  readonly supplier: number;
  readonly amount: number;
  /** The headings as published, to be shown to the user. */
  readonly headings: { readonly supplier: string; readonly amount: string };
}

/** Headings of councils' spend files, the surest first. Compared by letters and digits, brackets left out. */
const supplierHeadings = [
  'suppliername',
  'beneficiaryname',
  'vendorname',
  'payeename',
  'supplier',
  'beneficiary',
  'vendor',
  'payee',
  'merchantname',
  'creditorname',
];
const amountHeadings = [
  'netamount',
  'amountnet',
  'amountexcvat',
  'amountexclvat',
  'amountexvat',
  'netvalue',
  'amount',
  'amountgbp',
  'invoiceamount',
  'paymentamount',
  'transactionamount',
  'totalamount',
  'spend',
  'value',
  'net',
];

/** Recognises the row of headings; undefined when it names no supplier or no amount. */
export function recogniseColumns(cells: readonly Cell[]): LedgerColumns | undefined {
  const headings = cells.map((cell) => (typeof cell === 'string' ? comparable(cell) : ''));
  const place = (known: readonly string[]) =>
    known.map((name) => headings.indexOf(name)).find((index) => index !== -1);
  const supplier = place(supplierHeadings);
  const amount = place(amountHeadings);
  if (supplier === undefined || amount === undefined) return undefined;
  const published = (index: number) => String(cells[index]).trim();
  return { supplier, amount, headings: { supplier: published(supplier), amount: published(amount) } };
}
