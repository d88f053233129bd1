import { leaveOutWords } from '../../lm3/setting-words.ts';
import type { LeftOut } from '../../lm3/supplier-table.ts';
import type { TableSpec } from '../workbook-spec.ts';
import { netCredit, type ReportFacts } from './report-facts.ts';
import { sameOrChanged } from './same-or-changed.ts';
import { supplierHelper } from './supplier-columns.ts';
import { type FormulaColumn, formulaColumns, suppliersTable, tableReferences } from './table-parts.ts';

const { here } = tableReferences('LeftOut');

interface KindLeftOut {
  readonly kind: string;
  readonly suppliers: number;
  readonly total: number;
}

/** Heading of the column that says whether a line is still as the engine had it. */
export const leftOutCheck = 'Now';

/** Lines that do not count, by kind, with their sums. */
export function leftOutTable({ result }: ReportFacts): Pick<TableSpec, 'headings' | 'rows'> {
  const words: Readonly<Record<LeftOut['kind'], string>> = { ...leaveOutWords, credit: netCredit };
  const rows = (Object.keys(words) as LeftOut['kind'][]).map((kind): KindLeftOut => {
    const found = result.leftOut.find((line) => line.kind === kind);
    return { kind: words[kind], suppliers: found?.suppliers ?? 0, total: found?.total ?? 0 };
  });
  const standing = suppliersTable.whole(supplierHelper.standing);
  const columns: FormulaColumn<KindLeftOut>[] = [
    { heading: 'Kind', style: 'text', value: ({ kind }) => kind },
    {
      heading: 'Lines left out',
      style: 'count',
      formula: `COUNTIFS(${standing},${here('Kind')})`,
      value: ({ suppliers }) => suppliers,
    },
    {
      heading: 'Sum left out (£)',
      style: 'gbp',
      formula: `SUMIFS(${suppliersTable.whole('Spend (£)')},${standing},${here('Kind')})`,
      value: ({ total }) => total,
    },
    { heading: 'When this report was made (£)', style: 'gbp', value: ({ total }) => total },
    {
      heading: leftOutCheck,
      style: 'check',
      formula: sameOrChanged(here('Sum left out (£)'), here('When this report was made (£)'), 'number'),
      value: () => 'the same',
    },
  ];
  return formulaColumns(columns, rows);
}
