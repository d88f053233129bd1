/** What a column of a spend export can hold for us. */
export const columnRoles = [
  'supplier',
  'amount',
  'debit',
  'credit',
  'date',
  'postcode',
  'companyNumber',
  'transaction',
  'category',
  'supplierType',
  'charityNumber',
  'payer',
] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** How the roles are called where people read them. */
export const roleWords: Readonly<Record<ColumnRole, string>> = {
  supplier: 'Supplier',
  amount: 'Amount',
  debit: 'Debit',
  credit: 'Credit',
  date: 'Date',
  postcode: 'Postcode',
  companyNumber: 'Company number',
  transaction: 'Transaction number',
  category: 'Category',
  supplierType: 'Kind of supplier',
  charityNumber: 'Charity number',
  payer: 'Paying organisation',
};

/** Said instead of a heading: no column holds this. */
export const noColumn = '-';
