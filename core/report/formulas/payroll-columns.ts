import { payKindWords } from '../../lm3/setting-words.ts';
import type { MoreColumns } from '../lm3-inputs/sheet-parts.ts';
import type { CountedExtra, ReportFacts } from './report-facts.ts';
import { type FormulaColumn, formulaColumns, payrollTable } from './table-parts.ts';

const { here } = payrollTable;

/** Headings of the columns beside the payroll. */
export const payHelper = {
  countsAs: 'Counts as',
  stratum: 'Stratum',
  agency: 'Agency staff (£)',
  agencySquared: 'Agency staff, squared',
  agencyFollowed: 'Agency staff, followed (£)',
} as const;

/** How a line of the payroll without a kind counts. */
export const staffKind = 'Staff';

/** Columns beside the payroll: what each line counts as. An agency is a supplier that has not answered. */
export function payrollColumns({ extras, plainStrata, chain }: ReportFacts): MoreColumns {
  const agency = payKindWords.agencyStaff;
  const amount = ({ extra }: CountedExtra) => (extra.kind === 'agencyStaff' ? extra.amount : 0);
  const isAgency = `AND(${here(payHelper.countsAs)}="${agency}",${here('Pay (£)')}>0)`;
  const columns: FormulaColumn<CountedExtra | undefined>[] = [
    {
      heading: payHelper.countsAs,
      style: 'text',
      formula: `IF(ISTEXT(${here('Kind of pay')}),${here('Kind of pay')},"${staffKind}")`,
      value: (row) => (row ? payKindWords[row.extra.kind] : staffKind),
    },
    {
      heading: payHelper.stratum,
      style: 'count',
      note: 'Row of the table of strata, for agency staff.',
      ...(plainStrata ? { formula: `IF(${isAgency},IF(${here('Live in the area')}="Yes",1,2),0)` } : {}),
      value: (row) => row?.stratum ?? 0,
    },
    {
      heading: payHelper.agency,
      style: 'gbp',
      formula: `IF(${isAgency},${here('Pay (£)')},0)`,
      value: (row) => (row ? amount(row) : 0),
    },
    {
      heading: payHelper.agencySquared,
      style: 'number',
      note: 'For the interval.',
      formula: `${here(payHelper.agency)}^2`,
      value: (row) => (row ? amount(row) ** 2 : 0),
    },
    {
      heading: payHelper.agencyFollowed,
      style: 'gbp',
      formula: `IF(AND(Is_Chain=1,${here('Live in the area')}<>"Yes"),0,${here(payHelper.agency)})`,
      value: (row) => (!row || (chain && !row.extra.local) ? 0 : amount(row)),
    },
  ];
  // The two lines of staff stand before the others.
  return formulaColumns(columns, [undefined, undefined, ...extras]);
}
